import type { Bench } from '../measure/bench.ts';
import { onDatabase } from '../measure/databases.ts';
import { addGroups, addPeople, settle } from '../measure/world.ts';

/** Who sends, and the groups that all of them are in. */
export const sending = { people: 64, groups: 200 };

/** A database for each writer, all alike: what one has written must not be in another's way. */
export async function sendWorlds(bench: Bench, prefix: string): Promise<(name: string) => Promise<string>> {
  const template = await bench.databases.create(`${prefix}_template`);
  await onDatabase(template, async (db) => {
    await addPeople(db, sending.people);
    await addGroups(db, { from: 1, to: sending.groups, people: { from: 1, to: sending.people } });
    await settle(db);
  });
  return (name) => bench.databases.copy(template, `${prefix}_${name}`);
}
