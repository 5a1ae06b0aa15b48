import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import { NoThread } from '../threads/no-thread.tsx';
import { ThreadScreen } from '../threads/thread-screen.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { Shell } from './shell.tsx';

const InviteScreen = lazy(async () => ({
  default: (await import('../invites/invite-screen.tsx')).InviteScreen,
}));

const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}));

const root = createRootRoute({
  component: Shell,
});

const index = createRoute({ getParentRoute: () => root, path: '/', component: NoThread });

type ThreadSearch = { panel?: 'people' };

const THREAD_ID = /^thr_[0-9a-f-]{36}$/;

const thread = createRoute({
  getParentRoute: () => root,
  path: '/t/$threadId',
  validateSearch: (search): ThreadSearch => (search['panel'] === 'people' ? { panel: 'people' } : {}),
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

/** Where nothing lives, the list does. */
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([index, thread, invite, settings, elsewhere]),
  defaultErrorComponent: CrashScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
