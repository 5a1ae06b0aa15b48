import type { Statements } from '../../prisma/statements.ts';
import { placeName } from '../thread/place.ts';
import type { LogEvent, Position } from './event.ts';
import { serverStart } from './epoch.ts';
import { newest } from './newest.ts';

/** Which of the log's transactions a snapshot had seen; PostgreSQL writes it "xmin:xmax:running,running". */
export class Snapshot {
  readonly xmin: bigint;
  readonly #xmax: bigint;
  readonly #running: ReadonlySet<bigint>;

  /** @param newest the last of them that it saw: the ids behind it may be given again */
  constructor(text: string, newest: bigint) {
    const [xmin = '0', xmax = '0', running = ''] = text.split(':');
    const end = newest + 1n;
    this.xmin = BigInt(xmin) < end ? BigInt(xmin) : end;
    this.#xmax = BigInt(xmax) < end ? BigInt(xmax) : end;
    this.#running = new Set(running.split(',').filter(Boolean).map(BigInt));
  }

  saw(transaction: bigint): boolean {
    return transaction < this.xmin || (transaction < this.#xmax && !this.#running.has(transaction));
  }
}

/** Whose membership: of all of their threads, or of one. */
export interface Wanted {
  userId: string;
  threadId: string | null;
}

interface Row {
  snapshot: string;
  newest: bigint;
  server: string;
  place: bigint;
  threadId: string | null;
  joined: bigint | null;
  from: number | null;
}

/** Where somebody's part of a thread begins. */
interface Arrival {
  /** The transaction that let them in. */
  transaction: bigint;
  /** The first message that is theirs to see. */
  from: number;
}

/** Whoever has been there from the beginning. */
const always: Arrival = { transaction: 0n, from: 1 };

/** Of the rows that an event is about, what says whether it tells of something hidden. */
export interface Shown {
  messages: ReadonlyMap<string, { seq: number }>;
  threads: ReadonlyMap<string, { hiddenUpToSeq: number }>;
  participants: ReadonlyMap<string, { visibleFromSeq: number }>;
}

const memberships = `
  select txid_current_snapshot()::text as snapshot, ${newest} as newest, ${serverStart} as server,
    wanted.place, p."threadId", p."joinedTransaction" as joined, p."visibleFromSeq" as from
  from unnest($1::text[], $2::text[]) with ordinality as wanted (person, thread, place)
  left join lateral (
    select "threadId", "joinedTransaction", "visibleFromSeq" from "Participant"
    where "userId" = wanted.person and (wanted.thread is null or "threadId" = wanted.thread)
  ) as p on true`;

/**
 * What is told to everybody, such as a person's new name, is of no thread. This stands for it where threads are told apart:
 * the one that everybody has always been in.
 */
const everybody = '';

/** The kinds that only the person they are about may see. */
const personal = new Set<LogEvent['kind']>([
  'THREAD_ADDED',
  'THREAD_LEFT',
  'OWN_RECEIPT_MOVED',
  'PREFERENCES_CHANGED',
  'REPLIES_FOLLOW_CHANGED',
  'PRIVACY_UPDATED',
  'MESSAGE_SAVED',
  'MESSAGE_UNSAVED',
]);

/** Those that are told though they are of no thread. */
const ofNoThread = new Set<LogEvent['kind']>(['USER_UPDATED', 'PRIVACY_UPDATED']);

export const isPersonal = ({ kind }: LogEvent): boolean => personal.has(kind);

/**
 * Which of the log's events one person may see, judged at each event's place in the log.
 *
 * It starts as the rows of one snapshot and then follows the log. Of a thread, the events that the snapshot had seen
 * come first (a thread's writers take turns), so until there what the snapshot says decides, and from there on each
 * arrival and departure counts at its place. Events from before one's arrival are not part of one's stream: ThreadAdded
 * brings the thread as it then was.
 */
export class Membership {
  readonly userId: string;
  /** In which run of PostgreSQL it was read: see Log.notice. */
  readonly server: string;
  readonly #snapshot: Snapshot;
  /** By thread. */
  readonly #joined: Map<string, Arrival>;

  constructor(
    userId: string,
    server: string,
    snapshot: Snapshot,
    joined: Iterable<[threadId: string, arrival: Arrival]>,
  ) {
    this.userId = userId;
    this.server = server;
    this.#snapshot = snapshot;
    this.#joined = new Map(joined);
  }

  static async load(sql: Statements, userId: string, threadId: string | null): Promise<Membership> {
    const [membership] = await Membership.loadAll(sql, [{ userId, threadId }]);
    return membership ?? Promise.reject(new Error('A membership could not be read.'));
  }

  /** Those of several people by one statement, in their order. */
  static async loadAll(sql: Statements, wanted: readonly Wanted[]): Promise<Membership[]> {
    const rows = await sql.all<Row>('memberships', memberships, [
      wanted.map(({ userId }) => userId),
      wanted.map(({ threadId }) => threadId),
    ]);
    const snapshot = new Snapshot(rows[0]?.snapshot ?? '', rows[0]?.newest ?? 0n);
    const server = rows[0]?.server ?? '';
    const joined = wanted.map(({ threadId }): [string, Arrival][] =>
      threadId === null ? [[everybody, always]] : [],
    );
    for (const row of rows)
      if (row.threadId !== null && row.joined !== null)
        joined[Number(row.place) - 1]?.push([row.threadId, { transaction: row.joined, from: row.from ?? 1 }]);
    return wanted.map(({ userId }, place) => new Membership(userId, server, snapshot, joined[place] ?? []));
  }

  get threadIds(): string[] {
    return [...this.#joined.keys()];
  }

  /** @param threadId null for what is told to everybody */
  has(threadId: string | null): boolean {
    return this.#joined.has(threadId ?? everybody);
  }

  /** Everything in front of this place was there when the membership was read. */
  get horizon(): Position {
    return { transaction: this.#snapshot.xmin, id: 0n };
  }

  /** What is left out in front of a departure is left out up to it: a thread is never told with a gap. */
  withhold(threadId: string | null): void {
    this.#joined.delete(threadId ?? everybody);
  }

  /** Withholds whatever is not theirs by now any more, or was not without a break. */
  narrow(now: Membership): void {
    for (const [threadId, { transaction }] of this.#joined)
      if (now.#joined.get(threadId)?.transaction !== transaction) this.withhold(threadId);
  }

  /**
   * Takes the next event, in the log's order, and says whether this person may see it.
   * @param shown the rows that it is about: with them, what is told of a message from before their history is not theirs either
   */
  admits(event: LogEvent, shown: Shown | null = null): boolean {
    const { transaction } = event;
    if (event.threadId === null && !ofNoThread.has(event.kind)) return false;
    const threadId = event.threadId ?? everybody;
    if (isPersonal(event) && event.userId !== this.userId) return false;
    if (event.kind !== 'THREAD_ADDED' && event.kind !== 'THREAD_LEFT') {
      const joined = this.#joined.get(threadId);
      if (joined === undefined || transaction < joined.transaction) return false;
      const message = shown?.messages.get(event.messageId ?? '');
      return message === undefined || message.seq >= joined.from;
    }
    const arrives = event.kind === 'THREAD_ADDED';
    if (!this.#snapshot.saw(transaction)) {
      if (arrives) this.#joined.set(threadId, { transaction, from: firstSeq(event, shown) });
      else this.#joined.delete(threadId);
      return true;
    }
    // Of a thread that one is no longer in, only the departure is told.
    return arrives ? this.#joined.get(threadId)?.transaction === transaction : true;
  }
}

/** Of who has gone again by now, it is not known any more: for them, whatever is hidden from anybody is. */
function firstSeq({ threadId, userId }: LogEvent, shown: Shown | null): number {
  const place = shown?.participants.get(placeName({ threadId: threadId ?? '', userId: userId ?? '' }));
  const hidden = shown?.threads.get(threadId ?? '')?.hiddenUpToSeq ?? Number.MAX_SAFE_INTEGER;
  return place?.visibleFromSeq ?? hidden + 1;
}
