import { useMemo, useState } from 'react';

import type { Tray } from '../../attachments/tray/use-tray.ts';
import type { Message } from '../list/row.ts';
import { useTypingSignal } from '../typing/use-typing.ts';
import { timeLeft } from '../in-time.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { toast } from '../../ui/toast.tsx';
import { type MessageCommands, quoteOf } from '../use-message-commands.ts';
import { type Edit, same } from './drafts.ts';
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

/** What goes with the text: of a change, what its message has. */
const someOf = ({ length }: readonly unknown[]): 'none' | 'some' => (length === 0 ? 'none' : 'some');

/** What is being written: a new message, a reply, or a change to an old one. A change leaves the draft as it was. */
export function useWriting(options: Options) {
  const { account, threadId, draftKey = threadId, among, messages, commands, tray, onSent } = options;
  const [draft, change, latest] = useDraft(account, draftKey);
  const [saving, setSaving] = useState<Edit | null>(null);
  const editing = same(draft.edit, saving) ? null : draft.edit;
  const typing = useTypingSignal(threadId);
  const replyTo = useMemo(
    () => messages.find(({ id }) => id === draft.replyTo?.id) ?? draft.replyTo,
    [messages, draft.replyTo],
  );

  const save = (edit: Edit) => {
    const { message, body } = edit;
    if (body.trim() === message.body) return change({ edit: null });
    setSaving(edit);
    void commands.edit(message, body.trim()).then((saved) => {
      setSaving((now) => (now === edit ? null : now));
      // Else what was written is not lost: it is there to be changed and tried again.
      if (saved && same(latest.current.edit, edit)) change({ edit: null });
    });
  };
  // What is being saved stays noted until it is.
  const leave = editing === null ? {} : { edit: null };
  /** What has been written of a change is not thrown away unasked. */
  const isBusy = (): boolean => {
    if (editing === null) return false;
    const { body, attachments } = editing.message;
    const written = editing.body.trim();
    // Beside files, no words are a change too.
    if (written === body || (written === '' && attachments.length === 0)) return false;
    toast('Save what you are editing first, or cancel it.');
    return true;
  };

  return {
    value: editing?.body ?? draft.body,
    mode: editing ? ('edit' as const) : ('reply' as const),
    /** The message that is changed. */
    edited: editing?.message,
    /** The message that is changed or answered. */
    subject: editing?.message ?? replyTo,
    files: editing
      ? someOf(editing.message.attachments)
      : tray.blocked
        ? ('held' as const)
        : someOf(tray.files),

    change(body: string) {
      if (editing !== null) return change({ edit: { ...editing, body } });
      change({ body });
      if (body.trim() === '') typing.stopped();
      else typing.typed();
    },
    submit() {
      if (editing !== null) return save(editing);
      if (among) {
        const { answered, alsoInConversation } = among;
        void commands.send(draft.body.trim(), answered, tray.take(), !alsoInConversation);
      } else void commands.send(draft.body.trim(), replyTo, tray.take());
      change({ body: '', replyTo: null });
      typing.sent();
      onSent();
    },
    reply(message: Message) {
      if (!isBusy()) change({ ...leave, replyTo: quoteOf(message) });
    },
    /** A message that could not be sent is a draft again, ahead of what has been written since. False where it stays as it is. */
    takeBack({ id, body, replyTo, files = [] }: OutboxEntry): boolean {
      if (isBusy() || !tray.putBack(files)) return false;
      change({
        body: [body, draft.body].filter((text) => text.trim() !== '').join('\n'),
        replyTo: among ? null : (draft.replyTo ?? replyTo),
        ...leave,
      });
      commands.takeBack(id);
      return true;
    },
    edit(message: Message) {
      if (message.id !== editing?.message.id && !isBusy()) change({ edit: { message, body: message.body } });
    },
    editLastOwn() {
      if (editing !== null) return;
      const last = messages.findLast(
        ({ author, deletedAt, forwardedFrom }) =>
          author?.id === account && deletedAt === null && forwardedFrom === null,
      );
      if (last && timeLeft(last.createdAt, options.editWindow) > 0)
        change({ edit: { message: last, body: last.body } });
    },
    leaveSubject() {
      change(editing === null ? { replyTo: null } : leave);
    },
    pause: () => typing.stopped(),
  };
}
