import { useEffect, useMemo, useRef, useState } from 'react';

import { threadPlace, useNavigate } from '../app/places.ts';
import { LightboxHost } from '../attachments/shown/lightbox-host.tsx';
import { AttachButton } from '../attachments/tray/attach-button.tsx';
import { DropTarget } from '../attachments/tray/drop-target.tsx';
import { TrayHost } from '../attachments/tray/tray-host.tsx';
import { useFileDrop } from '../attachments/tray/use-file-drop.ts';
import { useTray } from '../attachments/tray/use-tray.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { MessageDialogs } from '../keep/message-dialogs.tsx';
import { PinnedHost } from '../keep/pinned-host.tsx';
import { useMentioning } from '../mentions/use-mentioning.tsx';
import { NewReplies } from '../replies/new-replies.tsx';
import { ConversationSkeleton } from '../threads/conversation-skeleton.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { Composer } from './composer/composer.tsx';
import { ContextBar } from './composer/context-bar.tsx';
import { useWriting } from './composer/use-writing.ts';
import {
  Beginning,
  CannotWrite,
  EmptyConversation,
  NewerFailed,
  OlderFailed,
} from './conversation-states.tsx';
import type { OpenThread } from './conversation.tsx';
import { MessageList, type MessageListHandle } from './list/message-list.tsx';
import { isInConversation, toRows, type Message } from './list/row.ts';
import { copy, type MessageActions } from './list/toolbar.tsx';
import { useOutbox, useOutboxEntries } from './outbox/use-outbox.ts';
import { TypingLine } from './typing/typing-line.tsx';
import { useAnnouncements } from './use-announcements.ts';
import type { FarMessages } from './use-far-messages.ts';
import { useJump } from './use-jump.ts';
import { useMessageCommands } from './use-message-commands.ts';
import type { Loaded } from './use-messages.ts';
import { useShown } from './use-shown.ts';
import { useSeen } from './use-seen.ts';

interface Props {
  readonly thread: OpenThread;
  readonly viewer: Person_userFragment;
  readonly loaded: Loaded;
  readonly far: FarMessages;
  readonly firstUnreadSeq: number | undefined;
}

/** A conversation whose messages are there. */
export function OpenConversation({ thread, viewer, loaded, far, firstUnreadSeq }: Props) {
  const { messages } = loaded;
  const shown = useShown(loaded, far);
  const list = useRef<MessageListHandle>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const toComposer = () => field.current?.focus();
  // A phone would cover half the conversation with its keyboard.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);

  const outbox = useOutbox(viewer.id);
  const outgoing = useOutboxEntries(outbox);
  const commands = useMessageCommands(thread.id, outbox);
  const rows = useMemo(() => {
    // What waits to be sent stands at the thread's end, and nowhere else.
    const here = shown.hasNewer
      ? []
      : outgoing.filter((entry) => entry.threadId === thread.id && !entry.onlyInReplies);
    return toRows(shown.messages.filter(isInConversation), here, viewer, firstUnreadSeq);
  }, [shown.messages, shown.hasNewer, outgoing, thread.id, viewer, firstUnreadSeq]);
  const inConversation = useMemo(() => messages.filter(isInConversation), [messages]);
  useAnnouncements(inConversation, outgoing, viewer.id);
  // All that is loaded may stand among replies.
  const { hasOlder, loadingOlder, olderError, loadOlder } = shown;
  const nothingYet = rows.length === 0 && hasOlder && olderError === undefined;
  useEffect(() => {
    if (nothingYet && !loadingOlder) loadOlder();
  }, [nothingYet, loadingOlder, loadOlder]);
  const { seenSeq, onSeen } = useSeen(thread, firstUnreadSeq);
  const { jump, sought } = useJump(list, rows, loaded, far);
  const tray = useTray(viewer.id, thread.id);
  const writing = useWriting({
    account: viewer.id,
    threadId: thread.id,
    messages: useMemo(() => shown.known.filter(isInConversation), [shown.known]),
    commands,
    editWindow: thread.editWindowSeconds,
    tray,
    onSent: () => (shown.hasNewer ? shown.toLatest() : list.current?.scrollToEnd()),
  });
  const mentioning = useMentioning({
    field,
    value: writing.value,
    onChange: writing.change,
    threadId: thread.id,
    viewerId: viewer.id,
    mayCallAll: thread.viewerCan?.callAll ?? false,
  });
  const [removing, setRemoving] = useState<Message | null>(null);
  const [viewedId, setViewedId] = useState<string | null>(null);

  const navigate = useNavigate();
  const openReplies = (replies: string | undefined) =>
    navigate(threadPlace(thread.id, replies === undefined ? {} : { replies }));
  const actions = useSteady({
    reply: (message) => {
      writing.reply(message);
      toComposer();
    },
    openReplies: ({ id }) => openReplies(id),
    edit: (message) => {
      writing.edit(message);
      toComposer();
    },
    remove: setRemoving,
    react: (message, emoji, on) => void commands.react(message, emoji, on),
    jump: (target) => void jump(target),
    copyLink: ({ id }) => void copy(`${location.origin}/t/${thread.id}?m=${id}`),
    retry: (id) => void outbox.retry(id),
    discard: (id) => {
      void outbox.discard(id);
      toComposer();
    },
    takeBack: (entry) => {
      writing.takeBack(entry);
      toComposer();
    },
    view: setViewedId,
  });

  const can = thread.viewerCan;
  const direct = thread.kind === 'DIRECT';
  const name = thread.peer?.displayName ?? thread.name ?? 'this conversation';
  // A message that is changed keeps the files that it has.
  const editing = writing.mode === 'edit';
  const attach = (files: readonly File[]) => {
    tray.add(files);
    toComposer();
  };
  const drop = useFileDrop(can?.post ? attach : undefined, editing);
  const leaveSubject = () => {
    writing.leaveSubject();
    toComposer();
  };

  return (
    <div className="relative flex h-full min-h-0 flex-1 flex-col" {...drop.handlers}>
      {drop.over && (
        <DropTarget>
          Drop files to send them to <bdi>{name}</bdi>
        </DropTarget>
      )}
      <PinnedHost threadId={thread.id} canPin={can?.pin ?? false} onJump={(message) => void jump(message)} />
      {thread.unreadReplies.length > 0 && (
        <NewReplies
          count={thread.unreadReplies.length}
          onOpen={() => openReplies(thread.unreadReplies[0]?.id)}
        />
      )}
      {nothingYet ? (
        <ConversationSkeleton />
      ) : rows.length === 0 ? (
        <div className="min-h-0 flex-1">
          <EmptyConversation name={name} direct={direct} />
        </div>
      ) : (
        <MessageList
          key={shown.key}
          ref={list}
          openAt={shown.openAt}
          threadId={thread.id}
          rows={rows}
          viewerId={viewer.id}
          thread={thread}
          firstUnreadId={
            shown.returned ? undefined : rows.find(({ startsUnread }) => startsUnread)?.message.id
          }
          hasOlder={shown.hasOlder}
          loadingOlder={shown.loadingOlder}
          olderFailed={shown.olderError !== undefined}
          seeking={sought}
          onLoadOlder={shown.loadOlder}
          hasNewer={shown.hasNewer}
          loadingNewer={far.newer.loading}
          newerFailed={far.newer.error !== undefined}
          onLoadNewer={far.newer.load}
          onLatest={shown.toLatest}
          top={
            shown.olderError === undefined ? (
              !shown.hasOlder && (
                <Beginning name={name} direct={direct} isWhole={(shown.messages[0]?.seq ?? 1) === 1} />
              )
            ) : (
              <OlderFailed error={shown.olderError} onRetry={shown.loadOlder} />
            )
          }
          bottom={
            far.newer.error !== undefined &&
            shown.hasNewer && <NewerFailed error={far.newer.error} onRetry={far.newer.load} />
          }
          canWrite={can?.post ?? false}
          canReact={can?.react ?? false}
          canModerate={can?.deleteAnyMessage ?? false}
          editWindow={thread.editWindowSeconds}
          actions={actions}
          onSeen={onSeen}
          seenSeq={seenSeq}
          onLeave={toComposer}
        />
      )}
      {!can?.post ? (
        <CannotWrite thread={thread} />
      ) : (
        <Composer
          field={field}
          label={`Message ${name}`}
          placeholder={`Message ${name}`}
          value={writing.value}
          onChange={writing.change}
          onSubmit={writing.submit}
          onArrowUp={writing.editLastOwn}
          onEscape={writing.subject === null ? undefined : leaveSubject}
          onBlur={writing.pause}
          mentioning={mentioning}
          submitLabel={editing ? 'Save' : 'Send'}
          files={writing.files}
          beside={!editing && <AttachButton onChosen={attach} />}
          above={
            <>
              {writing.subject && (
                <ContextBar
                  kind={writing.mode}
                  message={writing.subject}
                  onLeave={leaveSubject}
                  onShow={(message) => void jump(message)}
                />
              )}
              {!editing && <TrayHost tray={tray} onEmptied={toComposer} />}
            </>
          }
          below={<TypingLine threadId={thread.id} viewerId={viewer.id} />}
        />
      )}
      <MessageDialogs />
      <LightboxHost messages={shown.messages} viewedId={viewedId} onView={setViewedId} />
      <RemoveDialog
        message={removing}
        onClose={() => setRemoving(null)}
        onRemove={(message) => {
          void commands.remove(message);
          toComposer();
        }}
      />
    </div>
  );
}

/** The same verbs for the list however often this is drawn, so that rows whose message is the same stay as they are. */
function useSteady(actions: MessageActions): MessageActions {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      reply: (message) => latest.current.reply?.(message),
      openReplies: (message) => latest.current.openReplies?.(message),
      edit: (message) => latest.current.edit(message),
      remove: (message) => latest.current.remove(message),
      react: (message, emoji, on) => latest.current.react(message, emoji, on),
      jump: (target) => latest.current.jump(target),
      copyLink: (message) => latest.current.copyLink(message),
      retry: (id) => latest.current.retry(id),
      discard: (id) => latest.current.discard(id),
      takeBack: (entry) => latest.current.takeBack(entry),
      view: (attachmentId) => latest.current.view(attachmentId),
    }),
    [],
  );
}
