import { AtSign, MessageSquarePlus, MessagesSquare, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';

import { leavingTrace, mentionsPlace, searchPlace, useNavigate, useOpenThread } from '../app/places.ts';
import { ProfileMenu } from '../app/profile-menu.tsx';
import { useNewConversation } from '../people/new-conversation.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useStore } from '../ui/store.ts';
import { Edge } from './list-edge.tsx';
import { ThreadRow } from './thread-row.tsx';
import { useRovingFocus } from './use-roving-focus.ts';
import { faceOf, inbox, openFolder } from './folder.ts';
import { FolderSelect } from './folder-select.tsx';
import { useFolder } from './use-threads.ts';

type Props = { className?: string; onOpen?: () => void };

/** The viewer's threads, what is pinned in front, then newest activity first; or a part of them. One of its links takes part in the Tab order; the arrow keys walk along the rest. */
export function ThreadList({ className, onOpen }: Props) {
  const threadId = useOpenThread();
  const folder = useStore(openFolder);
  const { threads: loaded, ...more } = useFolder(folder, threadId);
  const threads = loaded ?? [];
  const face = faceOf(folder);
  const navigate = useNavigate();
  const { start, dialog } = useNewConversation();
  useFocusOnReturn(threadId);
  const roving = useRovingFocus(
    threads.map(({ id }) => id),
    threadId,
  );
  return (
    <nav
      aria-label="Conversations"
      data-region
      className={cx('min-h-0 shrink-0 flex-col bg-surface-sunken pt-[env(safe-area-inset-top)]', className)}
    >
      <div className="flex items-center gap-2 py-3 ps-4 pe-2">
        <div className="-ms-1 desktop:hidden">
          <ProfileMenu side="bottom" />
        </div>
        <h2 className="flex-1 text-title font-semibold max-desktop:sr-only">{face.label}</h2>
        <FolderSelect />
        <IconButton
          icon={Search}
          label="Search"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => {
            onOpen?.();
            navigate(searchPlace(), leavingTrace);
          }}
        />
        <IconButton icon={MessageSquarePlus} label="New conversation" onClick={start} />
      </div>
      {folder === 'MENTIONS' && (
        <Link
          to={mentionsPlace}
          onClick={() => onOpen?.()}
          className="mx-2 mb-1 flex min-h-11 items-center gap-3 rounded-card px-2.5 font-medium text-accent-text hover:bg-surface-hover"
        >
          <AtSign aria-hidden size={18} />
          All that mentions you
        </Link>
      )}
      {loaded === null && more.error === null ? (
        <SkeletonRows count={5} />
      ) : threads.length === 0 && !more.hasMore && face !== inbox ? (
        <EmptyState icon={face.icon} title="Nothing here">
          {face.empty}
        </EmptyState>
      ) : threads.length === 0 && !more.hasMore ? (
        <EmptyState
          icon={MessagesSquare}
          title="Nobody here yet"
          action={
            <Button variant="primary" onClick={start}>
              Start a conversation
            </Button>
          }
        >
          Find a person by name or handle, or gather several in a group.
        </EmptyState>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-4" {...roving.list}>
          {threads.map((thread) => (
            <ThreadRow
              key={thread.id}
              thread={thread}
              open={thread.id === threadId}
              reachable={thread.id === roving.reachable}
              {...(onOpen ? { onOpen } : {})}
            />
          ))}
          <Edge {...more} />
        </ul>
      )}
      {dialog}
    </nav>
  );
}

/** Where there was room for one pane only, closing the conversation leaves the focus nowhere: it belongs to the row one came from. */
function useFocusOnReturn(threadId: string | undefined) {
  const before = useRef(threadId);
  useEffect(() => {
    const from = before.current;
    before.current = threadId;
    if (from === undefined || threadId !== undefined || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-roving="${CSS.escape(from)}"]`)?.focus();
  }, [threadId]);
}
