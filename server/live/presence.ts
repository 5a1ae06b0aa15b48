import type { Connection, Presences, PresenceRegister, Present, Viewer } from '../../schema/context.ts';
import { unauthenticated } from '../../schema/errors.ts';
import type { LogEvent } from '../../schema/log/event.ts';
import type { PrivacyRegister } from '../../schema/privacy/register.ts';
import { Attendance } from './attendance.ts';
import type { Bus } from './bus.ts';
import { Queue } from './queue.ts';

const queueLimit = 100;

interface Reader {
  viewer: Viewer;
  userIds: readonly string[];
  queue: Queue<Presences>;
  /** Of whom they were told last that they may know. */
  shown: Set<string>;
}

interface Options {
  bus: Bus;
  privacy: Pick<PrivacyRegister, 'hidesPresence'>;
  /** Notes that sessions were in use until now. Never fails. */
  noteUse(sessionIds: string[]): Promise<void>;
}

/** Who follows whose presence, and what of it each may see. Nothing of it is stored. */
export class PresenceBoard implements PresenceRegister {
  readonly #privacy: Options['privacy'];
  readonly #noteUse: Options['noteUse'];
  readonly #attendance: Attendance;
  /** By the person whom they follow. */
  readonly #readers = new Map<string, Set<Reader>>();
  #left = new Set<string>();
  #due: NodeJS.Immediate | null = null;
  readonly #noting = new Set<Promise<void>>();

  constructor({ bus, privacy, noteUse }: Options) {
    this.#privacy = privacy;
    this.#noteUse = noteUse;
    this.#attendance = new Attendance(bus, (userIds) => this.#tell(userIds));
  }

  /** Somebody has opened a socket. */
  enter({ userId, sessionId }: Viewer, connection: Connection): void {
    this.#attendance.enter(userId, connection, () => {
      this.#left.add(sessionId);
      // Many may leave at once.
      this.#due ??= setImmediate(() => this.#note());
    });
  }

  #note(): void {
    if (this.#due) clearImmediate(this.#due);
    this.#due = null;
    if (this.#left.size === 0) return;
    const noting = this.#noteUse([...this.#left]).finally(() => this.#noting.delete(noting));
    this.#noting.add(noting);
    this.#left.clear();
  }

  set(connection: Connection, away: boolean): void {
    this.#attendance.setAway(connection, away);
  }

  of(viewer: Viewer, userIds: readonly string[]): Present[] {
    return userIds.map((userId) => {
      const shown = this.#shows(viewer, userId);
      return { userId, shown, state: shown ? this.#attendance.stateOf(userId) : 'OFFLINE' };
    });
  }

  async follow(viewer: Viewer, userIds: readonly string[]): Promise<Queue<Presences>> {
    const queue = new Queue<Presences>(queueLimit, () => {
      for (const userId of userIds) {
        const readers = this.#readers.get(userId);
        readers?.delete(reader);
        if (readers?.size === 0) this.#readers.delete(userId);
      }
    });
    const reader: Reader = { viewer, userIds, queue, shown: new Set() };
    for (const userId of userIds)
      this.#readers.set(userId, (this.#readers.get(userId) ?? new Set()).add(reader));
    this.#push(reader, userIds);
    return queue;
  }

  /** The log says when somebody has changed what they show, or lost their session. */
  take(event: LogEvent): void {
    const { kind, userId } = event;
    if (kind === 'PRIVACY_UPDATED' && userId !== null) {
      // Of what is as it was nothing is told: it would say that they are there.
      for (const reader of this.#readers.get(userId) ?? [])
        if (
          reader.viewer.userId !== userId &&
          reader.shown.has(userId) !== this.#shows(reader.viewer, userId)
        )
          this.#push(reader, [userId]);
      // What they see of others changes with it.
      for (const reader of this.#all())
        if (reader.viewer.userId === userId) this.#push(reader, reader.userIds);
    }
    if (kind === 'SESSION_REVOKED') this.endSession(event);
  }

  /** What a session follows ends with it. */
  endSession({ sessionId }: Pick<LogEvent, 'sessionId'>): void {
    for (const reader of this.#all())
      if (reader.viewer.sessionId === sessionId) reader.queue.fail(unauthenticated());
  }

  /** @returns once it is noted who has left */
  async stop(): Promise<void> {
    this.#attendance.stop();
    this.#note();
    await Promise.all(this.#noting);
  }

  #shows(viewer: Viewer, userId: string): boolean {
    if (viewer.userId === userId) return true;
    return !this.#privacy.hidesPresence(userId) && !this.#privacy.hidesPresence(viewer.userId);
  }

  /** Of what a reader is not shown they are not told either that it has changed. */
  #tell(userIds: string[]): void {
    const changed = new Map<Reader, string[]>();
    for (const userId of userIds) {
      for (const reader of this.#readers.get(userId) ?? []) {
        if (!this.#shows(reader.viewer, userId)) continue;
        const ofReader = changed.get(reader) ?? [];
        ofReader.push(userId);
        changed.set(reader, ofReader);
      }
    }
    // One object for all who are told of the same people, as the others' answer is theirs, too.
    const told = new Map<string, Presences>();
    for (const [reader, ofReader] of changed) {
      const whose = ofReader.join();
      told.set(whose, this.#push(reader, ofReader, told.get(whose)));
    }
  }

  #push(
    { viewer, queue, shown }: Reader,
    userIds: readonly string[],
    told: Presences = { presences: this.of(viewer, userIds) },
  ): Presences {
    for (const each of told.presences) {
      if (each.shown) shown.add(each.userId);
      else shown.delete(each.userId);
    }
    queue.push(told);
    return told;
  }

  #all(): Set<Reader> {
    return new Set([...this.#readers.values()].flatMap((readers) => [...readers]));
  }
}
