import type { Entry } from '../history.ts';
import type { Deeds } from './deeds.ts';
import type { Evidence, Place, Witness } from './evidence.ts';
import type { Stay, Stored } from './stored.ts';
import type { Found, Verdict } from './verdict.ts';

type Told<Is extends Entry['is']> = Extract<Entry, { is: Is }>;

/** A range of the log; of all threads where none is named. */
interface Excuse {
  thread: string | null;
  from: number;
  to: number;
}

export interface Judged {
  evidence: Evidence;
  stored: Stored;
  deeds: Deeds;
  verdict: Verdict;
  found: Found;
}

/** What one client saw, judged by the log. */
export async function checkWitness({ user, history }: Witness, judged: Judged): Promise<void> {
  const view = new View(user, judged);
  for await (const entry of history()) view.take(entry);
  view.end();
}

/** How far one client had come, entry by entry. */
class View {
  readonly #user: string;
  readonly #evidence: Evidence;
  readonly #stored: Stored;
  readonly #deeds: Deeds;
  readonly #verdict: Verdict;
  readonly #found: Found;
  readonly #stays: ReadonlyMap<string, Stay[]>;
  /** By index into the log: 1 for what was told. */
  readonly #seen: Uint8Array;
  /** What need not have been seen, as ranges of the log: what a snapshot stands for, and what came before one's return. */
  readonly #excused: Excuse[] = [];
  /** Where its last cursor stands, and as an index into the log, what comes behind that. */
  #at: Place | null = null;
  #reached = 0;
  /** Where each stream, or page, began in the log, and since when it told what happens now, as the clock says. */
  readonly #streams: { from: number; liveSince: number }[] = [];
  /** The last that was told of each thread, as an index into the log. */
  readonly #lastOf = new Map<string, number>();
  readonly #lastSeq = new Map<string, number>();
  /** What the last snapshot showed of each thread. */
  readonly #shown = new Map<string, number>();
  readonly #gone = new Set<string>();
  /** A snapshot showed nothing of what is in them, or not them at all. */
  readonly #leaving = new Set<string>();
  /** A snapshot showed them though they are joined only behind it. */
  readonly #joining = new Set<string>();
  #spoiled = false;

  constructor(user: string, { evidence, stored, deeds, verdict, found }: Judged) {
    this.#user = user;
    this.#evidence = evidence;
    this.#stored = stored;
    this.#deeds = deeds;
    this.#verdict = verdict;
    this.#found = found;
    this.#stays = stored.staysOf(user);
    this.#seen = new Uint8Array(stored.log.length);
  }

  take(entry: Entry): void {
    switch (entry.is) {
      case 'snapshot':
        return this.#snapshot(entry);
      case 'spoiled':
        this.#spoiled = true;
        return;
      case 'resumed':
        this.#verdict.resumes += 1;
        this.#streams.push({ from: this.#reached, liveSince: Infinity });
        return;
      case 'caught up':
      case 'page':
        return this.#follows(entry);
      case 'message':
        return this.#message(entry);
      case 'told':
      case 'joined':
      case 'left':
        return this.#told(entry);
      default:
      // What it did itself: see deeds.ts.
    }
  }

  #snapshot({ t, cursor, threads }: Told<'snapshot'>): void {
    this.#verdict.resyncs += 1;
    if (!this.#isNeeded(t)) this.#found('needless resync', `${this.#user}, behind ${this.#at?.transaction}`);
    this.#spoiled = false;
    const from = this.#reached;
    if (!this.#advance(this.#open(cursor, 'a snapshot'), false))
      this.#found('non-monotonic', `a snapshot of ${this.#user} went back`);
    this.#excused.push({ thread: null, from, to: this.#reached });
    for (const [thread, visits] of this.#stays) {
      for (const { to } of visits) if (from <= to && to < this.#reached) this.#excuseUpTo(to, thread);
    }
    this.#compare(new Set(threads.map(([thread]) => thread)));
    this.#shown.clear();
    for (const [thread, seq] of threads) {
      const last = this.#lastSeq.get(thread) ?? 0;
      const least = this.#isThereNow(thread) ? this.#stored.seqBefore(thread, this.#reached) : 0;
      // Who has left while it was read is shown no message any more, and is told so next.
      if (seq === null && Math.max(last, least) > 0) this.#leaving.add(thread);
      else if (seq !== null && seq < last) {
        this.#found(
          'non-monotonic',
          `a snapshot shows ${thread} at ${seq}, and ${this.#user} had seen ${last}`,
        );
      } else if (seq !== null && seq < least)
        this.#found(
          'unseen',
          `a snapshot shows ${this.#name({ thread })} at ${seq}, and its cursor ${least}`,
        );
      if (seq !== null) this.#shown.set(thread, seq);
      this.#gone.delete(thread);
    }
    this.#lastSeq.clear();
  }

  /** In the beginning, and of a cursor that was broken or that the log had forgotten. */
  #isNeeded(t: number): boolean {
    const at = this.#at;
    if (at === null || this.#spoiled) return true;
    return this.#evidence.pruned.some((pruned) => pruned.t < t && at.transaction <= pruned.through);
  }

  /** The threads of a snapshot are those of its cursor, but for who came or left while it was read, and is told so next. */
  #compare(shown: ReadonlySet<string>): void {
    this.#leaving.clear();
    this.#joining.clear();
    for (const [thread, stays] of this.#stays) {
      const there = this.#isThereNow(thread);
      if (there === shown.has(thread)) continue;
      const later = stays.some(({ from, to }) =>
        there ? to < Infinity && to >= this.#reached : from >= this.#reached,
      );
      const name = this.#name({ thread });
      if (!later && there) this.#found('unseen', `a snapshot does not show ${name}`);
      else if (!later) this.#found('after removal', `a snapshot shows ${name}`);
      else (there ? this.#leaving : this.#joining).add(thread);
    }
    for (const thread of shown) {
      if (!this.#stays.has(thread))
        this.#found('after removal', `a snapshot shows ${this.#name({ thread })}`);
    }
  }

  #isThereNow(thread: string): boolean {
    const stays = this.#stays.get(thread) ?? [];
    return stays.some(({ from, to }) => from < this.#reached && this.#reached <= to);
  }

  #follows({ is, cursor, t }: Told<'caught up' | 'page'>): void {
    if (!this.#advance(this.#open(cursor, is), false))
      this.#found('non-monotonic', `"${is}" went back for ${this.#user}`);
    const stream = this.#streams.at(-1);
    if (stream) stream.liveSince = t;
  }

  #message(entry: Told<'message'>): void {
    this.#verdict.delivered += 1;
    const what = `${entry.seq} of ${this.#name(entry)}`;
    if (this.#leaving.delete(entry.thread))
      this.#found('non-monotonic', `a snapshot showed nothing of ${this.#name(entry)}`);
    const message = this.#stored.byId.get(entry.id);
    const same = message?.seq === entry.seq && message.thread === entry.thread && message.body === entry.body;
    if (!same) this.#found('phantom', `${what} is not what is stored`);
    const index = this.#stored.placeOf.get(entry.id);
    if (index === undefined) {
      if (message) this.#found('phantom', `${what} is not in the log`);
      return;
    }
    if (this.#seen[index] === 1) return this.#found('duplicate', `${what} was delivered twice`);
    this.#seen[index] = 1;
    this.#lastOf.set(entry.thread, index);
    const place = this.#open(entry.cursor, what);
    const event = this.#stored.log[index];
    if (place && (place.transaction !== event?.transaction || place.id !== event.id))
      this.#found('non-monotonic', `${what} came with another place's cursor`);
    if (!this.#advance(place, true))
      this.#found('non-monotonic', `${what} came with a cursor that had been passed`);
    if (!this.#mayHaveBeenThere(entry, index)) this.#found('after removal', what);
    this.#inOrder(entry);
  }

  #mayHaveBeenThere({ thread, body }: Told<'message'>, index: number): boolean {
    if (this.#gone.has(thread)) return false;
    const there = this.#stored.wasThere(this.#user, thread, index);
    // Sent after the removal was answered, and answered before they were asked back: while they were away, whatever the log says.
    const sending = this.#deeds.sendings.get(body);
    const [sentAt, answeredAt] = [sending?.invoked ?? -1, sending?.acknowledged ?? Infinity];
    const away = this.#deeds.away.get(`${thread} ${this.#user}`) ?? [];
    return there && !away.some(({ from, to }) => from < sentAt && (answeredAt < to || to === Infinity));
  }

  #inOrder(entry: Told<'message'>): void {
    const { thread, seq } = entry;
    const last = this.#lastSeq.get(thread);
    const base = this.#shown.get(thread);
    if (last !== undefined && seq <= last)
      this.#found('out of order', `${seq} of ${this.#name(entry)} came after ${last}`);
    else if (last !== undefined && seq > last + 1)
      this.#found('skipped', `${this.#name(entry)} went from ${last} to ${seq}`);
    else if (last === undefined && base !== undefined && seq > base + 1)
      this.#found('skipped', `${this.#name(entry)} went from ${base}, in the snapshot, to ${seq}`);
    this.#lastSeq.set(thread, Math.max(last ?? 0, seq));
  }

  /** What is no message. */
  #told(entry: Told<'joined' | 'left' | 'told'>): void {
    const { is, thread } = entry;
    const what = `"${is}" of ${this.#name(entry)}`;
    const place = this.#open(entry.cursor, what);
    const index = place ? this.#stored.indexOf.get(`${place.transaction}/${place.id}`) : undefined;
    if (index === undefined) return this.#found('phantom', `${what} is not in the log`);
    if (this.#seen[index] === 1) return this.#found('duplicate', `${what} was delivered twice`);
    this.#seen[index] = 1;
    if (!this.#advance(place, true)) this.#found('non-monotonic', `${what} had been passed`);
    const event = this.#stored.log[index];
    const kinds = { joined: 'THREAD_ADDED', left: 'THREAD_LEFT', told: null };
    const isMine = event?.kind === 'THREAD_ADDED' || event?.kind === 'THREAD_LEFT';
    const fits = is === 'told' ? !isMine : event?.kind === kinds[is] && event.user === this.#user;
    if (!fits || event?.thread !== thread) this.#found('phantom', `${what} is ${event?.kind} in the log`);
    if (is === 'told') {
      if (this.#gone.has(thread) || !this.#stored.wasThere(this.#user, thread, index))
        this.#found('after removal', what);
    } else {
      this.#joining.delete(thread);
      this.#lastSeq.delete(thread);
      this.#shown.delete(thread);
      this.#leaving.delete(thread);
      if (is === 'joined') this.#gone.delete(thread);
      else {
        this.#gone.add(thread);
        this.#excuseUpTo(index, thread);
      }
    }
    this.#lastOf.set(thread, index);
  }

  #open(cursor: string, what: string): Place | null {
    const place = this.#evidence.open(cursor);
    if (!place)
      this.#found('non-monotonic', `${what} came with a cursor that means nothing, to ${this.#user}`);
    return place;
  }

  /** @returns false where it went back, or, strictly, stood still */
  #advance(place: Place | null, strictly: boolean): boolean {
    if (!place) return false;
    const order = this.#at === null ? 1 : place.transaction - this.#at.transaction || place.id - this.#at.id;
    if (order < 0 || (strictly && order === 0)) return false;
    this.#at = place;
    this.#reached = this.#stored.firstFrom({ transaction: place.transaction, id: place.id + 1 });
    return true;
  }

  /**
   * What one may see now decides on a resume: of a thread that one leaves, a stream that told the past when that was asked
   * for, and whatever came after it, need not have told what comes in front of the departure. Nor is anything told, live either, that
   * would show what was done to it behind the departure, nor what follows that: LV7.
   * @param departure an index into the log
   */
  #excuseUpTo(departure: number, thread: string): void {
    const next = (this.#lastOf.get(thread) ?? -1) + 1;
    const stay = this.#stays.get(thread)?.findIndex(({ to }) => to === departure) ?? -1;
    const arrival = this.#stays.get(thread)?.[stay]?.from ?? departure;
    const hidden = [arrival, ...(this.#stored.toldIn.get(thread) ?? [])].find((index) => {
      const event = this.#stored.log[index];
      return index >= next && index < departure && event && this.#stored.changedBehind(event, departure);
    });
    if (hidden !== undefined) this.#excused.push({ thread, from: hidden, to: departure });
    const asked = this.#deeds.left.get(`${thread} ${this.#user}`)?.[stay] ?? 0;
    const since = this.#streams.find(({ liveSince }) => asked <= liveSince)?.from ?? departure;
    this.#excused.push({
      thread,
      from: Math.max(since, next),
      to: departure,
    });
  }

  /** What it should have seen by now. */
  end(): void {
    for (const thread of this.#leaving)
      this.#found('non-monotonic', `a snapshot showed nothing of ${thread} for ${this.#user}`);
    for (const thread of this.#joining)
      this.#found('after removal', `a snapshot showed ${thread} to ${this.#user}, and nothing says why`);
    for (const [thread, visits] of this.#stays) {
      for (const { from, to } of visits) {
        for (const index of [from, ...(to === Infinity ? [] : [to])]) {
          if (this.#isMissing(thread, index))
            this.#found('unseen', `${this.#stored.log[index]?.kind} of ${thread} for ${this.#user}`);
        }
        for (const index of this.#stored.toldIn.get(thread) ?? []) {
          if (index < from || index >= to || !this.#isMissing(thread, index)) continue;
          const event = this.#stored.log[index];
          const what = this.#stored.byId.get(event?.message ?? '')?.seq ?? event?.kind;
          this.#found('unseen', `${what} of ${thread} for ${this.#user}`);
        }
      }
    }
  }

  #isMissing(thread: string, index: number): boolean {
    const excuses = (range: Excuse) =>
      (range.thread === null || range.thread === thread) && range.from <= index && index < range.to;
    return this.#seen[index] === 0 && !this.#excused.some(excuses);
  }

  #name({ thread }: { thread: string }): string {
    return `${thread} for ${this.#user}`;
  }
}
