import { OVER_HTTP } from '../apollo/client.ts';
import { useChangePasswordMutation } from '../generated/settings.ts';
import { FormError } from '../session/form-error.tsx';
import { PasswordField } from '../session/password-field.tsx';
import { useForm } from '../session/use-form.ts';
import { useViewer } from '../session/viewer.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { SettingsSection } from './settings-section.tsx';

const missing = { currentPassword: 'Type the password you have now.', newPassword: 'Type a new password.' };

export function PasswordSection() {
  const viewer = useViewer();
  const [changePassword] = useChangePasswordMutation();
  const { fields, form, busy, submit } = useForm(
    missing,
    async (input) =>
      (await changePassword({ variables: { input }, context: OVER_HTTP })).data?.changePassword,
    (element) => {
      element.reset();
      toast('Your password is changed. You are signed out everywhere else.');
    },
  );
  return (
    <SettingsSection title="Password" note="A new password signs you out everywhere but here.">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{form}</FormError>
        {/* For the browser's own keeper of passwords. */}
        <input type="text" autoComplete="username" defaultValue={viewer.handle} hidden readOnly />
        <PasswordField
          label="Current password"
          name="currentPassword"
          error={fields.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          label="New password"
          name="newPassword"
          hint="8 characters or more."
          error={fields.newPassword}
          autoComplete="new-password"
        />
        <Button type="submit" variant="primary" busy={busy} className="self-start">
          Change password
        </Button>
      </form>
    </SettingsSection>
  );
}
