import type { Entry } from '../history.ts';

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
  /** Through which transaction the log had been forgotten, and when, on the clock of the histories. */
  pruned: { t: number; through: number }[];
}

export interface Witness {
  user: string;
  history(): AsyncIterable<Entry> | Iterable<Entry>;
}
