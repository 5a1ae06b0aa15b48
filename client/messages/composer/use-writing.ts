import { useMemo, useState } from 'react';

import type { Tray } from '../../attachments/tray/use-tray.ts';
import type { Message } from '../list/row.ts';
import { useTypingSignal } from '../typing/use-typing.ts';
import { timeLeft } from '../in-time.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { MessageCommands } from '../use-message-commands.ts';
import { useDraft } from './use-draft.ts';

interface Options {
  readonly account: string;
  readonly threadId: string;
  /** Under which the draft is kept, where it is not the thread's. */
  readonly draftKey?: string;
  /** Everything that is written is a reply to this message, and stands with the others alone or in the conversation too. */
  readonly among?: { readonly answered: Message; readonly alsoInConversation: boolean };
  readonly messages: readonly Message[];
  readonly commands: MessageCommands;
  /** For how many seconds after it was sent a message can be edited. */
  readonly editWindow: number | null;
  readonly tray: Tray;
  readonly onSent: () => void;
}

/** What is being written: a new message, a reply, or a change to an old one. A change leaves the draft as it was. */
export function useWriting(options: Options) {
  const { account, threadId, draftKey = threadId, among, messages, commands, tray, onSent } = options;
  const [draft, setDraft] = useDraft(account, draftKey);
  const [editing, setEditing] = useState<{ message: Message; body: string } | null>(null);
  const typing = useTypingSignal(threadId);
  const replyTo = useMemo(
    () => messages.find(({ id }) => id === draft.replyToId) ?? null,
    [messages, draft.replyToId],
  );

  const saveEdit = ({ message, body }: { message: Message; body: string }) => {
    setEditing(null);
    if (body.trim() === message.body) return;
    void commands.edit(message, body.trim()).then((saved) => {
      // What was written is not lost: it is there to be changed and tried again.
      if (!saved) setEditing((now) => now ?? { message, body });
    });
  };

  return {
    value: editing?.body ?? draft.body,
    mode: editing ? ('edit' as const) : ('reply' as const),
    /** The message that is changed or answered. */
    subject: editing?.message ?? replyTo,

    change(body: string) {
      if (editing !== null) {
        setEditing({ ...editing, body });
        return;
      }
      setDraft({ ...draft, body });
      if (body.trim() === '') typing.stopped();
      else typing.typed();
    },
    submit() {
      if (editing !== null) {
        saveEdit(editing);
        return;
      }
      if (among) {
        const { answered, alsoInConversation } = among;
        void commands.send(draft.body.trim(), answered, tray.take(), !alsoInConversation);
      } else void commands.send(draft.body.trim(), replyTo, tray.take());
      setDraft({ body: '', replyToId: null });
      typing.sent();
      onSent();
    },
    reply(message: Message) {
      setEditing(null);
      setDraft({ ...draft, replyToId: message.id });
    },
    /** A message that could not be sent is a draft again, ahead of what has been written since. False where it stays as it is. */
    takeBack({ id, body, replyTo, files = [] }: OutboxEntry): boolean {
      if (!tray.putBack(files)) return false;
      setEditing(null);
      setDraft({
        body: [body, draft.body].filter((text) => text.trim() !== '').join('\n'),
        replyToId: among ? null : (draft.replyToId ?? replyTo?.id ?? null),
      });
      commands.takeBack(id);
      return true;
    },
    edit(message: Message) {
      setEditing({ message, body: message.body });
    },
    editLastOwn() {
      const last = messages.findLast(
        ({ author, deletedAt, forwardedFrom }) =>
          author?.id === account && deletedAt === null && forwardedFrom === null,
      );
      if (last && timeLeft(last.createdAt, options.editWindow) > 0)
        setEditing({ message: last, body: last.body });
    },
    leaveSubject() {
      if (editing !== null) setEditing(null);
      else if (draft.replyToId !== null) setDraft({ ...draft, replyToId: null });
    },
    pause: () => typing.stopped(),
  };
}
