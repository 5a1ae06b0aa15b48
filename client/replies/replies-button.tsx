import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import type { Message } from '../messages/list/row.ts';

interface Props {
  readonly message: Message;
  readonly reachable: boolean;
  readonly onOpen: (message: Message) => void;
}

/** Under a message that was answered: by whom last, how often, and whether something is new there. It leads to the replies. */
export function RepliesButton({ message, reachable, onOpen }: Props) {
  const { id, replyCount, lastRepliers, repliesUnread } = message;
  return (
    <button
      type="button"
      data-replies={id}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onOpen(message)}
      className="relative my-0.5 -ms-1 flex max-w-full items-center gap-2 rounded-control py-0.5 ps-1 pe-2 text-meta hover:bg-surface-hover pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-2"
    >
      <span className="flex -space-x-1.5 rtl:space-x-reverse">
        {lastRepliers.map((person) => (
          <Avatar key={person.id} id={person.id} name={person.displayName} url={person.avatarUrl} size={24} />
        ))}
      </span>
      <span className={cx('text-accent-text', repliesUnread ? 'font-semibold' : 'font-medium')}>
        {wordsForReplies(replyCount)}
      </span>
      {repliesUnread && (
        <span className="rounded-full bg-accent-fill px-1.5 text-[0.6875rem] leading-4 font-semibold text-on-accent">
          New
        </span>
      )}
    </button>
  );
}

export const wordsForReplies = (count: number): string => (count === 1 ? '1 reply' : `${count} replies`);
