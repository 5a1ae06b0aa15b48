import '../messages/messages.css';

import { Bell, BellOff, MessageSquareReply, Unplug, X } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { threadPlace, useNavigate } from '../app/places.ts';
import { wordsFor } from '../apollo/words.ts';
import { useConversationQuery } from '../generated/graphql.ts';
import { useViewer } from '../session/viewer.ts';
import { ConversationSkeleton } from '../threads/conversation-skeleton.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { OpenReplies } from './open-replies.tsx';
import { useFollow, useReplies } from './use-replies.ts';

interface Props {
  readonly threadId: string;
  /** The message that is answered. */
  readonly messageId: string;
  /** The reply that is looked for. */
  readonly at: string | undefined;
}

/** Beside the conversation: the replies to one of its messages. Where there is room for one pane, it has the whole screen. */
export function RepliesPanel({ threadId, messageId, at }: Props) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  const replies = useReplies(messageId);
  const { answered, error, refetch } = replies;
  const { data } = useConversationQuery({ variables: { threadId, last: 1 }, fetchPolicy: 'cache-only' });
  const thread = data?.thread;
  const follow = useFollow();
  useEffect(() => {
    heading.current?.focus();
    // Back to where one came from, if that is still there.
    return () =>
      void requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-replies="${CSS.escape(messageId)}"]`)?.focus(),
      );
  }, [messageId]);
  const isHere = answered && answered.thread.id === threadId;

  return (
    <section
      aria-labelledby="panel-heading"
      data-region
      className="flex min-h-0 w-full flex-col bg-surface-sunken pt-[env(safe-area-inset-top)] desktop:w-85"
    >
      <header className="flex min-h-16 shrink-0 items-center gap-1 ps-5 pe-2">
        <h2
          id="panel-heading"
          ref={heading}
          tabIndex={-1}
          className="flex-1 text-title font-semibold outline-none"
        >
          Replies
        </h2>
        {isHere && (
          <IconButton
            icon={answered.repliesFollowed ? Bell : BellOff}
            label={
              answered.repliesFollowed ? 'Following: you are told of new replies' : 'Follow these replies'
            }
            aria-pressed={answered.repliesFollowed}
            onClick={() => void follow(answered, !answered.repliesFollowed)}
          />
        )}
        <IconButton icon={X} label="Close" onClick={() => navigate(threadPlace(threadId))} />
      </header>
      {isHere && thread ? (
        <OpenReplies
          key={messageId}
          thread={thread}
          viewer={viewer}
          answered={answered}
          replies={replies}
          at={at}
        />
      ) : answered === null || (answered && !isHere) ? (
        <EmptyState icon={MessageSquareReply} title="That message isn’t there">
          It does not exist, or it isn’t yours to see.
        </EmptyState>
      ) : error !== undefined ? (
        <EmptyState
          icon={Unplug}
          title="The replies didn’t load"
          action={
            <Button variant="primary" onClick={() => void refetch().catch(() => {})}>
              Try again
            </Button>
          }
        >
          {wordsFor(error)}
        </EmptyState>
      ) : (
        <ConversationSkeleton />
      )}
    </section>
  );
}
