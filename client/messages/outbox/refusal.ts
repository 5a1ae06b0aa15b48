import type { SendMessageMutation } from '../../generated/graphql.ts';
import type { OutboxEntry, Refusal } from './entry.ts';

type RefusedSend = Exclude<SendMessageMutation['sendMessage'], { readonly __typename: 'SendMessagePayload' }>;

/** What a refusal means for the entry. Of what is not there, the server says the same whatever the reason. */
export function refusalOf(result: RefusedSend, entry: OutboxEntry): Refusal {
  const carries = (entry.attachmentIds ?? []).length > 0;
  switch (result.__typename) {
    case 'InputError':
      return { reason: result.fields.map(({ reason }) => reason).join(' '), final: true };
    case 'ForbiddenError':
      return { reason: result.reason, final: true };
    // Its files may be what is missing, or what is in the way, and those can be brought again.
    case 'NotFoundError':
      return { reason: wordsForMissing(entry, carries), final: !carries };
    case 'ConflictError':
      return { reason: result.reason, final: !carries };
    default:
      return result satisfies never;
  }
}

function wordsForMissing({ replyTo }: OutboxEntry, carries: boolean): string {
  if (carries) return 'Its files, or this conversation, are no longer there for you.';
  if (replyTo) return 'The message it answers, or this conversation, is no longer there for you.';
  return 'You are no longer in this conversation.';
}
