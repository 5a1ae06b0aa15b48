import type { PrismaClient } from '../../prisma/client/client.ts';

/**
 * Who has switched their receipts off, known without asking: who sees nobody's is asked for every event that is told. Few
 * switch them off, so those are kept. An instance hears of a change by the log.
 */
export class PrivacyRegister {
  readonly #prisma: PrismaClient;
  #hidden = new Set<string>();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether they tell nobody what they have read, and so see of nobody what they have. */
  hidesReceipts(userId: string | undefined): boolean {
    return userId !== undefined && this.#hidden.has(userId);
  }

  /** From the beginning. */
  async load(): Promise<void> {
    const rows = await this.#prisma.user.findMany({ where: { readReceipts: false }, select: { id: true } });
    this.#hidden = new Set(rows.map(({ id }) => id));
  }

  /** Those who may have changed their mind. */
  async refresh(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
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
