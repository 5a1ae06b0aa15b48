import { useApolloClient } from '@apollo/client/react';

import { OVER_HTTP } from '../apollo/client.ts';
import { wordsFor } from '../apollo/words.ts';
import { useSignOutMutation } from '../generated/graphql.ts';
import { toast } from '../ui/toast.tsx';
import { forgetAccount } from './account-storage.ts';
import { signedOut } from './signed-out.ts';
import { useViewer } from './viewer.ts';

/** Ends the session on the server first: a sign-out that only looks like one would be worse than none. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const viewer = useViewer();
  const [signOut] = useSignOutMutation({ context: OVER_HTTP });
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toast(`Couldn't sign out. ${wordsFor(error)}`);
      return;
    }
    signedOut.set(true);
    await client.clearStore();
    await forgetAccount(viewer.id);
  };
}
