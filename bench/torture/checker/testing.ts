import type { Deed, Entry } from '../history.ts';
import { check } from './check.ts';
import type { Evidence, LoggedEvent, StoredMessage } from './evidence.ts';
import type { Anomaly } from './verdict.ts';

// One thread "t". Ann sends, Ben is there from the start, Cid comes and goes.

export const cursorOf = (transaction: number) => `at ${transaction}`;

/** A database in which every event is a transaction of its own. */
export class Database {
  readonly messages: StoredMessage[] = [];
  readonly log: LoggedEvent[] = [];
  readonly participants = new Set<string>();
  readonly founders = new Set<string>();
  readonly pruned: { t: number; through: number }[] = [];

  event(kind: string, user: string | null, message: string | null = null, thread = 't'): string {
    const place = this.log.length + 1;
    this.log.push({ transaction: place, id: place, kind, thread, message, user });
    return cursorOf(place);
  }

  found(...users: string[]): this {
    for (const user of users) {
      this.event('THREAD_ADDED', user);
      this.participants.add(`t ${user}`);
      this.founders.add(`t ${user}`);
    }
    return this;
  }

  message(seq: number, body: string, author: string | null = 'ann'): string {
    this.messages.push({ id: `m-${body}`, thread: 't', seq, body, author });
    return this.event('MESSAGE_ADDED', null, `m-${body}`);
  }

  come(user: string): string {
    this.participants.add(`t ${user}`);
    return this.event('THREAD_ADDED', user);
  }

  go(user: string): string {
    this.participants.delete(`t ${user}`);
    return this.event('THREAD_LEFT', user);
  }

  get evidence(): Evidence {
    const place = (cursor: string) => Number(cursor.split(' ')[1]);
    return {
      messages: this.messages,
      log: this.log,
      participants: this.participants,
      founders: this.founders,
      pruned: this.pruned,
      open: (cursor) => (place(cursor) >= 0 ? { transaction: place(cursor), id: place(cursor) } : null),
    };
  }
}

export const start: Deed[] = [{ is: 'snapshot', cursor: cursorOf(0), threads: [] }, { is: 'resumed' }];
export const live = (cursor = cursorOf(0)): Deed => ({ is: 'caught up', cursor });
export const joined = (cursor: string): Deed => ({ is: 'joined', cursor, thread: 't' });
export const left = (cursor: string): Deed => ({ is: 'left', cursor, thread: 't' });
export const told = (cursor: string, seq: number, body: string): Deed => ({
  is: 'message',
  cursor,
  thread: 't',
  seq,
  id: `m-${body}`,
  body,
});
export const send = (body: string): Deed => ({ is: 'send', thread: 't', id: `m-${body}`, body });
/** Its cursor is no good any more, and a snapshot takes its place. */
export const anew = (cursor: string, threads: [string, number | null][]): Deed[] => [
  { is: 'spoiled' },
  { is: 'snapshot', cursor, threads },
];
export const sent = (body: string, seq: number): Deed => ({ is: 'sent', body, id: `m-${body}`, seq });

/** The clock ticks with every deed, in the order of the clients unless a deed has a time of its own. */
export async function verdictOf(database: Database, histories: Record<string, (Deed & { t?: number })[]>) {
  let clock = 0;
  const witnesses = Object.entries(histories).map(([user, deeds]) => {
    const entries = deeds.map((deed): Entry => Object.assign({}, deed, { t: deed.t ?? (clock += 1) }));
    return { user, history: () => entries };
  });
  const { counts, examples } = await check(database.evidence, witnesses);
  const found = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  return { found: found as Partial<Record<Anomaly, number>>, examples };
}

/** A history without a fault, to be broken: three messages, which Ann sends and both see. */
export function sound() {
  const database = new Database().found('ann', 'ben');
  const at = ['a', 'b', 'c'].map((body, index) => database.message(index + 1, body));
  const [a, b, c] = at as [string, string, string];
  const begins = (place: number) => [...start, joined(cursorOf(place)), live(cursorOf(2))];
  const sees = [told(a, 1, 'a'), told(b, 2, 'b'), told(c, 3, 'c')] as const;
  const sends = [send('a'), sent('a', 1), send('b'), sent('b', 2), send('c'), sent('c', 3)];
  const ann = [...begins(1), ...sends, ...sees];
  return { database, a, b, c, sees, ann, ben: begins(2) };
}
