import type { ApolloClient } from '@apollo/client';

import { savedChanged } from '../apollo/keeping.ts';
import { wordsFor } from '../apollo/words.ts';
import {
  PinMessageDocument,
  SaveMessageDocument,
  UnpinMessageDocument,
  UnsaveMessageDocument,
} from '../generated/keep.ts';
import { announce } from '../ui/live-region.tsx';
import { toast } from '../ui/toast.tsx';

type Outcome = { readonly __typename: string; readonly reason?: string } | null | undefined;

/** Keeps a message for oneself, or takes it out again. Shown at once; where the server would not have it, the person is told why. */
export async function saveWith(client: ApolloClient, messageId: string, on: boolean): Promise<void> {
  const variables = { input: { messageId } };
  const message = { __typename: 'Message', id: messageId, viewerSaved: on } as const;
  const done = await attempt(on ? 'Couldn’t save it.' : 'Couldn’t take it out.', async () =>
    on
      ? (
          await client.mutate({
            mutation: SaveMessageDocument,
            variables,
            optimisticResponse: { saveMessage: { __typename: 'SaveMessagePayload', message } },
          })
        ).data?.saveMessage
      : (
          await client.mutate({
            mutation: UnsaveMessageDocument,
            variables,
            optimisticResponse: { unsaveMessage: { __typename: 'UnsaveMessagePayload', message } },
          })
        ).data?.unsaveMessage,
  );
  if (!done) return;
  // The list is read again without waiting for the stream, which tells it, too.
  savedChanged(client.cache, messageId, on);
  announce(on ? 'Saved' : 'Removed from saved');
}

/** Pins a message for everybody in its thread, or takes it down. */
export async function pinWith(client: ApolloClient, messageId: string, on: boolean): Promise<void> {
  const variables = { input: { messageId } };
  const done = await attempt(on ? 'Couldn’t pin it.' : 'Couldn’t unpin it.', async () =>
    on
      ? (await client.mutate({ mutation: PinMessageDocument, variables })).data?.pinMessage
      : (await client.mutate({ mutation: UnpinMessageDocument, variables })).data?.unpinMessage,
  );
  if (done) announce(on ? 'Pinned' : 'Unpinned');
}

/** @returns whether it was done; else the person has been told why not */
async function attempt(failed: string, ask: () => Promise<Outcome>): Promise<boolean> {
  try {
    const outcome = await ask();
    if (outcome && !('reason' in outcome)) return true;
    toast(`${failed} ${outcome?.reason ?? ''}`);
  } catch (error) {
    toast(`${failed} ${wordsFor(error)}`);
  }
  return false;
}
