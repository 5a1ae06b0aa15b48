import { settled } from './settled.ts';
import type { Person, World } from './world.ts';

/** A place in the log that lies behind everything that is committed by now: nothing of it is told after this cursor. */
export async function cursorOf(world: World, person: Pick<Person, 'query'>): Promise<string> {
  await settled(world);
  const { cursor } = await person.query<{ cursor: string }>('{ cursor }');
  return cursor;
}
