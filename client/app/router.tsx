import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import { NoThread } from '../threads/no-thread.tsx';
import { ThreadScreen } from '../threads/thread-screen.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { Shell } from './shell.tsx';

const InviteScreen = lazy(async () => ({
  default: (await import('../invites/invite-screen.tsx')).InviteScreen,
}));

const MentionsScreen = lazy(async () => ({
  default: (await import('../mentions/mentions-screen.tsx')).MentionsScreen,
}));

const SearchScreen = lazy(async () => ({
  default: (await import('../search/search-screen.tsx')).SearchScreen,
}));

const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}));

const root = createRootRoute({
  component: Shell,
});

const index = createRoute({ getParentRoute: () => root, path: '/', component: NoThread });

/** `m` is the message at which it opens. */
type ThreadSearch = { panel?: 'people'; m?: string };

const THREAD_ID = /^thr_[0-9a-f-]{36}$/;
const MESSAGE_ID = /^msg_[0-9a-f-]{36}$/;

const thread = createRoute({
  getParentRoute: () => root,
  path: '/t/$threadId',
  validateSearch: ({ panel, m }): ThreadSearch => ({
    ...(panel === 'people' && { panel }),
    ...(typeof m === 'string' && MESSAGE_ID.test(m) && { m }),
  }),
  // What cannot be a thread's id is no address.
  beforeLoad({ params }) {
    if (!THREAD_ID.test(params.threadId)) throw redirect({ to: '/', replace: true });
  },
  component: ThreadScreen,
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/i/$token',
  component: () => (
    <Suspense>
      <InviteScreen />
    </Suspense>
  ),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: () => (
    <Suspense>
      <SettingsScreen />
    </Suspense>
  ),
});

type MessageSearch = { q?: string; best?: true };

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  // A query of digits alone comes as a number, and one of `true` as what it says.
  validateSearch: ({ q, best }): MessageSearch => ({
    ...(q !== undefined && q !== '' && { q: typeof q === 'string' ? q : JSON.stringify(q) }),
    ...(best === true && { best }),
  }),
  component: () => (
    <Suspense>
      <SearchScreen />
    </Suspense>
  ),
});

const mentions = createRoute({
  getParentRoute: () => root,
  path: '/mentions',
  component: () => (
    <Suspense>
      <MentionsScreen />
    </Suspense>
  ),
});

/** Where nothing lives, the list does. */
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([index, thread, invite, mentions, search, settings, elsewhere]),
  defaultErrorComponent: CrashScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
