import type { Logger } from 'pino';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { prune } from '../../schema/log/prune.ts';

const hour = 60 * 60 * 1000;

/** Keeps the log from growing for ever: every hour, what is older than `days` is forgotten. @returns what stops it, once what runs has ended */
export function keepLogFor(days: number, prisma: PrismaClient, logger: Logger): () => Promise<void> {
  const run = () =>
    prune(prisma, new Date(Date.now() - days * 24 * hour)).then(
      (count) => count > 0 && logger.info({ count, days }, 'forgot the oldest part of the log'),
      (error: unknown) =>
        logger.error({ err: error }, 'the log could not be pruned; trying again in an hour'),
    );
  let running: Promise<unknown> = run();
  const timer = setInterval(() => {
    running = run();
  }, hour).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
