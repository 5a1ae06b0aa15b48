import { ArrowLeft, Menu as MenuIcon, PanelRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';

import { homePlace, threadPlace, useNavigate } from '../app/places.ts';
import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { PresentAvatar } from '../presence/present-avatar.tsx';
import { PresentLine } from '../presence/present-line.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { countOfPeople } from './count-of-people.ts';
import { ThreadMenu } from './thread-menu.tsx';
import { threadFace, threadName } from './thread-name.ts';

const ListDrawer = lazy(async () => ({ default: (await import('./list-drawer.tsx')).ListDrawer }));

type Props = { threadId: string; thread: ThreadRow_threadFragment | undefined; panelOpen: boolean };

/** Whose conversation this is, and the ways from it: back to the list, and to its people. */
export function ThreadHeader({ threadId, thread, panelOpen }: Props) {
  const navigate = useNavigate();
  const [drawer, setDrawer] = useState<'never' | 'open' | 'shut'>('never');
  const togglePanel = () => navigate(threadPlace(threadId, panelOpen ? {} : { panel: 'people' }));
  return (
    <header className="flex min-h-16 items-center gap-3 px-2 pt-[env(safe-area-inset-top)] tablet:px-4">
      <IconButton
        icon={ArrowLeft}
        label="Back to conversations"
        className="tablet:hidden rtl:-scale-x-100"
        onClick={() => navigate(homePlace)}
      />
      <IconButton
        icon={MenuIcon}
        label="Conversations"
        className="max-tablet:hidden desktop:hidden"
        onClick={() => setDrawer('open')}
      />
      {drawer !== 'never' && (
        <Suspense fallback={null}>
          <ListDrawer open={drawer === 'open'} onOpenChange={(open) => setDrawer(open ? 'open' : 'shut')} />
        </Suspense>
      )}
      {thread ? (
        <Link
          to={threadPlace(threadId, { panel: 'people' })}
          className="flex min-w-0 flex-1 items-center gap-3 rounded-control"
        >
          <PresentAvatar userId={thread.peer?.id ?? null} {...threadFace(thread)} size={36} />
          <span className="min-w-0">
            <h2 className="truncate text-title font-semibold">
              <bdi>{threadName(thread)}</bdi>
            </h2>
            <span className="block truncate text-meta text-muted">
              {thread.kind === 'GROUP'
                ? aboutGroup(thread)
                : thread.peer && <PresentLine userId={thread.peer.id} otherwise={`@${thread.peer.handle}`} />}
            </span>
          </span>
        </Link>
      ) : (
        <span className="flex flex-1 items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </span>
      )}
      {thread && <ThreadMenu thread={thread} />}
      <IconButton
        icon={PanelRight}
        label={thread?.kind === 'GROUP' ? 'Group' : 'About this person'}
        aria-pressed={panelOpen}
        onClick={togglePanel}
        className="rtl:-scale-x-100"
      />
    </header>
  );
}

/** How many they are, and what it is about. */
const aboutGroup = ({ participantCount, topic, groupArchivedAt }: ThreadRow_threadFragment): string =>
  [groupArchivedAt !== null && 'Archived', countOfPeople(participantCount), topic]
    .filter(Boolean)
    .join(' · ');
