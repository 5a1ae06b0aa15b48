import type pg from 'pg';
import { Random } from '../../prisma/seed-random.ts';
import { addGroups, addPeople, settle, sqlId, threadId } from '../measure/world.ts';

/** Whoever is in some threads is in the first of them. */
export const readers = { inOne: 1, inTen: 2, inTenth: 3, inAll: 4 };
export type Reader = keyof typeof readers;

/** Who writes, each about as much; the handle of one of them, and of one more. */
const authors = { from: 11, to: 110 };
export const [author, other] = [`person-${authors.from}`, `person-${authors.from + 1}`];

/** What the group is called in which everybody is who searches. */
export const groupName = 'Quarterly review';

export const rareWord = 'quokka';
const rareEvery = 20_000;
/** The lower its number, the more often it is said. */
export const word = (number: number): string => `wo${String(number).padStart(4, '0')}`;
const vocabulary = 3000;
const wordsOfMessage = 12;
const linkShare = 0.02;

const messagesEach = 200;
export const threadsOf = (messages: number): number => messages / messagesEach;

/** However many messages there are, they have been said in so many days. */
const days = 100;
/** The day so many days ago, in UTC. */
export const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

export async function fill(db: pg.Client, count: number): Promise<void> {
  const threads = threadsOf(count);
  await addPeople(db, authors.to);
  const { inOne, inTen, inTenth, inAll } = readers;
  let from = 1;
  for (const { reader, to } of [
    { reader: inOne, to: 1 },
    { reader: inTen, to: 10 },
    { reader: inTenth, to: threads / 10 },
    { reader: inAll, to: threads },
  ]) {
    await addGroups(db, { from, to, people: { from: reader, to: inAll } });
    from = to + 1;
  }
  await db.query('update "Thread" set name = $1 where id = $2', [groupName, threadId(1)]);
  // An index that is made of what is there takes a fraction of the time of one that grows with it.
  const { rows } = await db.query<{ made: string; statistics: number }>(
    `select pg_get_indexdef(attrelid) as made, attstattarget as statistics
     from pg_attribute where attrelid = '"Message_search_idx"'::regclass and attnum = 1`,
  );
  await db.query('drop index "Message_search_idx"');
  await say(db, count, threads);
  await db.query(rows[0]?.made ?? '');
  // How much the planner knows of it does not stand in its definition.
  await db.query(`alter index "Message_search_idx" alter column 1 set statistics ${rows[0]?.statistics}`);
  await db.query('update "Thread" set "lastSeq" = $1', [messagesEach]);
  await settle(db);
}

/** From thread to thread, as people talk at once in all of them. */
async function say(db: pg.Client, count: number, threads: number): Promise<void> {
  const random = new Random(11);
  const bodyOf = (number: number) =>
    [
      ...Array.from({ length: wordsOfMessage }, () => word(Math.floor(vocabulary * random.next() ** 2))),
      ...(number % rareEvery === 0 ? [rareWord] : []),
      ...(random.next() < linkShare ? [`https://example.org/${number}`] : []),
    ].join(' ');
  const anybody = `${authors.from} + abs(hashint4($1::int + n)) % ${authors.to - authors.from + 1}`;
  for (let from = 0; from < count; from += 20_000) {
    await db.query(
      `insert into "Message" (id, "threadId", seq, "authorId", body, "createdAt")
       select ${sqlId('msg', '$1::int + n')}, ${sqlId('thr', '1 + ($1::int + n) % $2::int')}, 1 + ($1::int + n) / $2::int,
         ${sqlId('usr', anybody)}, body, now() - ${days} * interval '1 day' * ($3::int - $1::int - n) / $3::int
       from unnest($4::text[]) with ordinality as said (body, place), lateral (select place::int - 1 as n) as number`,
      [from, threads, count, Array.from({ length: 20_000 }, (_, index) => bodyOf(from + index))],
    );
  }
}
