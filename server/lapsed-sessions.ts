import type { Logger } from 'pino';
import type { PrismaClient } from '../prisma/client/client.ts';
import { keepSessions, revokeSession } from '../schema/account/session.ts';
import type { Context } from '../schema/context.ts';
import type { OpenSessions } from './open-sessions.ts';

/** A session that runs out while it is in use is noticed this much later at worst. */
const checkMs = 60_000;
/** No more often than that, whoever asks for it. */
const soonMs = 1000;

interface Checked {
  prisma: PrismaClient;
  sessions: OpenSessions;
  /** Of nobody in particular. */
  context(): Context;
  logger: Logger;
}

/** The row decides while a session is in use, too: one that has run out ends as if it had been signed out. */
export function endLapsedSessions({ prisma, sessions, context, logger }: Checked) {
  let checked = -Infinity;
  const check = async (): Promise<void> => {
    checked = performance.now();
    try {
      for (const viewer of await sessions.lapsed((ids) => keepSessions(prisma, ids))) {
        await revokeSession(context(), viewer);
        sessions.end(viewer.sessionId);
      }
    } catch (error) {
      logger.warn({ err: error }, 'open sessions could not be checked');
    }
  };
  const timer = setInterval(() => void check(), checkMs).unref();
  const checkSoon = () => void (performance.now() - checked > soonMs && check());
  return { check, checkSoon, stop: () => clearInterval(timer) };
}
