import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { v7 } from 'uuid';

import type { LocalFile } from '../uploads/local-file.ts';
import { wordsFor } from '../apollo/words.ts';
import { unanswered } from '../live/connection.ts';
import { useDeleteMessageMutation, useEditMessageMutation } from '../generated/graphql.ts';
import { toast } from '../ui/toast.tsx';
import { reactWith } from '../reactions/react-with.ts';
import type { Message, Quoted } from './list/row.ts';
import type { Outbox } from './outbox/outbox.ts';

/** What a person does with messages, as verbs. */
export function useMessageCommands(threadId: string, outbox: Outbox) {
  const client = useApolloClient();
  const [editMessage] = useEditMessageMutation();
  const [deleteMessage] = useDeleteMessageMutation();

  return useMemo(
    () => ({
      send(body: string, replyTo: Quoted | null, files: readonly LocalFile[], onlyInReplies = false) {
        return outbox.add({
          id: `msg_${v7()}`,
          threadId,
          body,
          createdAt: new Date().toISOString(),
          replyTo: replyTo && quoteOf(replyTo),
          failure: null,
          ...(onlyInReplies && { onlyInReplies }),
          ...(files.length > 0 && { files }),
        });
      },

      /** It is no message on its way any more, and its files are the composer's. */
      takeBack: (id: string) => void outbox.takeBack(id),

      /** Shown at once. False when the server would not have it; the person has been told why. */
      async edit(message: Message, body: string): Promise<boolean> {
        const changed: Message = { ...message, body, editedAt: new Date().toISOString() };
        try {
          const { data } = await counted(
            editMessage({
              variables: { input: { messageId: message.id, body } },
              optimisticResponse: { editMessage: { __typename: 'EditMessagePayload', message: changed } },
            }),
          );
          const result = data?.editMessage;
          if (result?.__typename === 'EditMessagePayload') return true;
          toast(`Couldn’t save the change. ${result?.reason ?? ''}`);
        } catch (error) {
          toast(`Couldn’t save the change. ${wordsFor(error)}`);
        }
        return false;
      },

      /** Sets an emoji, or takes it back. Shown at once. */
      react: (message: Message, emoji: string, on: boolean) =>
        reactWith(client, { messageId: message.id, emoji, on }),

      async remove(message: Message): Promise<void> {
        const gone: Message = {
          ...message,
          body: '',
          attachments: [],
          forwardedFrom: null,
          deletedAt: new Date().toISOString(),
          pinnedAt: null,
        };
        try {
          const { data } = await counted(
            deleteMessage({
              variables: { input: { messageId: message.id } },
              optimisticResponse: { deleteMessage: { __typename: 'DeleteMessagePayload', message: gone } },
            }),
          );
          const result = data?.deleteMessage;
          if (result?.__typename !== 'DeleteMessagePayload')
            toast(`Couldn’t delete it. ${result?.reason ?? ''}`);
        } catch (error) {
          toast(`Couldn’t delete it. ${wordsFor(error)}`);
        }
      },
    }),
    [client, threadId, outbox, editMessage, deleteMessage],
  );
}

/** While it has no answer, who leaves is asked whether to. */
function counted<T>(asked: Promise<T>): Promise<T> {
  unanswered.set(unanswered.get() + 1);
  return asked.finally(() => unanswered.set(unanswered.get() - 1));
}

export function quoteOf({ id, seq, body, deletedAt, author, attachments }: Quoted): Quoted {
  return {
    __typename: 'Message',
    id,
    seq,
    body,
    deletedAt,
    attachments,
    author: author && { __typename: 'User', id: author.id, displayName: author.displayName },
  };
}

export type MessageCommands = ReturnType<typeof useMessageCommands>;
