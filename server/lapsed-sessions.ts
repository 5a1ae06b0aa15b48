import type { Logger } from 'pino';
import type { PrismaClient } from '../prisma/client/client.ts';
import { keepSessions, revokeSession, unrevoked } from '../schema/account/session.ts';
import type { Context, Viewer } from '../schema/context.ts';
import type { OpenSessions } from './open-sessions.ts';

/** A session that runs out while it is in use is noticed this much later at worst. */
const checkMs = 60_000;
/** No more often than that, whoever asks for it. */
const lookMs = 1000;

interface Checked {
  prisma: PrismaClient;
  sessions: OpenSessions;
  /** Ends what is open of it here. */
  endSession(viewer: Viewer): void;
  /** Of nobody in particular. */
  context(): Context;
  logger: Logger;
}

/** The row decides while a session is in use, too: one that has run out ends as if it had been signed out. */
export function endLapsedSessions({ prisma, sessions, endSession, context, logger }: Checked) {
  const warn = (error: unknown) => logger.warn({ err: error }, 'open sessions could not be checked');
  const check = async (): Promise<void> => {
    try {
      for (const viewer of await sessions.lapsed((ids) => keepSessions(prisma, ids))) {
        await revokeSession(context(), viewer);
        endSession(viewer);
      }
    } catch (error) {
      warn(error);
    }
  };
  let looked = -Infinity;
  let looking = false;
  /** Whether some have been ended elsewhere: nothing is written, which would hold back the log itself. */
  const look = (): void => {
    if (looking || performance.now() - looked < lookMs) return;
    looking = true;
    sessions
      .lapsed((ids) => unrevoked(prisma, ids))
      .then((ended) => ended.forEach(endSession), warn)
      .finally(() => {
        looking = false;
        looked = performance.now();
      });
  };
  const timer = setInterval(() => void check(), checkMs).unref();
  return { check, look, stop: () => clearInterval(timer) };
}
