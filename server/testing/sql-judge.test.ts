import { describe, expect, it } from 'vitest';
import { faultsOf, type Indexes } from './sql-judge.ts';

const indexes: Indexes = new Map([
  [
    'User',
    [
      { columns: ['id'], unique: true },
      { columns: ['handle'], unique: true },
    ],
  ],
  ['Thread', [{ columns: ['id'], unique: true }]],
  [
    'Participant',
    [
      { columns: ['id'], unique: true },
      { columns: ['threadId', 'userId'], unique: true },
      { columns: ['userId'], unique: false },
    ],
  ],
  [
    'Message',
    [
      { columns: ['id'], unique: true },
      { columns: ['threadId', 'seq'], unique: true },
    ],
  ],
  ['Event', [{ columns: ['transaction', 'id'], unique: false }]],
]);

describe('a statement', () => {
  it.each([
    ['select * from "User"', 'list without LIMIT from User'],
    ['SELECT "public"."User"."id" FROM "public"."User" WHERE 1=1 OFFSET $1', 'list without LIMIT from User'],
    ['select * from "Message" where "threadId" = $1', 'list without LIMIT from Message'],
    [
      'select * from "Message" where "threadId" = $1 and seq > $2 order by seq',
      'list without LIMIT from Message',
    ],
    ['select * from "Message" where id = $1 or "threadId" = $2', 'list without LIMIT from Message'],
    ['select * from "Message" where not id = $1', 'list without LIMIT from Message'],
    ['select * from "Message" where id = id', 'list without LIMIT from Message'],
    ['select * from "Message" where id in (select id from "Message")', 'list without LIMIT from Message'],
    [
      'select m.* from "Thread" t join "Message" m on m."threadId" = t.id where t.id = $1',
      'list without LIMIT from Thread, Message',
    ],
    ['select * from "User" a join "User" b on a.id = b.id', 'list without LIMIT from User, User'],
    ['with all_of as (select * from "User") select * from all_of', 'list without LIMIT from all_of'],
    ['(select id from "User" limit 1) union (select id from "Thread")', 'list without LIMIT from Thread'],
    ['select count(*) from "User"', 'count over rows without end from User'],
    [
      'SELECT COUNT(*) AS "_count" FROM (SELECT "id" FROM "Message" WHERE "threadId" = $1 OFFSET $2) AS "sub"',
      'count over rows without end from ',
    ],
    ['select max(seq) from "Message" where "threadId" = $1', 'max over rows without end from Message'],
    ['select max(at) from "Event"', 'max over rows without end from Event'],
    [
      'select "threadId", count(*) from "Message" where "threadId" = any($1) group by 1 limit 5',
      'count over rows without end from Message',
    ],
    [
      'select *, (select count(*) from "Message" m where m."threadId" = t.id) from "Thread" t limit 5',
      'count over rows without end from Message',
    ],
    ['update "Message" set body = $1', 'update of all rows of Message'],
    ['update "Message" set body = $1 where seq = $2', 'update of all rows of Message'],
    ['delete from "User" where "displayName" = $1', 'delete of all rows of User'],
    ['insert into "User" (id) select id from "Thread"', 'list without LIMIT from Thread'],
  ])('that goes too far is seen: %s', (sql, fault) => {
    expect(faultsOf(sql, indexes)).toContain(fault);
  });

  it.each([
    'begin',
    'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    'select * from send_messages($1, $2)',
    'select * from "User" where id = $1',
    'select * from "User" where handle in ($1, $2) -- and no more',
    'SELECT "public"."Participant"."id" FROM "public"."Participant" WHERE ("public"."Participant"."userId" = $1 AND "public"."Participant"."threadId" IN ($2,$3)) OFFSET $4',
    'SELECT "t"."id" FROM "public"."Thread" AS "t" WHERE EXISTS(SELECT 1 FROM "Participant" WHERE "userId" = $1) LIMIT $2 OFFSET $3',
    'select * from "User" where id = $1 or id in (select "authorId" from "Message" where id = any($2))',
    'select p.* from "Participant" p join unnest($1::text[], $2::text[]) as wanted (thread, person) on p."threadId" = wanted.thread and p."userId" = wanted.person',
    'with told as (select * from "Message" where id = any($1)) select * from told union all select * from "Message" where id in (select "replyToId" from told)',
    'select u.* from "Message" m join "User" u on u.id = m."authorId" where m.id = $1',
    'select coalesce((select max(transaction) from "Event"), 0)',
    'select count(*) from (select 1 from "Message" where "threadId" = $1 limit 100) as some',
    'select * from (select * from "Event" order by transaction, id limit $1) as event',
    'update "Message" set body = $1 where id = $2',
    'update "Participant" as p set "lastReadSeq" = $1 where p."userId" = $2',
    'delete from "Participant" where "threadId" = $1 and "userId" = $2',
    'insert into "User" (id) values ($1) on conflict (id) do update set id = excluded.id',
    'select * from "User" where handle = \'select count(*) from\'',
  ])('that ends somewhere is let through: %s', (sql) => {
    expect(faultsOf(sql, indexes)).toEqual([]);
  });
});
