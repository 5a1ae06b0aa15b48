import { OVER_HTTP } from '../apollo/client.ts';
import { useDeleteAccountMutation } from '../generated/settings.ts';
import { FormError } from '../session/form-error.tsx';
import { PasswordField } from '../session/password-field.tsx';
import { leaveForGood, signedOut } from '../session/signed-out.ts';
import { useForm } from '../session/use-form.ts';
import { Button } from '../ui/button.tsx';

const missing = { password: 'Type your password.' };

/** Asks for the password, so that nobody else deletes it; then this browser forgets the account too. */
export function DeleteAccountForm() {
  const [deleteAccount] = useDeleteAccountMutation();
  const { fields, form, busy, submit } = useForm(
    missing,
    (input) =>
      leaveForGood(
        async () => (await deleteAccount({ variables: { input }, context: OVER_HTTP })).data?.deleteAccount,
      ),
    () => signedOut.set(true),
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormError>{form}</FormError>
      <PasswordField error={fields.password} autoComplete="current-password" />
      <Button type="submit" variant="danger" busy={busy} className="min-h-10">
        {busy ? 'Deleting…' : 'Delete account'}
      </Button>
    </form>
  );
}
