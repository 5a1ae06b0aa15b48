import type { Logger } from 'pino';
import type { PrismaClient } from '../prisma/client/client.ts';

const everyMs = 5_000;

/**
 * What is sent stands in a list beside the search's index until somebody puts it in, which costs many times what adding
 * it to the list does: done here, it holds up no send, and a search has little to read besides the index.
 * @returns what stops it, once what runs has ended
 */
export function keepSearchFast(prisma: PrismaClient, logger: Logger): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= prisma.$queryRaw`select gin_clean_pending_list('"Message_search_idx"'::regclass)`
      .catch((error: unknown) => logger.warn({ err: error }, 'the index of the search could not be tidied'))
      .finally(() => {
        running = null;
      });
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
