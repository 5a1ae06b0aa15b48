import type { LoggedChange } from '../../schema/change/change.ts';
import type { Event } from './answers.ts';

/** When a change came into the log, and who wants to know how long it took from there. */
interface Written {
  /** As `performance.now()` has it. */
  at: number;
  /** @param seconds until the last of those who were told it in the same turn had their bytes written */
  observe(seconds: number): void;
}

/** Of what is told as it happens. What somebody has missed and reads later says nothing of how fast anything is. */
const written = new WeakMap<Event, Written>();

/** Has it measured how long a change takes to leave, should anybody be told it. To be called before they are. */
export function timeFrom(change: LoggedChange, when: Written): void {
  written.set(change, when);
}

/** What was told in this turn, each once for however many readers. */
const told = new Set<Written>();
/** A fan-out hands one change to all its readers in a row: each but the first costs one comparison. */
let last: Event | null = null;

/** To be called with each delivery, behind what it writes. */
export function noteTold(event: Event): void {
  if (event === last) return;
  const when = written.get(event);
  if (!when) return;
  last = event;
  told.add(when);
  // Behind all that is due when this turn ends, the flush of the sockets among it.
  if (told.size === 1) process.nextTick(() => process.nextTick(observeTold));
}

function observeTold(): void {
  const now = performance.now();
  for (const { at, observe } of told) observe((now - at) / 1000);
  told.clear();
  last = null;
}
