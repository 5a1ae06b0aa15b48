import { setTimeout as sleep } from 'node:timers/promises';
import type { Wire } from '../clients/wire.ts';
import type { Deliveries } from '../measure/deliveries.ts';

/** A server with everybody who listens to it, and somebody who can make it tell them something. */
export interface Audience {
  name: string;
  deliveries: Deliveries;
  /** Makes the server tell everybody this text. */
  publish(text: string): void;
  cpuSeconds(): Promise<number>;
  /** @throws where a frame is not what that listener should have been told */
  check(sample: Deliveries['sample']): Promise<void>;
}

/** How long a text is of which each wire makes a frame of some 380 bytes. */
export const frameBytes = 380;
export const filler = (length: number): string =>
  'What people write. '.repeat(40).slice(0, Math.max(0, length));

/** A socket that breaks while it is being measured ends everything: a listener less is work less. */
export const broken = (name: string) => (reason: string) => {
  throw new Error(`${name}: a socket went away: ${reason}.`);
};

/** So many at once, the next as soon as one is done. */
export async function crowd<Item>(
  count: number,
  atOnce: number,
  make: (index: number) => Promise<Item>,
): Promise<Item[]> {
  const made: Item[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) made[index] = await make(index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
  return made;
}

export const closeAll = (wires: readonly Wire[]) => (): void => {
  for (const wire of wires) wire.close();
};

/** Until what has just been connected has quietened down. */
export const settled = (): Promise<void> => sleep(300);
