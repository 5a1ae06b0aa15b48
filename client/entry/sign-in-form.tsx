import { useSignInMutation } from '../generated/entry.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FormError } from '../session/form-error.tsx';
import { PasswordField } from '../session/password-field.tsx';
import { useEntry } from './use-entry.ts';

const FIELDS = ['handle', 'password'] as const;

export function SignInForm({ onEnter }: { onEnter: () => void }) {
  const [signIn] = useSignInMutation();
  const { fields, form, busy, submit } = useEntry(FIELDS, onEnter, async (input, context) => {
    const { data } = await signIn({ variables: { input }, context });
    return data?.signIn;
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormError>{form}</FormError>
      <TextField
        label="Handle"
        name="handle"
        error={fields.handle}
        autoFocus
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField error={fields.password} autoComplete="current-password" />
      <Button type="submit" variant="primary" busy={busy} className="mt-2 min-h-10">
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
