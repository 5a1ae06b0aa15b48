import { Allowance } from '../schema/allowance.ts';
import type { Connection, Context, SessionCookie, Throttle, Viewer } from '../schema/context.ts';
import type { Position } from '../schema/log/event.ts';
import type { Bus } from './live/bus.ts';
import type { Replicas } from './replicas.ts';

/** Who asks, and how: what a context is made from. */
export interface Caller {
  viewer: Viewer | null;
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

/** Makes what resolvers and commands are given, for each operation anew. */
export function contextsOf({ replicas, bus, throttleFor, ...shared }: Shared): ContextFor {
  return (caller, viewer = caller.viewer) => {
    const { cookie, userAgent, address, connection } = caller;
    let head: Promise<Position> | undefined;
    return {
      ...shared,
      // What comes with a cursor must be as new as the cursor.
      reader: (about) => (head ? shared : replicas.reader(viewer?.userId, about)),
      viewer,
      cookie,
      userAgent,
      address,
      connection,
      scope: {},
      allowance: new Allowance(),
      known: null,
      announce: () => {
        if (viewer) replicas.note(viewer.userId);
        bus.publish('log', null);
      },
      headBefore: () => (head ??= shared.log.head()),
      throttle: throttleFor(address),
    };
  };
}
