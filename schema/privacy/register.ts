import type { PrismaClient } from '../../prisma/client/client.ts';

/**
 * Who has switched their receipts off, known without asking: who sees nobody's is asked for every event that is told. Few
 * switch them off, so those are kept. An instance hears of a change by the log.
 */
export class PrivacyRegister {
  readonly #prisma: PrismaClient;
  #hidden = new Set<string>();
  /** One reading after the other, or an older one could arrive last and stay. */
  #turn: Promise<void> = Promise.resolve();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether they tell nobody what they have read, and so see of nobody what they have. */
  hidesReceipts(userId: string | undefined): boolean {
    return userId !== undefined && this.#hidden.has(userId);
  }

  /** From the beginning. */
  load(): Promise<void> {
    return this.#inTurn(() => this.#readAll());
  }

  /** Those who may have changed their mind. */
  refresh(userIds: readonly string[]): Promise<void> {
    return userIds.length === 0 ? Promise.resolve() : this.#inTurn(() => this.#read(userIds));
  }

  #inTurn(reading: () => Promise<void>): Promise<void> {
    const read = this.#turn.then(reading);
    this.#turn = read.catch(() => {});
    return read;
  }

  async #readAll(): Promise<void> {
    const rows = await this.#prisma.user.findMany({ where: { readReceipts: false }, select: { id: true } });
    this.#hidden = new Set(rows.map(({ id }) => id));
  }

  async #read(userIds: readonly string[]): Promise<void> {
    const rows = await this.#prisma.user.findMany({
      where: { id: { in: [...userIds] } },
      select: { id: true, readReceipts: true },
    });
    for (const { id, readReceipts } of rows) {
      if (readReceipts) this.#hidden.delete(id);
      else this.#hidden.add(id);
    }
  }
}
