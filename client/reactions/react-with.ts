import type { ApolloCache, ApolloClient } from '@apollo/client';

import { wordsFor } from '../apollo/words.ts';
import {
  AddReactionDocument,
  Reactions_messageFragmentDoc,
  RemoveReactionDocument,
} from '../generated/graphql.ts';
import { toast } from '../ui/toast.tsx';
import { toggled } from './toggled.ts';

interface Wish {
  readonly messageId: string;
  readonly emoji: string;
  /** To set it; else to take it back. */
  readonly on: boolean;
}

/** What is on its way, by message: requests may overtake each other, and what one did last must be what stays. */
const underWay = new Map<string, Promise<void>>();
let wishes = 0;

/** Sets an emoji at a message, or takes it back. Shown at once; where the server would not have it, the person is told why. */
export async function reactWith(client: ApolloClient, wish: Wish): Promise<void> {
  const { cache } = client;
  wishes += 1;
  const layer = `reaction ${wishes}`;
  cache.batch({ optimistic: layer, update: (shown) => show(shown, wish) });
  const before = underWay.get(wish.messageId) ?? Promise.resolve();
  const done = before.then(() => send(client, wish)).finally(() => cache.removeOptimistic(layer));
  underWay.set(wish.messageId, done);
  await done;
  if (underWay.get(wish.messageId) === done) underWay.delete(wish.messageId);
}

/** Done anew whenever what lies under it has come to be otherwise. */
function show(cache: ApolloCache, { messageId, emoji, on }: Wish): void {
  const message = {
    id: `Message:${messageId}`,
    fragment: Reactions_messageFragmentDoc,
    fragmentName: 'Reactions_message',
  };
  const shown = cache.readFragment(message);
  if (!shown) return;
  cache.writeFragment({ ...message, data: { ...shown, reactions: toggled(shown.reactions, emoji, on) } });
}

async function send(client: ApolloClient, { messageId, emoji, on }: Wish): Promise<void> {
  const variables = { input: { messageId, emoji } };
  const failed = on ? 'Couldn’t react.' : 'Couldn’t take it back.';
  try {
    const result = on
      ? (await client.mutate({ mutation: AddReactionDocument, variables })).data?.addReaction
      : (await client.mutate({ mutation: RemoveReactionDocument, variables })).data?.removeReaction;
    if (result && 'reason' in result) toast(`${failed} ${result.reason}`);
  } catch (error) {
    toast(`${failed} ${wordsFor(error)}`);
  }
}
