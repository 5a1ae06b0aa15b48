import './messages.css';

import { useEffect, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';

import type { ConversationQuery } from '../generated/graphql.ts';
import { ConversationSkeleton } from '../threads/conversation-skeleton.tsx';
import { useViewer } from '../session/viewer.ts';
import { FailedConversation } from './conversation-states.tsx';
import { OpenConversation } from './open-conversation.tsx';
import { type FarMessages, useFarMessages } from './use-far-messages.ts';
import { useFirstUnread } from './use-first-unread.ts';
import { goTo } from './use-jump.ts';
import { useMessages } from './use-messages.ts';

export type OpenThread = NonNullable<ConversationQuery['thread']>;

interface Props {
  readonly threadId: string;
  /** The message at which it opens. */
  readonly at: string | undefined;
}

/** A thread's messages and the composer, filling what is around it. */
export function Conversation({ threadId, at }: Props) {
  // Scroll place, divider and draft are a thread's own: another thread is another conversation.
  return <LoadedConversation key={threadId} threadId={threadId} at={at} />;
}

function LoadedConversation({ threadId, at }: Props) {
  const viewer = useViewer();
  const loaded = useMessages(threadId);
  const far = useFarMessages(threadId);
  const going = useAddress(threadId, at, far);
  const { thread, error, refetch } = loaded;
  const firstUnread = useFirstUnread(thread, loaded);

  if (thread === null) return null; // left, or never there: the screen around it says so
  if (thread !== undefined && firstUnread.ready && !going) {
    return (
      <OpenConversation
        thread={thread}
        viewer={viewer}
        loaded={loaded}
        far={far}
        firstUnreadSeq={firstUnread.seq}
      />
    );
  }
  if (error !== undefined && thread === undefined) {
    return <FailedConversation error={error} onRetry={() => void refetch().catch(() => {})} />;
  }
  return <ConversationSkeleton />;
}

/** Goes to the message that the address names. @returns whether the conversation first opens on the way there */
function useAddress(threadId: string, at: string | undefined, far: FarMessages): boolean {
  const [arrived, setArrived] = useState(at === undefined);
  const { open } = far;
  // A link to where the address leads already is followed again: each time it is another entry of the history.
  const entry = useHistoryState<object | null>();
  useEffect(() => {
    if (at !== undefined) void goTo({ open }, at).finally(() => setArrived(true));
  }, [threadId, at, open, entry]);
  return !arrived;
}
