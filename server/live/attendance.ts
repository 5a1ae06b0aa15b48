import { randomUUID } from 'node:crypto';
import type { Connection, PresenceState } from '../../schema/context.ts';
import type { Bus, Hints } from './bus.ts';

type There = Exclude<PresenceState, 'OFFLINE'>;

/** A page that is loaded again, and a socket that comes back, are no departure. */
const graceMs = 2000;
/** What changes within this time is told together. */
const gatherMs = 100;
const heartbeatMs = 2000;
/** An instance that is not heard of for this long is gone, and with it all who were there through it. */
const goneMs = 5000;
/** How often one instance asks another for all that it knows. */
const askAgainMs = 1000;

interface Elsewhere {
  /** How many times it has told changes: who missed one asks for the whole. */
  revision: number;
  people: Map<string, There>;
  heardAt: number;
}

/**
 * Who is there, by open sockets: this instance counts its own and tells the others over the bus, which may lose what it
 * carries. So each telling has a number, a heartbeat repeats the last one, and who finds that they missed something asks.
 */
export class Attendance {
  readonly #bus: Bus;
  readonly #onChange: (userIds: string[]) => void;
  readonly #self = randomUUID();
  /** This instance's sockets by person, and whether each is away. */
  readonly #sockets = new Map<string, Map<Connection, boolean>>();
  readonly #owners = new WeakMap<Connection, string>();
  /** What the others were told of these. */
  readonly #here = new Map<string, There>();
  readonly #elsewhere = new Map<string, Elsewhere>();
  readonly #askedAt = new Map<string, number>();
  /** Of everybody who is there, over all instances. */
  readonly #known = new Map<string, There>();
  readonly #leaving = new Set<NodeJS.Timeout>();
  readonly #heartbeat: NodeJS.Timeout;
  #revision = 0;
  #moved = new Set<string>();
  #gathering: NodeJS.Timeout | null = null;
  #answering: NodeJS.Timeout | null = null;

  /** @param onChange told of whom something has changed, on whichever instance */
  constructor(bus: Bus, onChange: (userIds: string[]) => void) {
    this.#bus = bus;
    this.#onChange = onChange;
    bus.on('presence', (hint) => this.#hear(hint));
    bus.on('presenceAsked', ({ instance }) => {
      if (instance === this.#self) this.#answering ??= setTimeout(() => this.#tellAll(), gatherMs).unref();
    });
    this.#heartbeat = setInterval(() => {
      this.#publish([], false);
      this.#forgetTheGone();
    }, heartbeatMs).unref();
    // Of who runs already.
    this.#publish([], false);
  }

  stateOf(userId: string): PresenceState {
    return this.#known.get(userId) ?? 'OFFLINE';
  }

  /** @param left called when the socket has closed */
  enter(userId: string, connection: Connection, left: () => void): void {
    const sockets = this.#sockets.get(userId) ?? new Map<Connection, boolean>();
    this.#sockets.set(userId, sockets.set(connection, false));
    this.#owners.set(connection, userId);
    this.#move(userId);
    connection.onClose(() => {
      left();
      const leaving = setTimeout(() => {
        this.#leaving.delete(leaving);
        sockets.delete(connection);
        if (sockets.size === 0) this.#sockets.delete(userId);
        this.#move(userId);
      }, graceMs).unref();
      this.#leaving.add(leaving);
    });
  }

  setAway(connection: Connection, away: boolean): void {
    const userId = this.#owners.get(connection);
    const sockets = userId === undefined ? undefined : this.#sockets.get(userId);
    if (userId === undefined || !sockets?.has(connection)) return;
    sockets.set(connection, away);
    this.#move(userId);
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const timer of [...this.#leaving, this.#gathering, this.#answering])
      clearTimeout(timer ?? undefined);
  }

  #move(userId: string): void {
    this.#moved.add(userId);
    this.#gathering ??= setTimeout(() => this.#tell(), gatherMs).unref();
  }

  /** Tells what has changed here since the last time. */
  #tell(): void {
    this.#gathering = null;
    const moved = [...this.#moved];
    this.#moved.clear();
    const changed = moved.filter((userId) => this.#countedHere(userId) !== this.#here.get(userId));
    if (changed.length === 0) return;
    for (const userId of changed) put(this.#here, userId, this.#countedHere(userId));
    this.#revision += 1;
    this.#publish(
      changed.map((userId) => [userId, this.#here.get(userId) ?? null]),
      false,
    );
    this.#settle(changed);
  }

  #tellAll(): void {
    this.#answering = null;
    this.#publish([...this.#here], true);
  }

  #publish(states: [string, There | null][], whole: boolean): void {
    this.#bus.publish('presence', { instance: this.#self, revision: this.#revision, states, whole });
  }

  #countedHere(userId: string): There | undefined {
    const sockets = this.#sockets.get(userId);
    return sockets && ([...sockets.values()].every((away) => away) ? 'AWAY' : 'ONLINE');
  }

  #hear({ instance, revision, states, whole }: Hints['presence']): void {
    if (instance === this.#self) return;
    const there = this.#elsewhere.get(instance);
    if (whole) {
      const people = new Map(states.filter((state): state is [string, There] => state[1] !== null));
      this.#elsewhere.set(instance, { revision, people, heardAt: performance.now() });
      this.#settle([...new Set([...(there?.people.keys() ?? []), ...people.keys()])]);
    } else if (there && states.length > 0 && revision === there.revision + 1) {
      Object.assign(there, { revision, heardAt: performance.now() });
      for (const [userId, state] of states) put(there.people, userId, state ?? undefined);
      this.#settle(states.map(([userId]) => userId));
    } else {
      if (there) there.heardAt = performance.now();
      if (revision !== there?.revision) this.#ask(instance);
    }
  }

  /** Something of that instance has been missed. */
  #ask(instance: string): void {
    const now = performance.now();
    if (now - (this.#askedAt.get(instance) ?? -Infinity) < askAgainMs) return;
    this.#askedAt.set(instance, now);
    this.#bus.publish('presenceAsked', { instance });
  }

  #forgetTheGone(): void {
    for (const [instance, { heardAt, people }] of this.#elsewhere) {
      if (performance.now() - heardAt <= goneMs) continue;
      this.#elsewhere.delete(instance);
      this.#askedAt.delete(instance);
      this.#settle([...people.keys()]);
    }
  }

  /** Finds out anew whether these are there, and tells of whom that has changed. */
  #settle(userIds: string[]): void {
    const changed = userIds.filter((userId) => {
      const states = [this.#here, ...[...this.#elsewhere.values()].map(({ people }) => people)].map(
        (people) => people.get(userId),
      );
      const state = states.find((each) => each === 'ONLINE') ?? states.find((each) => each !== undefined);
      if (state === this.#known.get(userId)) return false;
      put(this.#known, userId, state);
      return true;
    });
    if (changed.length > 0) this.#onChange(changed);
  }
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
