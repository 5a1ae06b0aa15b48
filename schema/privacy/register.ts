import type { PrismaClient } from '../../prisma/client/client.ts';
import type { LogEvent } from '../log/event.ts';

interface Settings {
  readReceipts: boolean;
  showsPresence: boolean;
}

/**
 * Who shows nothing of a kind, known without asking: who sees nobody's is asked for every event that is told. Few switch
 * anything off, so those are kept. An instance hears of a change by the log.
 */
export class PrivacyRegister {
  readonly #prisma: PrismaClient;
  /** Of whom something is switched off. */
  #settings = new Map<string, Settings>();
  /** One reading after the other, or an older one could arrive last and stay. */
  #turn: Promise<void> = Promise.resolve();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether they tell nobody what they have read, and so see of nobody what they have. */
  hidesReceipts(userId: string | undefined): boolean {
    return this.#of(userId)?.readReceipts === false;
  }

  /**
   * Whether they tell nobody when they are there, nor what their devices get while they are, and so see neither of anybody.
   */
  hidesPresence(userId: string | undefined): boolean {
    return this.#of(userId)?.showsPresence === false;
  }

  /** Whether an event is of nothing but what somebody else has read, or their devices have got, and this person sees none of that. */
  withholds({ kind, userId: whose }: Pick<LogEvent, 'kind' | 'userId'>, userId: string): boolean {
    if (whose === userId) return false;
    if (kind === 'READ_MOVED') return this.hidesReceipts(userId);
    return kind === 'DELIVERY_MOVED' && this.hidesPresence(userId);
  }

  /** From the beginning. */
  load(): Promise<void> {
    return this.#inTurn(async () => {
      const rows = await this.#prisma.user.findMany({
        where: { OR: [{ readReceipts: false }, { showsPresence: false }] },
        select: settings,
      });
      this.#settings = new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** Those who may have changed their mind. */
  async refresh(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    await this.#inTurn(async () => {
      const rows = await this.#prisma.user.findMany({
        where: { id: { in: [...userIds] } },
        select: settings,
      });
      for (const row of rows) {
        if (row.readReceipts && row.showsPresence) this.#settings.delete(row.id);
        else this.#settings.set(row.id, row);
      }
    });
  }

  #of(userId: string | undefined): Settings | undefined {
    return userId === undefined ? undefined : this.#settings.get(userId);
  }

  #inTurn(reading: () => Promise<void>): Promise<void> {
    const read = this.#turn.then(reading);
    this.#turn = read.catch(() => {});
    return read;
  }
}

const settings = { id: true, readReceipts: true, showsPresence: true } as const;
