import { useSignUpMutation } from '../generated/entry.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FormError } from '../session/form-error.tsx';
import { PasswordField } from '../session/password-field.tsx';
import { useEntry } from './use-entry.ts';

const FIELDS = ['displayName', 'handle', 'password'] as const;

export function SignUpForm({ onEnter }: { onEnter: () => void }) {
  const [signUp] = useSignUpMutation();
  const { fields, form, busy, submit } = useEntry(FIELDS, onEnter, async (input, context) => {
    const { data } = await signUp({ variables: { input }, context });
    const result = data?.signUp;
    // The only conflict there is: somebody has the handle.
    if (result?.__typename !== 'ConflictError') return result;
    return { ...result, fields: [{ path: 'handle', reason: result.reason }] };
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormError>{form}</FormError>
      <TextField
        label="Your name"
        name="displayName"
        hint="What others see."
        error={fields.displayName}
        autoFocus
        required
        autoComplete="name"
      />
      <TextField
        label="Handle"
        name="handle"
        hint="2 to 32 of the characters a–z, 0–9, _ and -. It is how people find you."
        error={fields.handle}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField hint="8 characters or more." error={fields.password} autoComplete="new-password" />
      <Button type="submit" variant="primary" busy={busy} className="mt-2 min-h-10">
        {busy ? 'Making your account…' : 'Make an account'}
      </Button>
    </form>
  );
}
