import { MessageSquareReply } from 'lucide-react';

interface Props {
  readonly count: number;
  readonly onOpen: () => void;
}

/** Above the conversation, while replies that the viewer follows wait there, however far back: to the newest of them. */
export function NewReplies({ count, onOpen }: Props) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-9 w-full shrink-0 items-center justify-center gap-2 bg-accent-quiet px-4 py-1 text-meta font-medium text-accent-text hover:underline pointer-coarse:min-h-11"
    >
      <MessageSquareReply aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      {count === 1 ? 'New replies to a message' : `New replies to ${count} messages`}
    </button>
  );
}
