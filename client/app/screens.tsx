import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';

import { NoThread } from '../threads/no-thread.tsx';
import { ThreadScreen } from '../threads/thread-screen.tsx';
import { CrashBoundary } from './crash-screen.tsx';
import { homePlace, isThreadId, mentionsPlace, savedPlace, settingsPlace } from './places.ts';

const InviteScreen = lazy(async () => ({
  default: (await import('../invites/invite-screen.tsx')).InviteScreen,
}));

const MentionsScreen = lazy(async () => ({
  default: (await import('../mentions/mentions-screen.tsx')).MentionsScreen,
}));

const SavedScreen = lazy(async () => ({
  default: (await import('../keep/saved-screen.tsx')).SavedScreen,
}));

const SearchScreen = lazy(async () => ({
  default: (await import('../search/search-screen.tsx')).SearchScreen,
}));

const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}));

/** What stands beside the list: the address alone says what. Where nothing lives, the list does. */
export function Screens() {
  const [at] = useLocation();
  const home = <Redirect to={homePlace} replace />;
  return (
    <CrashBoundary at={at}>
      <Suspense>
        <Switch>
          <Route path={homePlace}>
            <NoThread />
          </Route>
          <Route path="/t/:threadId">
            {({ threadId }) => (isThreadId(threadId) ? <ThreadScreen threadId={threadId} /> : home)}
          </Route>
          <Route path="/i/:token">{({ token }) => <InviteScreen token={token} />}</Route>
          <Route path="/search">
            <SearchScreen />
          </Route>
          <Route path={mentionsPlace}>
            <MentionsScreen />
          </Route>
          <Route path={savedPlace}>
            <SavedScreen />
          </Route>
          <Route path={settingsPlace}>
            <SettingsScreen />
          </Route>
          <Route>{home}</Route>
        </Switch>
      </Suspense>
    </CrashBoundary>
  );
}
