import type { ApolloClient } from '@apollo/client';

import { afterError, inTime } from '../../apollo/after-error.ts';
import { applyChange } from '../../apollo/apply-change.ts';
import {
  MessageRow_messageFragmentDoc,
  SendMessage_runFragmentDoc,
  type SendMessage_sentFragment,
  SendMessage_sentFragmentDoc,
  SendMessageDocument,
} from '../../generated/graphql.ts';
import type { OutboxEntry } from './entry.ts';
import type { Outcome } from './outbox.ts';
import { refusalOf } from './refusal.ts';

/** One attempt to send, and what it means for the entry. */
export async function sendMessage(client: ApolloClient, entry: OutboxEntry): Promise<Outcome> {
  const { id, threadId, body, replyTo, onlyInReplies, attachmentIds = [] } = entry;
  // Known to be in vain. The browser says when it is not any more.
  if (!navigator.onLine) return { kind: 'later' };
  try {
    const { data } = await inTime(
      client.mutate({
        mutation: SendMessageDocument,
        variables: {
          input: {
            id,
            threadId,
            body,
            replyToId: replyTo?.id ?? null,
            attachmentIds: [...attachmentIds],
            ...(onlyInReplies && { onlyInReplies }),
          },
        },
      }),
    );
    const result = data?.sendMessage;
    switch (result?.__typename) {
      case undefined:
        return { kind: 'later' };
      case 'SendMessagePayload':
        showAtOnce(client, result.message);
        return { kind: 'stored', message: result.message };
      case 'ConflictError':
        // Stored by an earlier attempt whose answer was lost, and edited or deleted since: it is there, as it is now.
        return isKnown(client, id) ? { kind: 'known' } : { kind: 'refused', ...refusalOf(result, entry) };
      case 'InputError':
      case 'NotFoundError':
      case 'ForbiddenError':
        return { kind: 'refused', ...refusalOf(result, entry) };
      default:
        return result satisfies never;
    }
  } catch (error) {
    const after = afterError(error);
    // The request is at fault and not the message: a page from before an update, say, which is well once it is loaded anew.
    return after.kind === 'refused' ? { ...after, final: false } : after;
  }
}

/** The stream is rarely later than this, and a row that waits for it stands in the meantime. */
const streamWithinMs = 3_000;

/**
 * The stream brings the message too, in the thread's order. Here it is shown earlier where it follows what is loaded. Out of
 * its turn it would leave a gap that has to be fetched, which is worth it only when the stream does not come.
 */
function showAtOnce(client: ApolloClient, message: SendMessage_sentFragment): void {
  const run = client.readFragment({
    fragment: SendMessage_runFragmentDoc,
    fragmentName: 'SendMessage_run',
    from: { __typename: 'Thread', id: message.thread.id },
  });
  const lastSeq = run?.messages?.edges?.at(-1)?.node?.seq ?? 0;
  if (message.seq === lastSeq + 1) show(client, message);
  else setTimeout(() => show(client, asItIs(client, message.id)), streamWithinMs);
}

function show({ cache }: ApolloClient, message: SendMessage_sentFragment | null): void {
  if (message) applyChange(cache, { __typename: 'MessageAdded', cursor: '', at: message.createdAt, message });
}

/** With what has become of it, and of its thread, since the answer came. */
function asItIs(client: ApolloClient, id: string): SendMessage_sentFragment | null {
  return client.readFragment({
    fragment: SendMessage_sentFragmentDoc,
    fragmentName: 'SendMessage_sent',
    from: { __typename: 'Message', id },
  });
}

function isKnown(client: ApolloClient, id: string): boolean {
  return (
    client.readFragment({
      fragment: MessageRow_messageFragmentDoc,
      fragmentName: 'MessageRow_message',
      from: { __typename: 'Message', id },
    }) !== null
  );
}
