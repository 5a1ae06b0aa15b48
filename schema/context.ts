import type { PrismaClient } from '../prisma/client/client.ts';
import type { Sql, Statements } from '../prisma/statements.ts';
import { unauthenticated } from './errors.ts';
import type { FileLimits } from './attachment/rules.ts';
import type { Allowance } from './allowance.ts';
import type { Change } from './change/change.ts';
import type { Rows } from './change/rows.ts';
import type { Position } from './log/event.ts';
import type { Log } from './log/log.ts';
import type { SendGate } from './message/send-gate.ts';
import type { PrivacyRegister } from './privacy/register.ts';

/** Who asks: decided by the session's row for every request, and for every open socket. */
export interface Viewer {
  userId: string;
  sessionId: string;
}

/** What a resolver, a rule's caller and a command are given. The server fills it in. */
export interface Context {
  prisma: PrismaClient;
  /** On the same connections, for what is asked so often that the typed client would cost more than the answer. */
  sql: Statements;
  /**
   * For reads that may be a moment old: a replica where there is one that keeps up. Nothing is decided by it.
   * @param about a thread's id, `people` or `messages`: where something has just happened to it, what is read is not older than that
   */
  reader(about: string): Reader;
  log: Log;
  viewer: Viewer | null;
  /** What loaders remember lives as long as this object: a request, one event of a subscription, or until a write. */
  scope: object;
  /** What this answer may still hold. */
  allowance: Allowance;
  /** The rows that came with the event which is told; null outside of a subscription. */
  known: Rows | null;
  /** Tells every instance that the log has grown, and that the viewer has written: a hint, sent after a commit, that may be lost. */
  announce(): void;
  /** Null over a socket, where no cookie can be set. */
  cookie: SessionCookie | null;
  /** Where the log stood before this request read anything. */
  headBefore(): Promise<Position>;
  /** What the client calls itself, for the list of one's sessions. */
  userAgent: string;
  /** From where it asks; "" where that is not known. */
  address: string;
  /** The socket that a request came by; null over HTTP. */
  connection: Connection | null;
  throttle: Throttle;
  sends: SendGate;
  live: Live;
  typing: TypingRegister;
  presence: PresenceRegister;
  /** Where people open the web app: https://chat.example.org, without a slash at the end. */
  publicUrl(): string;
  seal: Seal;
  files: Files;
  privacy: PrivacyRegister;
}

/** Connections that only read. */
export interface Reader {
  prisma: PrismaClient;
  sql: Sql;
}

export type SignedIn = Context & { viewer: Viewer };

/** @throws UNAUTHENTICATED */
export function assertSignedIn(ctx: Context): asserts ctx is SignedIn {
  if (!ctx.viewer) throw unauthenticated();
}

/** Where a browser keeps its session: an HttpOnly cookie that holds nothing but the session's secret. */
export interface SessionCookie {
  set(secret: string): Promise<void>;
  clear(): void;
}

/** A socket, as far as the schema cares. */
export interface Connection {
  onClose(listener: () => void): void;
  /** Closes it, since its reader does not keep up: it comes back with its last cursor. */
  giveUp(): void;
}

/** For what is kept so that a retry can be answered, and must be of no use to who reads the database alone. */
export interface Seal {
  seal(text: string): Promise<string>;
  /** Null for what was sealed with a secret that is no longer used. */
  open(sealed: string): Promise<string | null>;
}

/** Where files lie, as far as the schema cares. */
export interface Files {
  limits: FileLimits;
  /** Where a file is sent to and fetched from. */
  urlOf(attachmentId: string): string;
  /** What a request that sends one carries. */
  headers: [{ name: string; value: string }];
  /** Some are in no message any more: a hint, sent after a commit, that may be lost. */
  sweep(): void;
}

type ThrottleRule = 'signIn' | 'signUp' | 'invite';

export interface Throttle {
  /**
   * Counts one try of `rule` by `key` (a handle) and by the client's address; at invite links by account alone, and by
   * address for strangers.
   * @throws RATE_LIMITED with `retryAfter` in seconds
   */
  spend(rule: ThrottleRule, key: string): Promise<void>;
  /** Notes that the handle or the password of a try was wrong. */
  noteWrong(): void;
  /** Gives back what a successful try has spent. */
  refund(rule: ThrottleRule, key: string): Promise<void>;
}

export interface Live {
  /** The viewer's changes from a cursor on, or from now; see server/live. */
  follow(viewer: Viewer, options: FollowOptions): Promise<AsyncIterable<Change>>;
}

export interface FollowOptions {
  after: string | null | undefined;
  threadId: string | null | undefined;
  /** Which of the viewer's changes are wanted; CaughtUp is passed as well. */
  wants(change: Change): boolean;
}

export interface Typists {
  threadId: string;
  userIds: string[];
}

export interface TypingRegister {
  set(threadId: string, userId: string, typing: boolean, connection: Connection | null): void;
  /** Who types in the thread, now and whenever that changes, for as long as the viewer is in it. */
  follow(viewer: Viewer, threadId: string): Promise<AsyncIterable<Typists>>;
}

export type PresenceState = 'ONLINE' | 'AWAY' | 'OFFLINE';

/** Whether somebody is there, as a viewer sees it. */
export interface Present {
  userId: string;
  state: PresenceState;
  /** Whether the viewer may know; where not, they are OFFLINE. */
  shown: boolean;
}

export interface Presences {
  presences: Present[];
}

export interface PresenceRegister {
  /** Whether nobody uses the client at the other end of a socket. */
  set(connection: Connection, away: boolean): void;
  /** Whether people are there now, in the order asked. */
  of(viewer: Viewer, userIds: readonly string[]): Present[];
  /** The same of all of them, and then of those of whom it has changed. */
  follow(viewer: Viewer, userIds: readonly string[]): Promise<AsyncIterable<Presences>>;
}
