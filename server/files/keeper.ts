import type { Logger } from 'pino';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { sweep } from '../../schema/attachment/sweep.ts';
import { purge } from '../../schema/group/delete-group.ts';
import type { FileStore } from './store.ts';

const hour = 60 * 60 * 1000;

/** Removes what is left of deleted groups, and the files that are of no use any more: every hour, and when somebody says that there are some. */
export class Keeper {
  readonly #prisma: PrismaClient;
  readonly #store: FileStore;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(prisma: PrismaClient, store: FileStore, logger: Logger) {
    this.#prisma = prisma;
    this.#store = store;
    this.#logger = logger;
    this.#timer = setInterval(() => this.sweep(), hour).unref();
    this.sweep();
  }

  sweep(): void {
    this.#again = this.#running !== null;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again) this.sweep();
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    try {
      const groups = await purge(this.#prisma);
      if (groups > 0) this.#logger.info({ count: groups }, 'removed what was left of deleted groups');
      const count = await sweep(this.#prisma, (id) => this.#store.remove(id));
      if (count > 0) this.#logger.info({ count }, 'removed files that are in no message');
    } catch (error) {
      this.#logger.error({ err: error }, 'what is of no use could not be removed; trying again in an hour');
    }
  }
}
