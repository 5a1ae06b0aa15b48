import type { World } from './world.ts';

type Database = Pick<World, 'prisma'>;

/** Every table that there is, as SQL names it: one that a migration adds is among them. */
export async function tablesOf({ prisma }: Database): Promise<string[]> {
  const found = await prisma.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`;
  return found.map(({ name }) => name);
}

/** What is asked of each table, in one statement: a line for each, in one order whatever PostgreSQL's plan is. */
async function ofEach(world: Database, what: string): Promise<string[]> {
  const tables = await tablesOf(world);
  const asked = tables.map((table) => `select '${table} ' || (${what}) as line from ${table} t`);
  const rows = await world.prisma.$queryRawUnsafe<{ line: string }[]>(asked.join(' union all '));
  return rows.map(({ line }) => line).toSorted();
}

/** What every table holds: what must not change when something is refused. */
export const footprint = async (world: Database): Promise<string> =>
  (await ofEach(world, `md5(coalesce(string_agg(t::text, '|' order by t::text), ''))`)).join('\n');

/** How many rows each table has. */
export const rowsOf = async (world: Database): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await ofEach(world, 'count(*)')).map((line) => {
      const [table = '', count] = line.split(' ');
      return [table, Number(count)];
    }),
  );

/** Everything that the database holds, as text. */
export const everything = async (world: Database): Promise<string> =>
  (await ofEach(world, `coalesce(string_agg(t::text, e'\\n'), '')`)).join('\n');

/** All that there is has been there for so many days longer: every time in every table is that much earlier. */
export async function letPass(world: Database, days: number): Promise<void> {
  const { prisma } = world;
  const found = await prisma.$queryRaw<{ name: string; earlier: string }[]>`
    select quote_ident(table_name) as name,
      string_agg(format('%1$I = %1$I - make_interval(hours => %2$s)', column_name, ${days * 24}::int), ', ') as earlier
    from information_schema.columns
    where table_schema = 'public' and data_type = 'timestamp with time zone' group by table_name`;
  await prisma.$transaction(
    found.map(({ name, earlier }) => prisma.$executeRawUnsafe(`update ${name} set ${earlier}`)),
  );
}
