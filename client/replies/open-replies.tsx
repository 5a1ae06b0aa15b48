import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { LightboxHost } from '../attachments/shown/lightbox-host.tsx';
import { AttachButton } from '../attachments/tray/attach-button.tsx';
import { DropTarget } from '../attachments/tray/drop-target.tsx';
import { TrayHost } from '../attachments/tray/tray-host.tsx';
import { useFileDrop } from '../attachments/tray/use-file-drop.ts';
import { useTray } from '../attachments/tray/use-tray.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { useMentioning } from '../mentions/use-mentioning.tsx';
import { Composer } from '../messages/composer/composer.tsx';
import { ContextBar } from '../messages/composer/context-bar.tsx';
import { useWriting } from '../messages/composer/use-writing.ts';
import { CannotWrite, OlderFailed } from '../messages/conversation-states.tsx';
import type { OpenThread } from '../messages/conversation.tsx';
import { MessageRow } from '../messages/list/message-row.tsx';
import { type Message, type Row, toRows } from '../messages/list/row.ts';
import { deliveryOfRow } from '../messages/list/ticks.ts';
import { copy, type MessageActions } from '../messages/list/toolbar.tsx';
import { useRowFocus } from '../messages/list/use-row-focus.ts';
import { useOutbox, useOutboxEntries } from '../messages/outbox/use-outbox.ts';
import { useMessageCommands } from '../messages/use-message-commands.ts';
import { Button } from '../ui/button.tsx';
import { RemoveDialog } from '../messages/remove-dialog.tsx';
import { usePageVisible } from '../ui/page-visible.ts';
import { wordsForReplies } from './replies-button.tsx';
import { type Answered, type useReplies, useSeenReplies } from './use-replies.ts';

interface Props {
  readonly thread: OpenThread;
  readonly viewer: Person_userFragment;
  readonly answered: Answered;
  readonly replies: ReturnType<typeof useReplies>;
  readonly at: string | undefined;
}

/** So close to the end it stays there when something comes. */
const nearEndPx = 80;

/** The answered message, the replies to it, and a composer of their own. */
export function OpenReplies({ thread, viewer, answered, replies, at }: Props) {
  const { older, loadOlder, loadBackTo } = replies;
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const toComposer = () => field.current?.focus();
  // A phone would cover half of them with its keyboard.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);

  const outbox = useOutbox(viewer.id);
  const outgoing = useOutboxEntries(outbox);
  const commands = useMessageCommands(thread.id, outbox);
  const messages = useMemo<readonly Message[]>(
    () => answered.replies.edges.map(({ node }) => node),
    [answered.replies],
  );
  const rows = useMemo(
    () =>
      toRows(
        messages,
        outgoing.filter(({ replyTo }) => replyTo?.id === answered.id),
        viewer,
        undefined,
      ),
    [messages, outgoing, answered.id, viewer],
  );
  const all = useMemo<readonly Row[]>(
    () => [{ message: answered, startsGroup: true, startsDay: false, startsUnread: false }, ...rows],
    [answered, rows],
  );
  const rowFocus = useRowFocus({ scroller, rows: all, onLeave: toComposer });
  useSeenReplies(thread, answered, usePageVisible());

  const [alsoInConversation, setAlso] = useState(false);
  const key = `${thread.id}:${answered.id}`;
  const tray = useTray(viewer.id, key);
  const toEnd = useKeptAtEnd(scroller, rows);
  const writing = useWriting({
    account: viewer.id,
    threadId: thread.id,
    draftKey: key,
    among: { answered, alsoInConversation },
    messages,
    editWindow: thread.editWindowSeconds,
    commands,
    tray,
    onSent: () => {
      setAlso(false);
      toEnd();
    },
  });
  const editing = writing.mode === 'edit';
  const inConversation = writing.edited ? !writing.edited.onlyInReplies : alsoInConversation;
  // With what waits to be sent.
  const total = Math.max(answered.replyCount, rows.length);
  const mentioning = useMentioning({
    field,
    value: writing.value,
    onChange: writing.change,
    threadId: thread.id,
    viewerId: viewer.id,
    // Among replies alone @all calls nobody.
    mayCallAll: inConversation && (thread.viewerCan?.callAll ?? false),
  });
  const lit = useSought(scroller, rows, at, loadBackTo);
  const [removing, setRemoving] = useState<Message | null>(null);
  const [viewedId, setViewedId] = useState<string | null>(null);
  const can = thread.viewerCan;
  const attach = (files: readonly File[]) => {
    tray.add(files);
    toComposer();
  };
  const drop = useFileDrop(can?.post ? attach : undefined, editing);

  const actions: MessageActions = {
    edit: (message) => {
      writing.edit(message);
      toComposer();
    },
    remove: setRemoving,
    react: (message, emoji, on) => void commands.react(message, emoji, on),
    jump: ({ id }) => rowIn(scroller.current, id)?.scrollIntoView({ block: 'nearest' }),
    copyLink: ({ id }) => void copy(`${location.origin}/t/${thread.id}?m=${id}`),
    retry: (id) => void outbox.retry(id),
    discard: (id) => {
      void outbox.discard(id);
      toComposer();
    },
    takeBack: (entry) => {
      if (writing.takeBack(entry)) setAlso(!entry.onlyInReplies);
      toComposer();
    },
    view: setViewedId,
  };
  const reachableIndex = rowFocus.activeIndex < 0 ? all.length - 1 : rowFocus.activeIndex;
  const show = (row: Row, index: number) => {
    const own = row.message.author?.id === viewer.id;
    return (
      <MessageRow
        key={row.message.id}
        within="reply-"
        // What they answer stands above them.
        row={{ ...row, message: { ...row.message, replyTo: null } }}
        own={own}
        viewerId={viewer.id}
        delivery={own ? deliveryOfRow(row, thread) : undefined}
        position={index + 1}
        setSize={all.length}
        reachable={index === reachableIndex}
        active={rowFocus.focused && index === rowFocus.activeIndex}
        lit={row.message.id === lit}
        canWrite={can?.post ?? false}
        canReact={can?.react ?? false}
        canModerate={can?.deleteAnyMessage ?? false}
        editWindow={thread.editWindowSeconds}
        actions={actions}
        onActivate={rowFocus.setActiveId}
      />
    );
  };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col" {...drop.handlers}>
      {drop.over && <DropTarget>Drop files to reply with them</DropTarget>}
      <div
        ref={scroller}
        role="feed"
        aria-label="Replies"
        aria-busy={older.loading}
        className="min-h-0 flex-1 overflow-y-auto pb-2"
        onKeyDown={(event) => {
          const { clientHeight, scrollHeight } = event.currentTarget;
          const rowsInSight = Math.floor((all.length * clientHeight) / scrollHeight);
          rowFocus.onKeyDown(event, Math.max(1, rowsInSight - 1), (index) =>
            rowIn(scroller.current, all[index]?.message.id ?? '')?.scrollIntoView({ block: 'nearest' }),
          );
        }}
        onFocus={rowFocus.onFocus}
        onBlur={rowFocus.onBlur}
      >
        {all.slice(0, 1).map(show)}
        <p className="flex items-center gap-3 px-4 pt-3 text-meta text-muted tablet:px-6">
          {total === 0 ? 'No replies yet. Write the first one below.' : wordsForReplies(total)}
          <span className="h-px flex-1 bg-line" />
        </p>
        {older.error !== undefined && <OlderFailed error={older.error} onRetry={() => void loadOlder()} />}
        {answered.replies.pageInfo.hasPreviousPage && older.error === undefined && (
          <div className="flex justify-center pt-2">
            <Button disabled={older.loading} onClick={() => void loadOlder()}>
              {older.loading ? 'Loading…' : 'Earlier replies'}
            </Button>
          </div>
        )}
        {all.slice(1).map((row, index) => show(row, index + 1))}
      </div>
      {!can?.post ? (
        <CannotWrite thread={thread} />
      ) : (
        <Composer
          field={field}
          formLabel="Write a reply"
          label="Reply to this message"
          placeholder="Reply"
          value={writing.value}
          onChange={writing.change}
          onSubmit={writing.submit}
          onArrowUp={writing.editLastOwn}
          onEscape={editing ? writing.leaveSubject : undefined}
          onBlur={writing.pause}
          mentioning={mentioning}
          submitLabel={editing ? 'Save' : 'Send'}
          files={writing.files}
          beside={!editing && <AttachButton onChosen={attach} />}
          above={
            <>
              {editing && writing.subject && (
                <ContextBar
                  kind="edit"
                  message={writing.subject}
                  onLeave={writing.leaveSubject}
                  onShow={actions.jump}
                />
              )}
              {!editing && <TrayHost tray={tray} onEmptied={toComposer} />}
            </>
          }
          below={
            !editing && (
              <label className="flex min-h-9 min-w-0 flex-1 items-center gap-2 text-meta text-muted pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  checked={alsoInConversation}
                  onChange={({ target }) => setAlso(target.checked)}
                  className="size-4 accent-(--accent-fill)"
                />
                Also send to the conversation
              </label>
            )
          }
        />
      )}
      <LightboxHost messages={[answered, ...messages]} viewedId={viewedId} onView={setViewedId} />
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

const rowIn = (scroller: HTMLElement | null, id: string) =>
  scroller?.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);

/** Stands at the last reply, and stays there when one comes. @returns how to get there */
function useKeptAtEnd(scroller: React.RefObject<HTMLElement | null>, rows: readonly Row[]): () => void {
  const wanted = useRef(true);
  const last = rows.at(-1)?.message.id;
  useEffect(() => {
    const element = scroller.current;
    const note = () => {
      if (element)
        wanted.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
    };
    element?.addEventListener('scroll', note, { passive: true });
    return () => element?.removeEventListener('scroll', note);
  }, [scroller]);
  useLayoutEffect(() => {
    if (wanted.current && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [scroller, last]);
  return () => {
    wanted.current = true;
  };
}

/** Brings the reply that the address names into sight. @returns it, while it is lit up */
function useSought(
  scroller: React.RefObject<HTMLElement | null>,
  rows: readonly Row[],
  at: string | undefined,
  loadBackTo: (id: string) => Promise<void>,
): string | undefined {
  useEffect(() => {
    if (at !== undefined) void loadBackTo(at);
  }, [at, loadBackTo]);
  const found = at !== undefined && rows.some(({ message }) => message.id === at) ? at : undefined;
  useLayoutEffect(() => {
    if (found !== undefined) rowIn(scroller.current, found)?.scrollIntoView({ block: 'center' });
  }, [scroller, found]);
  return found;
}
