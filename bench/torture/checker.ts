import type { Entry } from './history.ts';

/** A place in the log. */
export interface Place {
  transaction: number;
  id: number;
}

export interface StoredMessage {
  id: string;
  thread: string;
  seq: number;
  body: string;
  /** A system line has none. */
  author: string | null;
}

export interface LoggedEvent extends Place {
  kind: string;
  thread: string | null;
  message: string | null;
  user: string | null;
}

/** What the database says at the end. */
export interface Evidence {
  messages: StoredMessage[];
  /** In the log's order. */
  log: LoggedEvent[];
  /** Who is in which thread at the end: "thread user". */
  participants: Set<string>;
  /** Who is in which thread at the start: not a deed of any client. */
  founders: Set<string>;
  open(cursor: string): Place | null;
}

export interface Witness {
  user: string;
  history(): AsyncIterable<Entry> | Iterable<Entry>;
}

export const anomalies = {
  lost: 'acknowledged, and not in the database',
  unseen: 'in the database, and never delivered to somebody who was there',
  duplicate: 'stored or delivered twice',
  'out of order': 'in another order than the thread has, or than it was sent in',
  skipped: 'a gap in a thread, stored or delivered',
  'non-monotonic': 'a cursor, a snapshot or an answer that went back',
  phantom: 'delivered or refused, and the database knows otherwise',
  'after removal': 'seen by somebody who was not there any more',
} as const;

export type Anomaly = keyof typeof anomalies;

export interface Verdict {
  counts: Record<Anomaly, number>;
  examples: string[];
  sends: { invoked: number; acknowledged: number; refused: number; unknown: number };
  delivered: number;
  resyncs: number;
  resumes: number;
}

interface Sending {
  thread: string;
  invoked: number;
  acknowledged: number | null;
}

interface Stay {
  from: number;
  /** Where it ended; Infinity while it lasts. */
  to: number;
}

const examplesOfEach = 5;

const toldToAll = new Set([
  'MESSAGE_ADDED',
  'GROUP_CREATED',
  'GROUP_RENAMED',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_REMOVED',
  'PARTICIPANT_LEFT',
  'ROLE_CHANGED',
]);

/** Reads what everybody saw and what is stored, and counts what does not fit. It knows nothing of how it came about. */
export async function check(evidence: Evidence, witnesses: Witness[]): Promise<Verdict> {
  const verdict = emptyVerdict();
  const found = (anomaly: Anomaly, example: string) => {
    verdict.counts[anomaly] += 1;
    if (verdict.counts[anomaly] <= examplesOfEach) verdict.examples.push(`${anomaly}: ${example}`);
  };
  const stored = new Stored(evidence);
  const deeds = await readDeeds(witnesses, stored, verdict, found);
  checkStored(evidence, stored, deeds, found);
  for (const witness of witnesses) await checkWitness(witness, evidence, stored, deeds, verdict, found);
  return verdict;
}

type Found = (anomaly: Anomaly, example: string) => void;

/** The database, by the names under which it is asked. */
class Stored {
  readonly byId = new Map<string, StoredMessage>();
  readonly byBody = new Map<string, StoredMessage>();
  /** Where each message stands in the log, as an index into it. */
  readonly placeOf = new Map<string, number>();
  readonly indexOf = new Map<string, number>();
  /** For each thread, the indexes of what everybody in it is told. */
  readonly toldIn = new Map<string, number[]>();
  readonly threads = new Map<string, StoredMessage[]>();
  readonly log: LoggedEvent[];

  constructor({ messages, log }: Evidence) {
    this.log = log;
    for (const message of messages) {
      this.byId.set(message.id, message);
      if (message.author !== null) this.byBody.set(message.body, message);
      listed(this.threads, message.thread).push(message);
    }
    for (const [index, event] of log.entries()) {
      this.indexOf.set(`${event.transaction}/${event.id}`, index);
      if (event.kind === 'MESSAGE_ADDED' && event.message !== null) this.placeOf.set(event.message, index);
      if (event.thread !== null && toldToAll.has(event.kind)) listed(this.toldIn, event.thread).push(index);
    }
  }

  /** The first index in the log that does not lie before the place. */
  firstFrom({ transaction, id }: Place): number {
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = this.log[middle];
      const before = event !== undefined && (event.transaction - transaction || event.id - id) < 0;
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** When somebody was in which thread, as indexes into the log. */
  staysOf(user: string): Map<string, Stay[]> {
    const stays = new Map<string, Stay[]>();
    for (const [index, { kind, thread, user: who }] of this.log.entries()) {
      if (who !== user || thread === null) continue;
      const last = stays.get(thread)?.at(-1);
      const there = last !== undefined && last.to === Infinity;
      if (kind === 'THREAD_ADDED' && !there) listed(stays, thread).push({ from: index, to: Infinity });
      if (kind === 'THREAD_LEFT' && there) last.to = index;
    }
    return stays;
  }
}

interface Deeds {
  /** By body: every message that is sent says something else. */
  sendings: Map<string, Sending>;
  /** When each was removed or left, for certain, as it was asked for: "thread user". */
  left: Map<string, number[]>;
  /** How often each was added, for certain: "thread user". */
  added: Map<string, number>;
  /** From when to when somebody was certainly not in a thread: "thread user". */
  away: Map<string, { from: number; to: number }[]>;
}

async function readDeeds(
  witnesses: Witness[],
  stored: Stored,
  verdict: Verdict,
  found: Found,
): Promise<Deeds> {
  const sendings = new Map<string, Sending>();
  const asked = new Map<string, Extract<Entry, { is: 'remove' | 'leave' | 'add' }>>();
  const answered = new Map<string, number>();
  for (const { user, history } of witnesses) {
    for await (const entry of history()) {
      if (entry.is === 'send' && !sendings.has(entry.body)) {
        sendings.set(entry.body, { thread: entry.thread, invoked: entry.t, acknowledged: null });
        verdict.sends.invoked += 1;
      } else if (entry.is === 'sent') {
        const sending = sendings.get(entry.body);
        if (sending) sending.acknowledged ??= entry.t;
        verdict.sends.acknowledged += 1;
        const message = stored.byId.get(entry.id);
        if (!message || message.body !== entry.body)
          found('lost', `"${entry.body}" (${entry.id}) of ${user}`);
        else if (message.seq !== entry.seq) {
          found(
            'non-monotonic',
            `"${entry.body}" was acknowledged at ${entry.seq} and stands at ${message.seq}`,
          );
        }
      } else if (entry.is === 'refused') {
        verdict.sends.refused += 1;
        if (entry.tries === 1 && stored.byBody.has(entry.body)) {
          found('phantom', `"${entry.body}" was refused (${entry.code}) and is stored`);
        }
      } else if (entry.is === 'remove' || entry.is === 'leave' || entry.is === 'add') {
        if (!asked.has(entry.key)) asked.set(entry.key, entry);
      } else if (entry.is === 'done') answered.set(entry.key, entry.t);
    }
  }
  verdict.sends.unknown = verdict.sends.invoked - verdict.sends.acknowledged - verdict.sends.refused;

  const left = new Map<string, number[]>();
  const added = new Map<string, number>();
  const away = new Map<string, { from: number; to: number }[]>();
  for (const deed of [...asked.values()].toSorted((a, b) => a.t - b.t)) {
    const key = `${deed.thread} ${deed.user}`;
    const done = answered.get(deed.key);
    if (deed.is === 'add') {
      const last = away.get(key)?.at(-1);
      if (last) last.to = Math.min(last.to, deed.t);
      if (done !== undefined) added.set(key, (added.get(key) ?? 0) + 1);
    } else if (done !== undefined) {
      listed(left, key).push(deed.t);
      listed(away, key).push({ from: done, to: Infinity });
    }
  }
  return { sendings, left, added, away };
}

/** What the database holds, judged by itself and by what was acknowledged. */
function checkStored(evidence: Evidence, stored: Stored, deeds: Deeds, found: Found): void {
  const bodies = new Set<string>();
  for (const { body, author, id } of evidence.messages) {
    if (author === null) continue;
    if (bodies.has(body)) found('duplicate', `"${body}" is stored twice, once as ${id}`);
    bodies.add(body);
  }
  for (const [thread, messages] of stored.threads) checkThread(thread, messages, stored, deeds, found);

  const counts = new Map<string, number>();
  const there = new Set<string>();
  for (const { kind, thread, user } of evidence.log) {
    if (kind !== 'THREAD_ADDED' && kind !== 'THREAD_LEFT') continue;
    const key = `${thread} ${user}`;
    counts.set(`${kind} ${key}`, (counts.get(`${kind} ${key}`) ?? 0) + 1);
    if (kind === 'THREAD_ADDED') there.add(key);
    else there.delete(key);
  }
  const kinds = [
    ['THREAD_LEFT', (key: string) => deeds.left.get(key)?.length ?? 0],
    ['THREAD_ADDED', (key: string) => (deeds.added.get(key) ?? 0) + (evidence.founders.has(key) ? 1 : 0)],
  ] as const;
  const everybody = new Set([
    ...there,
    ...deeds.left.keys(),
    ...deeds.added.keys(),
    ...evidence.participants,
  ]);
  for (const key of everybody) {
    for (const [kind, certain] of kinds) {
      const expected = certain(key);
      const logged = counts.get(`${kind} ${key}`) ?? 0;
      if (logged < expected)
        found('lost', `${kind} of ${key}: ${expected} were acknowledged, ${logged} logged`);
      if (logged > expected)
        found('duplicate', `${kind} of ${key}: ${expected} were acknowledged, ${logged} logged`);
    }
    if (there.has(key) && !evidence.participants.has(key))
      found('after removal', `for the log, ${key} is still there`);
    if (!there.has(key) && evidence.participants.has(key))
      found('unseen', `for the log, ${key} is not there`);
  }
}

function checkThread(
  thread: string,
  messages: StoredMessage[],
  stored: Stored,
  deeds: Deeds,
  found: Found,
): void {
  const inOrder = messages.toSorted((a, b) => a.seq - b.seq);
  for (const [index, message] of inOrder.entries()) {
    const before = inOrder[index - 1]?.seq ?? 0;
    if (message.seq === before) found('duplicate', `${thread} holds ${message.seq} twice`);
    else if (message.seq !== before + 1) found('skipped', `${thread} goes from ${before} to ${message.seq}`);
    if (!stored.placeOf.has(message.id)) found('unseen', `${message.id} in ${thread} is in no log`);
  }
  let highest = 0;
  for (const index of stored.toldIn.get(thread) ?? []) {
    const id = stored.log[index]?.message;
    if (id == null) continue;
    const seq = stored.byId.get(id)?.seq;
    if (seq === undefined) found('phantom', `the log names ${id}, which is not there`);
    else if (seq < highest) found('out of order', `in the log, ${seq} of ${thread} comes after ${highest}`);
    highest = Math.max(highest, seq ?? 0);
  }

  // Whoever sends after somebody's answer has come stands behind them.
  const mine = inOrder.flatMap(({ body, seq }) => {
    const sending = deeds.sendings.get(body);
    return sending ? [{ seq, ...sending }] : [];
  });
  const answers = mine
    .flatMap(({ acknowledged, seq }) => (acknowledged === null ? [] : [{ at: acknowledged, seq }]))
    .toSorted((a, b) => a.at - b.at);
  let answer = 0;
  let behind = 0;
  for (const { invoked, seq } of mine.toSorted((a, b) => a.invoked - b.invoked)) {
    for (; (answers[answer]?.at ?? Infinity) < invoked; answer += 1)
      behind = Math.max(behind, answers[answer]?.seq ?? 0);
    if (seq < behind)
      found('out of order', `${seq} of ${thread} was sent after ${behind} had been acknowledged`);
  }
}

/** What one client saw, judged by the log. */
async function checkWitness(
  { user, history }: Witness,
  evidence: Evidence,
  stored: Stored,
  deeds: Deeds,
  verdict: Verdict,
  found: Found,
): Promise<void> {
  const stays = stored.staysOf(user);
  const seen = new Uint8Array(stored.log.length);
  /** What need not have been seen, as ranges of the log: what a snapshot stands for, and what came before one's return. */
  const excused: { thread: string | null; from: number; to: number }[] = [];
  let at: Place | null = null;
  let reached = 0;
  /** Where each stream, or page, began in the log, and since when it told what happens now, as the clock says. */
  const streams: { from: number; liveSince: number }[] = [];
  /** The last that was told of each thread, as an index into the log. */
  const lastOf = new Map<string, number>();
  const lastSeq = new Map<string, number>();
  const shown = new Map<string, number>();
  const gone = new Set<string>();
  /** A snapshot showed nothing of what is in them. */
  const leaving = new Set<string>();
  const is = (entry: { thread: string }) => `${entry.thread} for ${user}`;

  /** @returns the index in the log of what a cursor stands behind, or null where it went back */
  const advance = (cursor: string, strictly: boolean, what: string): boolean => {
    const place = evidence.open(cursor);
    if (!place) {
      found('non-monotonic', `${what} came with a cursor that means nothing, to ${user}`);
      return false;
    }
    const order = at === null ? 1 : place.transaction - at.transaction || place.id - at.id;
    if (order < 0 || (strictly && order === 0)) return false;
    at = place;
    reached = stored.firstFrom({ transaction: place.transaction, id: place.id + 1 });
    return true;
  };
  /**
   * What one may see now decides on a resume: of a thread that one leaves, a stream that told the past when that was asked
   * for, and whatever came after it, need not have told what comes in front of the departure.
   */
  const excuseUpTo = (departure: number, thread: string): void => {
    const stay = stays.get(thread)?.findIndex(({ to }) => to === departure) ?? -1;
    const asked = deeds.left.get(`${thread} ${user}`)?.[stay] ?? 0;
    const since = streams.find(({ liveSince }) => asked <= liveSince)?.from ?? departure;
    excused.push({ thread, from: Math.max(since, (lastOf.get(thread) ?? -1) + 1), to: departure });
  };
  const isThere = (thread: string, index: number): boolean =>
    stays.get(thread)?.some(({ from, to }) => from <= index && index < to) ?? false;

  for await (const entry of history()) {
    if (entry.is === 'snapshot') {
      verdict.resyncs += 1;
      const from = reached;
      if (!advance(entry.cursor, false, 'a snapshot'))
        found('non-monotonic', `a snapshot of ${user} went back`);
      excused.push({ thread: null, from, to: reached });
      for (const [thread, visits] of stays) {
        for (const { to } of visits) if (from <= to && to < reached) excuseUpTo(to, thread);
      }
      shown.clear();
      for (const [thread, seq] of entry.threads) {
        const last = lastSeq.get(thread) ?? 0;
        // Who has left while it was read is shown no message any more, and is told so next.
        if (seq === null && last > 0) leaving.add(thread);
        else if (seq !== null && seq < last) {
          found('non-monotonic', `a snapshot shows ${thread} at ${seq}, and ${user} had seen ${last}`);
        }
        if (seq !== null) shown.set(thread, seq);
        gone.delete(thread);
      }
      lastSeq.clear();
    } else if (entry.is === 'resumed') {
      verdict.resumes += 1;
      streams.push({ from: reached, liveSince: Infinity });
    } else if (entry.is === 'caught up' || entry.is === 'page') {
      if (!advance(entry.cursor, false, entry.is))
        found('non-monotonic', `"${entry.is}" went back for ${user}`);
      const stream = streams.at(-1);
      if (stream) stream.liveSince = entry.t;
    } else if (entry.is === 'message') {
      verdict.delivered += 1;
      if (leaving.delete(entry.thread)) found('non-monotonic', `a snapshot showed nothing of ${is(entry)}`);
      const message = stored.byId.get(entry.id);
      const index = stored.placeOf.get(entry.id);
      if (
        !message ||
        message.seq !== entry.seq ||
        message.thread !== entry.thread ||
        message.body !== entry.body
      ) {
        found('phantom', `${entry.seq} of ${is(entry)} is not what is stored`);
      }
      if (index === undefined) {
        if (message) found('phantom', `${entry.seq} of ${is(entry)} is not in the log`);
        continue;
      }
      if (seen[index] === 1) {
        found('duplicate', `${entry.seq} of ${is(entry)} was delivered twice`);
        continue;
      }
      seen[index] = 1;
      lastOf.set(entry.thread, index);
      const place = evidence.open(entry.cursor);
      const event = stored.log[index];
      if (place && (place.transaction !== event?.transaction || place.id !== event.id)) {
        found('non-monotonic', `${entry.seq} of ${is(entry)} came with another place's cursor`);
      }
      if (!advance(entry.cursor, true, `${entry.seq} of ${entry.thread}`)) {
        found('non-monotonic', `${entry.seq} of ${is(entry)} came with a cursor that had been passed`);
      }
      // Sent after the removal was answered, and answered before they were asked back: while they were away, whatever the log says.
      const sending = deeds.sendings.get(entry.body);
      const [sentAt, answeredAt] = [sending?.invoked ?? -1, sending?.acknowledged ?? Infinity];
      const away = deeds.away.get(`${entry.thread} ${user}`) ?? [];
      if (
        gone.has(entry.thread) ||
        !isThere(entry.thread, index) ||
        away.some(({ from, to }) => from < sentAt && (answeredAt < to || to === Infinity))
      ) {
        found('after removal', `${entry.seq} of ${is(entry)}`);
      }
      const last = lastSeq.get(entry.thread);
      const base = shown.get(entry.thread);
      if (last !== undefined && entry.seq <= last)
        found('out of order', `${entry.seq} of ${is(entry)} came after ${last}`);
      else if (last !== undefined && entry.seq > last + 1)
        found('skipped', `${is(entry)} went from ${last} to ${entry.seq}`);
      else if (last === undefined && base !== undefined && entry.seq > base + 1) {
        found('skipped', `${is(entry)} went from ${base}, in the snapshot, to ${entry.seq}`);
      }
      lastSeq.set(entry.thread, Math.max(last ?? 0, entry.seq));
    } else if (entry.is === 'joined' || entry.is === 'left' || entry.is === 'told') {
      const place = evidence.open(entry.cursor);
      const index = place ? stored.indexOf.get(`${place.transaction}/${place.id}`) : undefined;
      if (index === undefined) found('phantom', `"${entry.is}" of ${is(entry)} is not in the log`);
      else if (seen[index] === 1) {
        found('duplicate', `"${entry.is}" of ${is(entry)} was delivered twice`);
        continue;
      } else seen[index] = 1;
      if (!advance(entry.cursor, true, entry.is))
        found('non-monotonic', `"${entry.is}" of ${is(entry)} had been passed`);
      if (entry.is === 'told') {
        if (gone.has(entry.thread)) found('after removal', `"told" of ${is(entry)}`);
        if (index !== undefined) lastOf.set(entry.thread, index);
        continue;
      }
      lastSeq.delete(entry.thread);
      shown.delete(entry.thread);
      leaving.delete(entry.thread);
      if (entry.is === 'joined') gone.delete(entry.thread);
      else {
        gone.add(entry.thread);
        if (index !== undefined) excuseUpTo(index, entry.thread);
      }
      if (index !== undefined) lastOf.set(entry.thread, index);
    }
  }

  for (const thread of leaving) found('non-monotonic', `a snapshot showed nothing of ${thread} for ${user}`);
  const isExcused = (thread: string, index: number) =>
    excused.some(
      (range) =>
        (range.thread === null || range.thread === thread) && range.from <= index && index < range.to,
    );
  for (const [thread, visits] of stays) {
    for (const { from, to } of visits) {
      for (const index of [from, ...(to === Infinity ? [] : [to])]) {
        if (seen[index] === 0 && !isExcused(thread, index)) {
          found('unseen', `${stored.log[index]?.kind} of ${thread} for ${user}`);
        }
      }
      for (const index of stored.toldIn.get(thread) ?? []) {
        if (index < from || index >= to || seen[index] === 1 || isExcused(thread, index)) continue;
        const event = stored.log[index];
        const what = stored.byId.get(event?.message ?? '')?.seq ?? event?.kind;
        found('unseen', `${what} of ${thread} for ${user}`);
      }
    }
  }
}

function emptyVerdict(): Verdict {
  const counts = Object.fromEntries(Object.keys(anomalies).map((name) => [name, 0])) as Record<
    Anomaly,
    number
  >;
  const sends = { invoked: 0, acknowledged: 0, refused: 0, unknown: 0 };
  return { counts, examples: [], sends, delivered: 0, resyncs: 0, resumes: 0 };
}

function listed<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
