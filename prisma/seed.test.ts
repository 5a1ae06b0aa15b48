import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '../schema/account/password.ts';
import { signUpRule } from '../schema/account/rules.ts';
import { parse } from '../schema/parse.ts';
import { PrismaClient } from './client/client.ts';
import { password, people, viewer } from './seed-people.ts';
import { plan } from './seed-plan.ts';
import { plant, SeedError } from './seed-plant.ts';
import { talks } from './seed-talk.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

const now = new Date('2026-11-22T16:40:00Z');
let database: TestDatabase;
let prisma: PrismaClient;

const open = (url: string) => new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
const found = (sql: TemplateStringsArray) => prisma.$queryRaw<Record<string, unknown>[]>(sql);

beforeAll(async () => {
  database = await freshDatabase();
  prisma = open(database.url);
  await plant(prisma, plan(talks, now));
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

describe('the demo', () => {
  it('is the same every time', () => {
    expect(plan(talks, now)).toEqual(plan(talks, now));
  });

  it('has people who could have signed up, with the password that is printed', async () => {
    for (const person of people)
      expect(parse(signUpRule, { ...person, password }).handle).toBe(person.handle);
    const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { handle: viewer } });
    expect(await verifyPassword(passwordHash, password)).toBe(true);
  });

  it('has a direct thread, groups, 2,000 messages in one of them, and unread ones', async () => {
    const kinds = await prisma.thread.groupBy({ by: ['kind'], _count: true });
    expect(kinds.every(({ _count }) => _count >= 3)).toBe(true);
    const [largest] = await prisma.thread.findMany({ orderBy: { lastSeq: 'desc' }, take: 1 });
    expect(largest).toMatchObject({ name: 'Boathouse', lastSeq: 2000 });
    const [span] = await found`
      select max("createdAt") - min("createdAt") > interval '5 days' as days from "Message" group by "threadId"
      order by count(*) desc limit 1`;
    expect(span).toEqual({ days: true });
    const own = await prisma.participant.findMany({
      where: { user: { handle: viewer } },
      include: { thread: true },
    });
    expect(own).toHaveLength(talks.length);
    expect(own.filter(({ thread, lastReadSeq }) => thread.lastSeq > lastReadSeq)).toHaveLength(3);
  });

  it('numbers the messages of each thread without gaps, and its end is the last of them', async () => {
    const wrong = await found`
      select t.name from "Thread" t join "Message" m on m."threadId" = t.id group by t.id
      having count(*) <> t."lastSeq" or min(seq) <> 1 or max(seq) <> t."lastSeq"
        or (array_agg(m.id order by seq desc))[1] <> t."lastMessageId" or max(m."createdAt") <> t."lastActivityAt"`;
    expect(wrong).toEqual([]);
    const outOfTime = await found`
      select id from (select id, "createdAt" < lag("createdAt") over (partition by "threadId" order by seq) as early
        from "Message") as m where early`;
    expect(outOfTime).toEqual([]);
  });

  it('keeps receipts within the thread, and nobody has their own words unread', async () => {
    const wrong = await found`
      select p.id from "Participant" p join "Thread" t on t.id = p."threadId"
      where p."lastReadSeq" > p."lastDeliveredSeq" or p."lastDeliveredSeq" > t."lastSeq"
        or p."shownReadSeq" <> p."lastReadSeq" or p."shownDeliveredSeq" <> p."lastDeliveredSeq"
        or p."lastReadSeq" < (select coalesce(max(seq), 0) from "Message" m
          where m."threadId" = t.id and m."authorId" = p."userId")`;
    expect(wrong).toEqual([]);
  });

  it('answers only what stands above in the same thread, and is written by its people', async () => {
    const wrong = await found`
      select m.id from "Message" m left join "Message" r on r.id = m."replyToId"
      where (m."replyToId" is not null and (r.id is null or r."threadId" <> m."threadId" or r.seq >= m.seq))
        or (m."authorId" is not null and not exists (select from "Participant" p
          where p."threadId" = m."threadId" and p."userId" = m."authorId"))`;
    expect(wrong).toEqual([]);
    expect(await prisma.message.count({ where: { replyToId: { not: null } } })).toBeGreaterThan(200);
  });

  it('has reactions of people who have read the message, counted, told, and none to what was deleted or is a system line', async () => {
    const wrong = await found`
      select m.id from "Message" m
      left join lateral (select jsonb_agg(jsonb_build_array(emoji, count) order by first) as kinds from
        (select emoji, count(*) as count, min(id) as first from "Reaction" where "messageId" = m.id group by emoji) as each)
        as set on true
      where set.kinds is distinct from m."reactionKinds"
        or (set.kinds is not null and (m."deletedAt" is not null or m."authorId" is null))`;
    expect(wrong).toEqual([]);
    const unread = await found`
      select r.id from "Reaction" r join "Message" m on m.id = r."messageId"
      left join "Participant" p on p."threadId" = m."threadId" and p."userId" = r."userId"
      where p."lastReadSeq" is null or p."lastReadSeq" < m.seq or r."userId" = m."authorId"`;
    expect(unread).toEqual([]);
    const untold = await found`
      select r.id from "Reaction" r full join (select * from "Event" where kind = 'REACTION_ADDED') e
        on e."messageId" = r."messageId" and e."actorId" = r."userId" and e.emoji = r.emoji
      where r.id is null or e.id is null or e.at <> r."createdAt"`;
    expect(untold).toEqual([]);
    const threads = await prisma.thread.count({ where: { messages: { some: { reactions: { some: {} } } } } });
    expect(threads).toBeGreaterThan(3);
    expect(await prisma.reaction.count()).toBeGreaterThan(100);
  });

  it('has every change in the log, once, in the order of the thread', async () => {
    const wrong = await found`
      select m.id from "Message" m left join "Event" e on e."messageId" = m.id group by m.id
      having count(*) filter (where e.kind = 'MESSAGE_ADDED') <> 1
        or count(*) filter (where e.kind = 'MESSAGE_EDITED') <> (m."editedAt" is not null)::int
        or count(*) filter (where e.kind = 'MESSAGE_DELETED') <> (m."deletedAt" is not null)::int`;
    expect(wrong).toEqual([]);
    const unordered = await found`
      select id from (select e.id, m.seq < lag(m.seq) over (partition by e."threadId" order by e.id) as early
        from "Event" e join "Message" m on m.id = e."messageId" where e.kind = 'MESSAGE_ADDED') as events where early`;
    expect(unordered).toEqual([]);
    const unannounced = await found`
      select p.id from "Participant" p left join "Event" e
        on e."threadId" = p."threadId" and e."userId" = p."userId" and e.kind = 'THREAD_ADDED'
      where e.id is null or e.transaction <> p."joinedTransaction"`;
    expect(unannounced).toEqual([]);
  });
});

describe('planting it', () => {
  it('a second time changes nothing', async () => {
    const before = await prisma.event.count();
    expect(await plant(prisma, plan(talks, new Date()))).toBe(false);
    expect(await prisma.event.count()).toBe(before);
  });

  it('is refused where somebody else has a handle of the demo', async () => {
    const other = await freshDatabase();
    const client = open(other.url);
    try {
      const id = 'usr_019a0000-0000-7000-8000-000000000000';
      await client.user.create({ data: { id, handle: 'bo', displayName: 'Another Bo', passwordHash: '' } });
      await expect(plant(client, plan(talks, now))).rejects.toThrow(SeedError);
      expect(await client.user.count()).toBe(1);
      expect(await client.message.count()).toBe(0);
    } finally {
      await client.$disconnect();
      await other.drop();
    }
  });
});
