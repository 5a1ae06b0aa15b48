import { DoorClosed } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { Link } from 'wouter';

import { homePlace, threadPlace, useNavigate, useThreadShown } from '../app/places.ts';
import { useThreadHeadQuery } from '../generated/graphql.ts';
import { PeoplePanel } from '../groups/people-panel.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ConversationSkeleton } from './conversation-skeleton.tsx';
import { ThreadHeader } from './thread-header.tsx';

const Conversation = lazy(async () => ({
  default: (await import('../messages/conversation.tsx')).Conversation,
}));
const RepliesPanel = lazy(async () => ({
  default: (await import('../replies/replies-panel.tsx')).RepliesPanel,
}));

/** An open thread: its head, its messages, and the panel beside them when it is asked for. */
export function ThreadScreen({ threadId }: { readonly threadId: string }) {
  const { panel, m, replies, reply } = useThreadShown();
  // No request of its own: what the list has not brought comes with the messages, which also say so when it fails.
  const { data } = useThreadHeadQuery({ variables: { threadId }, fetchPolicy: 'cache-only' });
  const beside = panel !== undefined || replies !== undefined;
  useEscapeOut(threadId, beside);
  const thread = data?.thread;

  if (thread === null) {
    return (
      <div className="h-full flex-1">
        <EmptyState
          icon={DoorClosed}
          title="This conversation isn't yours to see"
          action={
            <Link to={homePlace} className="font-medium text-accent-text underline underline-offset-4">
              Back to your conversations
            </Link>
          }
        >
          It does not exist, or you are no longer in it.
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <section
        aria-label="Conversation"
        className={cx('min-w-0 flex-1 flex-col', beside ? 'hidden desktop:flex' : 'flex')}
      >
        <ThreadHeader threadId={threadId} thread={thread} panelOpen={panel !== undefined} />
        <div className="flex min-h-0 flex-1 flex-col">
          <Suspense fallback={<ConversationSkeleton />}>
            <Conversation key={threadId} threadId={threadId} at={m} />
          </Suspense>
        </div>
      </section>
      {replies !== undefined && thread && (
        <Suspense fallback={<div className="w-full desktop:w-85" />}>
          <RepliesPanel key={replies} threadId={threadId} messageId={replies} at={reply} />
        </Suspense>
      )}
      {panel && replies === undefined && thread && <PeoplePanel key={threadId} thread={thread} />}
    </>
  );
}

/** Esc goes one step back: from the panel to the conversation, and on a phone from there to the list. */
function useEscapeOut(threadId: string, panelOpen: boolean) {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
    if (panelOpen) navigate(threadPlace(threadId));
    else if (!matchMedia('(min-width: 45rem)').matches) navigate(homePlace);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
