import './messages.css';

import type { ConversationQuery } from '../generated/graphql.ts';
import { ConversationSkeleton } from '../threads/conversation-skeleton.tsx';
import { useViewer } from '../session/viewer.ts';
import { FailedConversation } from './conversation-states.tsx';
import { OpenConversation } from './open-conversation.tsx';
import { useFirstUnread } from './use-first-unread.ts';
import { useMessages } from './use-messages.ts';

export type OpenThread = NonNullable<ConversationQuery['thread']>;

/** A thread's messages and the composer, filling what is around it. */
export function Conversation({ threadId }: { readonly threadId: string }) {
  // Scroll place, divider and draft are a thread's own: another thread is another conversation.
  return <LoadedConversation key={threadId} threadId={threadId} />;
}

function LoadedConversation({ threadId }: { readonly threadId: string }) {
  const viewer = useViewer();
  const loaded = useMessages(threadId);
  const { thread, error, refetch } = loaded;
  const firstUnread = useFirstUnread(thread, loaded);

  if (thread === null) return null; // left, or never there: the screen around it says so
  if (thread !== undefined && firstUnread.ready) {
    return (
      <OpenConversation thread={thread} viewer={viewer} loaded={loaded} firstUnreadSeq={firstUnread.seq} />
    );
  }
  if (error !== undefined && thread === undefined) {
    return <FailedConversation error={error} onRetry={() => void refetch().catch(() => {})} />;
  }
  return <ConversationSkeleton />;
}
