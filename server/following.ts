import type { Live, PresenceRegister, TypingRegister, Viewer } from '../schema/context.ts';
import { unauthenticated } from '../schema/errors.ts';
import type { Hub } from './live/hub.ts';
import type { PresenceBoard } from './live/presence.ts';
import type { TypingBoard } from './live/typing.ts';
import type { Metrics } from './metrics.ts';
import type { OpenSessions } from './open-sessions.ts';

interface Followed {
  hub: Hub;
  typing: TypingBoard;
  presence: PresenceBoard;
  sessions: OpenSessions;
  metrics: Metrics;
}

/** What subscriptions follow, for as long as the session stands that they were asked for with. */
export function following({ hub, typing, presence, sessions, metrics }: Followed): {
  live: Live;
  typing: TypingRegister;
  presence: PresenceRegister;
} {
  /** The end of a session is told to what is followed by then; who was on the way finds it here. */
  const whileSignedIn = async <T>(
    { sessionId }: Viewer,
    asked: Promise<AsyncIterable<T>>,
  ): Promise<AsyncIterable<T>> => {
    const followed = await asked;
    if (!sessions.hasEnded(sessionId)) return followed;
    await followed[Symbol.asyncIterator]().return?.();
    throw unauthenticated();
  };
  return {
    live: {
      follow: async (viewer, options) => {
        const changes = await whileSignedIn(viewer, hub.follow(viewer, options));
        if (options.after != null) metrics.resumes.inc();
        return changes;
      },
    },
    typing: {
      set: (...said) => typing.set(...said),
      follow: (viewer, threadId) => whileSignedIn(viewer, typing.follow(viewer, threadId)),
    },
    presence: {
      set: (...said) => presence.set(...said),
      of: (...asked) => presence.of(...asked),
      follow: (viewer, userIds) => whileSignedIn(viewer, presence.follow(viewer, userIds)),
    },
  };
}
