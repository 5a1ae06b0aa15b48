import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Context, Viewer } from '../../schema/context.ts';
import type { PrivacyRegister } from '../../schema/privacy/register.ts';
import type { Caller } from '../context.ts';
import type { Wire } from '../live/frames.ts';
import type { Turns } from '../turns.ts';

/** The context of an operation, as the schema is given it. */
export interface Arrived extends Context {
  arrival: Arrival;
}

/** What all operations share. */
interface House {
  contextFor(caller: Caller, viewer?: Viewer | null): Context;
  outward(result: ExecutionResult, arrival: Arrival): ExecutionResult;
  readonly privacy: Pick<PrivacyRegister, 'hidesReceipts' | 'hidesPresence'>;
}

interface Way {
  /** Over a socket: where what is told goes. */
  wire?: Wire;
  /** Over a socket: in which order it is asked for what is to be done. */
  turns?: Turns;
  /** Over HTTP: that of the request. */
  requestId?: string;
  /** Over HTTP: tells once when whoever asked has gone, also where that was before. A socket's operations are ended by graphql-ws. */
  onGone?: (act: () => void) => void;
}

/** One operation, whichever way it came, for as long as it lasts. */
export class Arrival {
  readonly caller: Caller;
  readonly wire: Wire | null;
  readonly turns: Turns | null;
  /** Whether it has been counted by the throttles. */
  counted = false;
  /** Whether something may have been done, of which its answer tells. */
  acted = false;
  readonly onGone: NonNullable<Way['onGone']>;
  readonly #house: House;
  #requestId: string | null;

  constructor(house: House, caller: Caller, { wire, turns, requestId, onGone }: Way) {
    this.#house = house;
    this.caller = caller;
    this.wire = wire ?? null;
    this.turns = turns ?? null;
    this.onGone = onGone ?? (() => {});
    this.#requestId = requestId ?? null;
  }

  /** Names what is being answered: in the logs, in the header x-request-id, in an answer that says INTERNAL. */
  get requestId(): string {
    this.#requestId ??= randomUUID();
    return this.#requestId;
  }

  /**
   * A fresh context: loaders remember nothing from one to the next.
   * @param viewer other than the caller's by now, of what was set up while the session lasted
   */
  context(viewer?: Viewer | null): Arrived {
    return Object.assign(this.#house.contextFor(this.caller, viewer), { arrival: this });
  }

  /** Who shows nothing of a kind, and so sees nothing of it either. */
  get privacy(): House['privacy'] {
    return this.#house.privacy;
  }

  /** A result with its errors as they are shown. */
  outward(result: ExecutionResult): ExecutionResult {
    return this.#house.outward(result, this);
  }
}
