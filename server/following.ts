import type { Live, PresenceRegister, TypingRegister, Viewer } from '../schema/context.ts';
import { refuse, unauthenticated } from '../schema/errors.ts';
import type { AtOnce } from './at-once.ts';
import type { Hub } from './live/hub.ts';
import type { PresenceBoard } from './live/presence.ts';
import type { Queue } from './live/queue.ts';
import type { TypingBoard } from './live/typing.ts';
import type { Metrics } from './metrics.ts';
import type { OpenSessions } from './open-sessions.ts';

interface Followed {
  hub: Hub;
  typing: TypingBoard;
  presence: PresenceBoard;
  sessions: OpenSessions;
  metrics: Metrics;
  /** For the subscriptions of each account. */
  places: AtOnce;
}

/** What subscriptions follow, for as long as the session stands that they were asked for with. */
export function following({ hub, typing, presence, sessions, metrics, places }: Followed): {
  live: Live;
  typing: TypingRegister;
  presence: PresenceRegister;
} {
  /** The end of a session is told to what is followed by then; who was on the way finds it here. */
  const whileSignedIn = async <T>({ sessionId }: Viewer, asked: Promise<Queue<T>>): Promise<Queue<T>> => {
    const followed = await asked;
    if (!sessions.hasEnded(sessionId)) return followed;
    await followed.return();
    throw unauthenticated();
  };
  /** @throws RATE_LIMITED where the account follows too much already */
  const follow = async <T>(viewer: Viewer, ask: () => Promise<Queue<T>>): Promise<Queue<T>> => {
    const leave = places.enter(viewer.userId);
    if (!leave)
      throw refuse('RATE_LIMITED', `At most ${places.most} subscriptions at once.`, { retryAfter: 60 });
    try {
      const followed = await whileSignedIn(viewer, ask());
      followed.onClose(leave);
      return followed;
    } catch (error) {
      leave();
      throw error;
    }
  };
  return {
    live: {
      follow: async (viewer, options) => {
        const changes = await follow(viewer, () => hub.follow(viewer, options));
        if (options.after != null) metrics.resumes.inc();
        return changes;
      },
    },
    typing: {
      set: (...said) => typing.set(...said),
      follow: (viewer, threadId) => follow(viewer, () => typing.follow(viewer, threadId)),
    },
    presence: {
      set: (...said) => presence.set(...said),
      of: (...asked) => presence.of(...asked),
      follow: (viewer, userIds) => follow(viewer, () => presence.follow(viewer, userIds)),
    },
  };
}
