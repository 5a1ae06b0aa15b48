import type { Evidence, LoggedEvent, Place, StoredMessage } from './evidence.ts';
import { listed } from './listed.ts';

export interface Stay {
  from: number;
  /** Where it ended; Infinity while it lasts. */
  to: number;
}

const toldToAll = new Set([
  'MESSAGE_ADDED',
  'MESSAGE_EDITED',
  'REACTION_ADDED',
  'GROUP_CREATED',
  'GROUP_RENAMED',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_REMOVED',
  'PARTICIPANT_LEFT',
  'ROLE_CHANGED',
]);

/** The database, by the names under which it is asked. */
export class Stored {
  readonly byId = new Map<string, StoredMessage>();
  readonly byBody = new Map<string, StoredMessage>();
  /** Where each message stands in the log, as an index into it. */
  readonly placeOf = new Map<string, number>();
  readonly indexOf = new Map<string, number>();
  /** For each thread, the indexes of what everybody in it is told. */
  readonly toldIn = new Map<string, number[]>();
  readonly threads = new Map<string, StoredMessage[]>();
  readonly log: LoggedEvent[];
  /** Where each message was last touched, and each group last renamed, as indexes into the log. */
  readonly #lastChange = new Map<string, number>();
  readonly #stays = new Map<string, Map<string, Stay[]>>();

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
      const changed = event.kind === 'GROUP_RENAMED' ? event.thread : event.message;
      if (changed !== null) this.#lastChange.set(changed, index);
      this.#stay(event, index);
    }
  }

  /** Whether what an event is told with, a message or the group, has changed behind a place in the log. */
  changedBehind({ message, thread }: LoggedEvent, index: number): boolean {
    return [message, thread].some((id) => (this.#lastChange.get(id ?? '') ?? -1) > index);
  }

  #stay({ kind, thread, user }: LoggedEvent, index: number): void {
    if (thread === null || user === null) return;
    const stays = this.#stays.get(user) ?? new Map<string, Stay[]>();
    this.#stays.set(user, stays);
    const last = stays.get(thread)?.at(-1);
    const there = last !== undefined && last.to === Infinity;
    if (kind === 'THREAD_ADDED' && !there) listed(stays, thread).push({ from: index, to: Infinity });
    if (kind === 'THREAD_LEFT' && there) last.to = index;
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
  staysOf(user: string): ReadonlyMap<string, Stay[]> {
    return this.#stays.get(user) ?? new Map<string, Stay[]>();
  }

  wasThere(user: string, thread: string, index: number): boolean {
    return (
      this.staysOf(user)
        .get(thread)
        ?.some(({ from, to }) => from <= index && index < to) ?? false
    );
  }

  /** The last of a thread in front of a place in the log. */
  seqBefore(thread: string, index: number): number {
    const told = this.toldIn.get(thread) ?? [];
    let at = firstNotBefore(told, index) - 1;
    for (; at >= 0; at -= 1) {
      const event = this.log[told[at] ?? -1];
      if (event?.kind === 'MESSAGE_ADDED') return this.byId.get(event.message ?? '')?.seq ?? 0;
    }
    return 0;
  }
}

/** Of ascending numbers, where the first stands that is not below a limit. */
function firstNotBefore(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
