import { createHash } from 'node:crypto';
import type pg from 'pg';
import { SessionCookies } from '../../server/session.ts';

/** People and threads by their number, so that every program and every SQL script knows their ids. */
const idPattern = '01900000-0000-7000-8000-';
const idOf = (prefix: string, number: number) => `${prefix}_${idPattern}${String(number).padStart(12, '0')}`;
export const userId = (number: number): string => idOf('usr', number);
export const threadId = (number: number): string => idOf('thr', number);
/** The same in SQL. */
export const sqlId = (prefix: string, number: string): string =>
  `'${prefix}_${idPattern}' || lpad((${number})::text, 12, '0')`;

export const sessionSecret = 'YmVuY2htYXJrcy1vbmx5LW5vdC1hLXNlY3JldC0wMTIzNDU2Nzg5';
const cookies = new SessionCookies([sessionSecret], false);
const secretOf = (number: number) => `bench-session-of-${number}`;

/** What a browser of this person sends with everything. */
export async function credentials(number: number, port: number): Promise<Record<string, string>> {
  const cookie = (await cookies.make(secretOf(number))).split(';')[0] ?? '';
  return { cookie, origin: `http://localhost:${port}` };
}

/** 1 to `count`, each signed in. */
export async function addPeople(db: pg.Client, count: number): Promise<void> {
  await db.query(
    `insert into "User" (id, handle, "displayName", "passwordHash")
     select ${sqlId('usr', 'n')}, 'person-' || n, 'Person ' || n, 'none' from generate_series(1, $1::int) as n`,
    [count],
  );
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const hashes = numbers.map((number) => createHash('sha256').update(secretOf(number)).digest('hex'));
  await db.query(
    `insert into "Session" (id, "secretHash", "userId", "expiresAt")
     select ${sqlId('ses', 'n')}, hash, ${sqlId('usr', 'n')}, now() + interval '1 day'
     from unnest($1::int[], $2::text[]) as s (n, hash)`,
    [numbers, hashes],
  );
}

interface Groups {
  from: number;
  to: number;
  people: { from: number; to: number };
}

/** Groups of a range of numbers, with all the people of a range in each. */
export async function addGroups(db: pg.Client, { from, to, people }: Groups): Promise<void> {
  await db.query(
    `insert into "Thread" (id, kind, name, "createdById")
     select ${sqlId('thr', 'n')}, 'GROUP', 'Group ' || n, $3 from generate_series($1::int, $2::int) as n`,
    [from, to, userId(people.from)],
  );
  await db.query(
    `insert into "Participant" (id, "threadId", "userId", role)
     select ${sqlId('par', 't * 100000 + p')}, ${sqlId('thr', 't')}, ${sqlId('usr', 'p')}, 'MEMBER'
     from generate_series($1::int, $2::int) as t, generate_series($3::int, $4::int) as p`,
    [from, to, people.from, people.to],
  );
}

interface Messages {
  threads: { from: number; to: number };
  each: number;
  /** People 1 to this write in turn. */
  authors: number;
}

/** What has been said in a range of groups before anything is measured; of the log, nothing is left. */
export async function addMessages(db: pg.Client, { threads, each, authors }: Messages): Promise<void> {
  const body =
    'What somebody has written on some day, as long as such things are: a line or two, now and then more.';
  await db.query(
    `insert into "Message" (id, "threadId", seq, "authorId", body, "createdAt")
     select ${sqlId('msg', 't * 10000000::bigint + n')}, ${sqlId('thr', 't')}, n, ${sqlId('usr', '1 + n % $4::int')}, $5,
       now() - make_interval(secs => $3::int - n)
     from generate_series($1::int, $2::int) as t, generate_series(1, $3::int) as n`,
    [threads.from, threads.to, each, authors, body],
  );
  await db.query(
    `update "Thread" t set "lastSeq" = m.seq, "lastMessageId" = m.id, "lastActivityAt" = m."createdAt"
     from generate_series($1::int, $2::int) as n, "Message" m
     where t.id = ${sqlId('thr', 'n')} and m."threadId" = t.id and m.seq = $3`,
    [threads.from, threads.to, each],
  );
}

/** As a database that has run for a while: planned by statistics, its pages written. */
export async function settle(db: pg.Client): Promise<void> {
  await db.query('vacuum analyze');
  await db.query('checkpoint').catch(() => {});
}
