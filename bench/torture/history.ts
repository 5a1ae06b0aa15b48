import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What one client did and saw, line by line. `t`: milliseconds of the one clock that all clients share. */
export type Entry = { t: number } & (
  | { is: 'snapshot'; cursor: string; threads: [thread: string, lastSeq: number | null][] }
  /** A stream begins, or a page: until the next `caught up`, what follows is the past. */
  | { is: 'resumed'; instance?: number }
  | { is: 'caught up'; cursor: string }
  /** What came instead of a change or of a page, or why the connection ended. */
  | { is: 'broken'; why: string }
  /** The last cursor is broken: the server is to refuse it. */
  | { is: 'spoiled' }
  | { is: 'page'; cursor: string }
  | { is: 'message'; cursor: string; thread: string; seq: number; id: string; body: string }
  | { is: 'joined' | 'left' | 'told'; cursor: string; thread: string }
  | { is: 'send'; thread: string; id: string; body: string }
  | { is: 'sent'; body: string; id: string; seq: number }
  /** For certain not done, where it was the first try. */
  | { is: 'refused'; body: string; code: string; tries: number }
  | { is: 'remove' | 'leave' | 'add'; key: string; thread: string; user: string }
  /** Something else that everybody in the thread is told of, by the kind of event that it makes. */
  | { is: 'change'; key: string; thread: string; kind: 'GROUP_RENAMED' | 'MESSAGE_EDITED' | 'REACTION_ADDED' }
  | { is: 'done'; key: string }
  | { is: 'not done'; key: string; code: string }
);

export type Deed = Entry extends infer E ? (E extends Entry ? Omit<E, 't'> : never) : never;

const chunk = 256 * 1024;

/** Written to a file as it happens, so that a million sends need no memory, and can be read again by hand. */
export class History {
  readonly path: string;
  readonly #file: number;
  #waiting: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  add(deed: Deed): void {
    const line = `${JSON.stringify({ t: Math.round(performance.now() * 1000) / 1000, ...deed })}\n`;
    this.#waiting.push(line);
    this.#size += line.length;
    if (this.#size > chunk) this.#flush();
  }

  #flush(): void {
    writeSync(this.#file, this.#waiting.join(''));
    this.#waiting = [];
    this.#size = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }
}

export async function* readHistory(path: string): AsyncGenerator<Entry, undefined> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    yield JSON.parse(line) as Entry;
  }
}
