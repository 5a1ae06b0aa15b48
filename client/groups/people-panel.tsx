import { X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';

import { threadPlace, useNavigate } from '../app/places.ts';
import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { threadFace, threadName } from '../threads/thread-name.ts';

const GroupPanel = lazy(async () => ({ default: (await import('./group-panel.tsx')).GroupPanel }));

/**
 * Beside the conversation: who is in it. It has the whole screen where there is room for one pane. It takes the focus when it opens,
 * before what it shows has come: later that would take it from whoever has gone on, to the messages, say.
 */
export function PeoplePanel({ thread }: { thread: ThreadRow_threadFragment }) {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-labelledby="panel-heading"
      data-region
      className="flex w-full flex-col overflow-y-auto bg-surface-sunken pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] desktop:w-85"
    >
      <header className="flex min-h-16 items-center gap-2 ps-5 pe-2">
        <h2
          id="panel-heading"
          ref={heading}
          tabIndex={-1}
          className="flex-1 text-title font-semibold outline-none"
        >
          {thread.kind === 'GROUP' ? 'Group' : 'About'}
        </h2>
        <IconButton icon={X} label="Close" onClick={() => navigate(threadPlace(thread.id))} />
      </header>
      <Suspense>
        {thread.kind === 'GROUP' ? <GroupPanel thread={thread} /> : <Person thread={thread} />}
      </Suspense>
    </section>
  );
}

function Person({ thread }: { thread: ThreadRow_threadFragment }) {
  return (
    <div className="flex flex-col items-center gap-3 px-5 py-6 text-center">
      <Avatar {...threadFace(thread)} size={64} />
      <div>
        <p className="text-title font-semibold">{threadName(thread)}</p>
        {thread.peer?.handle && <p className="text-muted">@{thread.peer.handle}</p>}
      </div>
      <p className="text-muted">Only the two of you see this conversation.</p>
    </div>
  );
}
