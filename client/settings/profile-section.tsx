import { useUpdateProfileMutation } from '../generated/settings.ts';
import { reasonOf } from '../groups/use-group-actions.ts';
import { PictureField } from '../pictures/picture-field.tsx';
import { FormError } from '../session/form-error.tsx';
import { useForm } from '../session/use-form.ts';
import { useViewer } from '../session/viewer.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { SettingsSection } from './settings-section.tsx';

const missing = { displayName: 'Tell others your name.' };

/** What others see of one. */
export function ProfileSection() {
  const viewer = useViewer();
  const [updateProfile] = useUpdateProfileMutation();
  const { fields, form, busy, submit } = useForm(
    missing,
    async (input) => (await updateProfile({ variables: { input } })).data?.updateProfile,
    () => toast('Your name is saved.'),
  );
  return (
    <SettingsSection title="Profile">
      <PictureField
        face={{ id: viewer.id, name: viewer.displayName, url: viewer.avatarUrl }}
        what="your picture"
        save={(pictureId) =>
          reasonOf(
            async () => (await updateProfile({ variables: { input: { pictureId } } })).data?.updateProfile,
          )
        }
      >
        <p className="truncate font-medium">{viewer.displayName}</p>
        <p className="truncate text-muted">@{viewer.handle}</p>
      </PictureField>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{form}</FormError>
        <TextField
          key={viewer.displayName}
          label="Your name"
          name="displayName"
          hint="What others see."
          defaultValue={viewer.displayName}
          error={fields.displayName}
          required
          autoComplete="name"
        />
        <Button type="submit" variant="primary" busy={busy} className="self-start">
          Save name
        </Button>
      </form>
    </SettingsSection>
  );
}
