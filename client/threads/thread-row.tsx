import { BellOff, MessageSquareReply, Pin, Star } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';

import { threadPlace } from '../app/places.ts';
import { isMuted, namedInReplies } from '../apollo/folders.ts';
import { wordsForFiles } from '../attachments/shown/words.ts';
import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { onOneLine } from '../messages/markdown/plain.ts';
import { PresentAvatar } from '../presence/present-avatar.tsx';
import { useViewer } from '../session/viewer.ts';
import { Badge, MentionBadge } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';
import { usePageVisible } from '../ui/page-visible.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ThreadMenu } from './thread-menu.tsx';
import { threadFace, threadName } from './thread-name.ts';
import { useDraft } from './use-draft.ts';

type Props = { thread: ThreadRow_threadFragment; open: boolean; reachable: boolean; onOpen?: () => void };

/** A thread in the list. Rows far out of sight are not laid out (`content-visibility`), so a long list stays light. */
export const ThreadRow = memo(function ThreadRow({ thread, open, reachable, onOpen }: Props) {
  const visible = usePageVisible();
  const { pinned = false, favourite = false, unreadFromSeq } = thread.preferences ?? {};
  const muted = isMuted(thread.preferences);
  // What stands open is being read, unless one has just marked it unread.
  const unread = open && visible && unreadFromSeq == null ? 0 : thread.unreadCount;
  return (
    <li
      className="group/thread relative [contain-intrinsic-size:auto_4rem] [content-visibility:auto]"
      // The button's menu is the context menu, too: that of the right mouse button, a long press and the menu key.
      onContextMenu={(event) => {
        const button = event.currentTarget.querySelector<HTMLElement>('[aria-haspopup="menu"]');
        if (!button) return;
        event.preventDefault();
        button.click();
      }}
    >
      <Link
        to={threadPlace(thread.id)}
        tabIndex={reachable ? 0 : -1}
        aria-current={open ? 'page' : undefined}
        data-roving={thread.id}
        onClick={() => onOpen?.()}
        className={cx(
          'flex items-center gap-3 rounded-card px-2.5 py-2.5 -outline-offset-2 transition-colors',
          open ? 'bg-accent-quiet' : 'hover:bg-surface-hover',
        )}
      >
        <PresentAvatar userId={thread.peer?.id ?? null} {...threadFace(thread)} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span
              className={cx(
                'min-w-0 truncate',
                unread > 0 && !muted ? 'font-semibold' : 'font-medium',
                muted && 'text-muted',
              )}
            >
              <bdi>{threadName(thread)}</bdi>
            </span>
            <span className="flex flex-1 items-center gap-1 self-center text-muted">
              {pinned && <Pin aria-label="Pinned" size={14} className="shrink-0" />}
              {favourite && <Star aria-label="Favourite" size={14} className="shrink-0" />}
              {muted && <BellOff aria-label="Muted" size={14} className="shrink-0" />}
            </span>
            <RelativeTime
              at={thread.lastActivityAt}
              className="shrink-0 text-meta text-muted pointer-fine:group-focus-within/thread:invisible pointer-fine:group-hover/thread:invisible"
            />
          </span>
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-meta text-muted">
              <bdi>
                <Preview thread={thread} />
              </bdi>
            </span>
            {thread.unreadReplies.length > 0 && (
              <MessageSquareReply aria-label="New replies" size={16} className="shrink-0 text-accent-text" />
            )}
            <MentionBadge count={(unread > 0 ? thread.unreadMentionCount : 0) + namedInReplies(thread)} />
            <Badge count={unread} quiet={muted} />
          </span>
        </span>
      </Link>
      <ThreadMenu
        thread={thread}
        className="absolute end-1.5 top-1 size-8 opacity-0 group-focus-within/thread:opacity-100 group-hover/thread:opacity-100 aria-expanded:opacity-100 pointer-coarse:hidden"
        tabIndex={reachable ? 0 : -1}
      />
    </li>
  );
});

/** One line of what was last said, or what one has begun to say. */
function Preview({ thread }: { thread: ThreadRow_threadFragment }) {
  const viewer = useViewer();
  const draft = useDraft(viewer.id, thread.id);
  const { lastMessage } = thread;
  if (draft) {
    return (
      <>
        <span className="font-medium text-accent-text">Draft:</span> {draft}
      </>
    );
  }
  if (!lastMessage) return 'No messages yet';
  const { author, deletedAt, attachments } = lastMessage;
  const words = onOneLine(lastMessage.body) || wordsForFiles(attachments);
  const body = deletedAt ? 'Message deleted' : words;
  if (!author) return body;
  if (author.id === viewer.id) return `You: ${body}`;
  return thread.kind === 'GROUP' ? `${author.displayName}: ${body}` : body;
}
