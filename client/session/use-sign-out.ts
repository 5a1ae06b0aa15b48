import { OVER_HTTP } from '../apollo/client.ts';
import { wordsFor } from '../apollo/words.ts';
import { useSignOutMutation } from '../generated/graphql.ts';
import { toast } from '../ui/toast.tsx';
import { leaveForGood, signedOut } from './signed-out.ts';

/** Ends the session on the server first: a sign-out that only looks like one would be worse than none. */
export function useSignOut(): () => Promise<void> {
  const [signOut] = useSignOutMutation({ context: OVER_HTTP });
  return async () => {
    try {
      await leaveForGood(signOut);
      signedOut.set(true);
    } catch (error) {
      toast(`Couldn't sign out. ${wordsFor(error)}`);
    }
  };
}
