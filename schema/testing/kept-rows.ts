import { tablesOf } from './rows.ts';
import type { World } from './world.ts';

/**
 * Notes what all tables hold by now.
 * @returns what puts it back, whatever was done since: in milliseconds, where doing all of it anew takes long
 */
export async function keepRows(world: Pick<World, 'prisma'>): Promise<() => Promise<void>> {
  const { prisma } = world;
  const tables = await tablesOf(world);
  await prisma.$executeRawUnsafe('create schema kept');
  for (const table of tables) await prisma.$executeRawUnsafe(`create table kept.${table} as table ${table}`);
  // One statement for all: whether what a row refers to is there is looked at behind it.
  const inAll = (act: (table: string) => string) =>
    `with ${tables.map((table, index) => `t${index} as (${act(table)})`).join(', ')} select`;
  const empty = inAll((table) => `delete from ${table}`);
  const fill = inAll((table) => `insert into ${table} table kept.${table}`);
  return async () => {
    await prisma.$transaction([prisma.$executeRawUnsafe(empty), prisma.$executeRawUnsafe(fill)]);
  };
}
