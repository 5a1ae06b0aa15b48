import { afterAll, expect, it } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
import { newId } from '../id.ts';
import { openWorld } from '../testing/world.ts';
import { queryRule } from './query.ts';
import { threadsCalled } from './scope.ts';
import { indexed } from './where.ts';

const world = await openWorld();
afterAll(() => world.close());

/** How PostgreSQL would answer if to read a whole table were the last resort: by an index, where one is of what is asked. */
async function planOf({ text, values }: Prisma.Sql): Promise<string> {
  const client = await world.pool.connect();
  try {
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<object>(`explain (format json) ${text}`, values);
    return JSON.stringify(rows);
  } finally {
    client.release(true);
  }
}

it.each(['quokka', 'q', '考', 'has:link'])('[SE2] messages with %s are found by the index', async (query) => {
  const search = {
    viewerId: newId('usr'),
    sought: queryRule.parse(query),
    scope: { authors: null, threads: null, notAuthors: [] },
  };
  const plan = await planOf(Prisma.sql`select from "Message" m where ${indexed(search)!}`);
  expect(plan).toContain('Message_search_idx');
});

it('[SE4] threads that in: names are found by indexes, by who is in thousands, too', async () => {
  // So many that to look at all of one's own costs more than any index does.
  await world.prisma.$executeRaw`
    insert into "User" (id, handle, "displayName", "passwordHash")
    select 'usr_' || n, 'h' || n, 'H', '-' from generate_series(1, 2000) as n`;
  await world.prisma.$executeRaw`
    insert into "Thread" (id, kind, name, "directKey")
    select 'thr_' || n, case when n % 2 = 0 then 'GROUP' else 'DIRECT' end::"ThreadKind",
      case when n % 2 = 0 then 'Group ' || md5(n::text) end, case when n % 2 = 1 then 'usr_1:usr_' || n end
    from generate_series(2, 2000) as n`;
  await world.prisma.$executeRaw`
    insert into "Participant" (id, "threadId", "userId") select 'par_' || id, id, 'usr_1' from "Thread" where id like 'thr_%'`;
  await world.prisma.$executeRaw`analyze "User", "Thread", "Participant"`;
  const plan = await planOf(threadsCalled('usr_1', ['quokkas', 'wombats']));
  for (const index of ['Thread_name_idx', 'Thread_pkey', 'User_handle_key', 'Thread_directKey_key'])
    expect(plan).toContain(index);
});
