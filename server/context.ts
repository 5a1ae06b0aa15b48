import { Allowance } from '../schema/allowance.ts';
import type { Rows } from '../schema/change/rows.ts';
import type { Connection, Context, Reader, SessionCookie, Throttle, Viewer } from '../schema/context.ts';
import type { Position } from '../schema/log/event.ts';
import type { Bus } from './live/bus.ts';
import type { Replicas } from './replicas.ts';

/** Who asks, and how: what a context is made from. */
export interface Caller {
  viewer: Viewer | null;
  /** Who it is by its own words: where somebody else is signed in, nothing of it is done. */
  expected?: string | undefined;
  cookie: SessionCookie | null;
  userAgent: string;
  address: string;
  connection: Connection | null;
}

export const nobody: Caller = { viewer: null, cookie: null, userAgent: '', address: '', connection: null };

type OfAll =
  | 'prisma'
  | 'sql'
  | 'log'
  | 'sends'
  | 'live'
  | 'typing'
  | 'presence'
  | 'publicUrl'
  | 'seal'
  | 'files'
  | 'privacy';

/** What is the same whoever asks. */
interface Shared extends Pick<Context, OfAll> {
  replicas: Replicas;
  bus: Bus;
  throttleFor(address: string): Throttle;
}

/** @param viewer other than the caller's by now, of what was set up while the session lasted */
export type ContextFor = (caller: Caller, viewer?: Viewer | null) => Context;

/**
 * Makes what resolvers and commands are given, for each operation anew. What is the same for all is inherited: copied each
 * time, it would cost as much as the parsing of a message.
 */
export function contextsOf({ replicas, bus, throttleFor, ...shared }: Shared): ContextFor {
  class OfOperation implements Omit<Context, OfAll> {
    readonly viewer: Viewer | null;
    readonly cookie: SessionCookie | null;
    readonly userAgent: string;
    readonly address: string;
    readonly connection: Connection | null;
    scope = {};
    readonly allowance = new Allowance();
    known: Rows | null = null;
    #head: Promise<Position> | undefined;

    constructor({ cookie, userAgent, address, connection }: Caller, viewer: Viewer | null) {
      this.viewer = viewer;
      this.cookie = cookie;
      this.userAgent = userAgent;
      this.address = address;
      this.connection = connection;
    }

    get throttle(): Throttle {
      return throttleFor(this.address);
    }

    reader(about: string): Reader {
      // What comes with a cursor must be as new as the cursor.
      return this.#head ? shared : replicas.reader(this.viewer?.userId, about);
    }

    announce(): void {
      bus.publish('log', this.viewer?.userId ?? null);
    }

    headBefore(): Promise<Position> {
      return (this.#head ??= shared.log.head());
    }
  }
  Object.assign(OfOperation.prototype, shared);
  return (caller, viewer = caller.viewer) => new OfOperation(caller, viewer) as OfOperation & typeof shared;
}
