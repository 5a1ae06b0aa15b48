import type { Connection, TypingRegister, Typists, Viewer } from '../../schema/context.ts';
import { refuse, unauthenticated } from '../../schema/errors.ts';
import type { LogEvent } from '../../schema/log/event.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Bus } from './bus.ts';
import { Queue } from './queue.ts';

/** Who says nothing for this long types no more. */
const forgetAfterMs = 6000;
const queueLimit = 100;

interface Reader {
  viewer: Viewer;
  queue: Queue<Typists>;
}

/** Who types where, told over the bus and kept by every instance for itself: nothing of it is stored. */
export class TypingBoard implements TypingRegister {
  readonly #prisma: PrismaClient;
  readonly #bus: Bus;
  /** By thread and person: the timer that forgets them. */
  readonly #typists = new Map<string, Map<string, NodeJS.Timeout>>();
  readonly #readers = new Map<string, Set<Reader>>();
  /** Where each socket's person types, to be taken back when it drops. */
  readonly #said = new WeakMap<Connection, Set<string>>();

  constructor(prisma: PrismaClient, bus: Bus) {
    this.#prisma = prisma;
    this.#bus = bus;
    bus.on('typing', ({ threadId, userId, typing }) => this.#note(threadId, userId, typing));
  }

  set(threadId: string, userId: string, typing: boolean, connection: Connection | null): void {
    this.#bus.publish('typing', { threadId, userId, typing });
    if (!connection || !typing) return;
    let said = this.#said.get(connection);
    if (!said) {
      said = new Set();
      this.#said.set(connection, said);
      const threads = said;
      connection.onClose(() => {
        for (const thread of threads)
          this.#bus.publish('typing', { threadId: thread, userId, typing: false });
      });
    }
    said.add(threadId);
  }

  /** @throws NOT_FOUND for a thread that the viewer is not in */
  async follow(viewer: Viewer, threadId: string): Promise<Queue<Typists>> {
    const reader: Reader = { viewer, queue: new Queue(queueLimit, () => this.#leave(threadId, reader)) };
    const readers = this.#readers.get(threadId) ?? new Set();
    this.#readers.set(threadId, readers.add(reader));
    // Looked up after registering: a removal in between is then heard of.
    try {
      const participant = await this.#prisma.participant.findUnique({
        where: { threadId_userId: { threadId, userId: viewer.userId } },
      });
      if (!participant) throw refuse('NOT_FOUND', 'No such thread.');
    } catch (error) {
      reader.queue.end();
      throw error;
    }
    reader.queue.push(this.#now(threadId));
    return reader.queue;
  }

  /** The log says when somebody has sent, left, or lost their session. */
  take(event: LogEvent): void {
    const { kind, threadId, userId, actorId } = event;
    if (kind === 'MESSAGE_ADDED' && threadId && actorId) this.#note(threadId, actorId, false);
    if (kind === 'THREAD_LEFT' && threadId && userId) {
      this.#note(threadId, userId, false);
      for (const reader of this.#readers.get(threadId) ?? []) {
        if (reader.viewer.userId === userId) reader.queue.end();
      }
    }
    if (kind === 'SESSION_REVOKED') this.endSession(event);
  }

  /** What a session follows ends with it. */
  endSession({ sessionId }: Pick<LogEvent, 'sessionId'>): void {
    for (const readers of this.#readers.values()) {
      for (const reader of readers) {
        if (reader.viewer.sessionId === sessionId) reader.queue.fail(unauthenticated());
      }
    }
  }

  stop(): void {
    for (const typists of this.#typists.values()) for (const timer of typists.values()) clearTimeout(timer);
    this.#typists.clear();
  }

  #note(threadId: string, userId: string, typing: boolean): void {
    const typists = this.#typists.get(threadId) ?? new Map<string, NodeJS.Timeout>();
    const timer = typists.get(userId);
    clearTimeout(timer);
    if (typing) {
      typists.set(userId, setTimeout(() => this.#note(threadId, userId, false), forgetAfterMs).unref());
      this.#typists.set(threadId, typists);
    } else {
      typists.delete(userId);
      if (typists.size === 0) this.#typists.delete(threadId);
    }
    if (typing === (timer !== undefined)) return;
    const now = this.#now(threadId);
    for (const reader of this.#readers.get(threadId) ?? []) reader.queue.push(now);
  }

  #now(threadId: string): Typists {
    return { threadId, userIds: [...(this.#typists.get(threadId)?.keys() ?? [])] };
  }

  #leave(threadId: string, reader: Reader): void {
    const readers = this.#readers.get(threadId);
    readers?.delete(reader);
    if (readers?.size === 0) this.#readers.delete(threadId);
  }
}
