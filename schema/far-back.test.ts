import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mentionsOfPerson } from './mention/lists.ts';
import { unreadMentions } from './mention/load.ts';
import type { ByTime, Range } from './paging.ts';
import { pinnedIn } from './pin/lists.ts';
import { savedOf } from './saved/lists.ts';
import { blocksFor } from './testing/blocks.ts';
import { group } from './testing/threads.ts';
import { openWorld, type Person } from './testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

/** So many that to walk them takes far more blocks than a page does. */
const many = 20_000;
/** What a page of twenty takes, its messages among it. */
const few = 200;

const longAgo = new Date(Date.UTC(2020, 0, 1));
const middle: ByTime = [longAgo.getTime() + (many / 2) * 1000, 'msg_'];

let [ann, bob, cat, eve]: Person[] = [];
let threadId = '';
let asideId = '';

/** Long ago the owner called everybody, a second after a second, and nobody has read it. */
async function plant({ onlyInReplies }: { onlyInReplies: boolean }): Promise<string> {
  const id = await group(ann!, { members: [bob!, cat!] });
  await world.prisma.participant.updateMany({
    where: { threadId: id },
    data: { joinedAt: longAgo, lastReadSeq: 0 },
  });
  await world.prisma.$executeRaw`
    insert into "Message" (id, "threadId", seq, "authorId", body, "mentionsAll", "onlyInReplies", "createdAt", "pinnedAt")
    select 'msg_' || gen_random_uuid(), ${id}, n + 1, ${ann!.id}, '@all', true, ${onlyInReplies}, at, at
    from generate_series(1, ${many}::int) n, lateral (select ${longAgo}::timestamptz + n * interval '1 second' as at) as said`;
  await world.prisma.thread.update({ where: { id }, data: { lastSeq: many + 1 } });
  return id;
}

beforeAll(async () => {
  [ann, bob, cat, eve] = await world.people(4);
  threadId = await plant({ onlyInReplies: false });
  asideId = await plant({ onlyInReplies: true });
  await world.prisma.$executeRaw`
    insert into "SavedMessage" ("userId", "threadId", "messageId", "createdAt")
    select ${bob!.id}, "threadId", id, "createdAt" from "Message" where "threadId" = ${threadId} and seq > 1`;
  await world.prisma.$executeRaw`
    insert into "Mention" ("userId", "threadId", "messageId", seq, "createdAt")
    select ${cat!.id}, "threadId", id, seq, "createdAt" from "Message" where "threadId" = ${threadId} and seq > 1`;
  await ann!.must('addParticipant', { threadId, userId: eve!.id });
  for (const table of ['Message', 'SavedMessage', 'Mention', 'Participant'])
    await world.prisma.$executeRawUnsafe(`vacuum analyze "${table}"`);
});

/** The four ways into a list: from its ends, and from a place in its midst in either direction. */
const ranges: Record<string, Range<ByTime>> = {
  'from its front': { after: null, before: null, take: 20, fromBack: false },
  'from its back': { after: null, before: null, take: 20, fromBack: true },
  'behind its middle': { after: middle, before: null, take: 20, fromBack: false },
  'in front of its middle': { after: null, before: middle, take: 20, fromBack: true },
};

describe.each(Object.entries(ranges))('a page %s', (_, range) => {
  it('[PG10] of what somebody keeps reads that page alone', async () => {
    const asked = await blocksFor(world, async (sql) => {
      expect(await savedOf(sql, bob!.id).fetch(range)).toHaveLength(21);
    });
    expect(asked).toBeLessThan(few);
  });

  it('[PG10] of what is pinned reads that page alone', async () => {
    const asked = await blocksFor(world, async (sql) => {
      expect(await pinnedIn(sql, threadId, 1).fetch(range)).toHaveLength(21);
    });
    expect(asked).toBeLessThan(few);
  });

  it('[PG10] of what mentions somebody reads that page alone, by name and by @all', async () => {
    for (const person of [bob!, cat!]) {
      const asked = await blocksFor(world, async (sql) => {
        expect(await mentionsOfPerson(sql, person.id).fetch(range)).toHaveLength(21);
      });
      expect(asked).toBeLessThan(few);
    }
  });

  it('[MN9] of what mentions a newcomer reads nothing of what was called before', async () => {
    const asked = await blocksFor(world, async (sql) => {
      expect(await mentionsOfPerson(sql, eve!.id).fetch(range)).toEqual([]);
    });
    expect(asked).toBeLessThan(20);
  });

  it('[MN9] of what mentions who called everybody passes over that in an index alone', async () => {
    const asked = await blocksFor(world, async (sql) => {
      expect(await mentionsOfPerson(sql, ann!.id).fetch(range)).toEqual([]);
    });
    const [index] = await world.prisma.$queryRaw<{ blocks: number }[]>`
      select (pg_relation_size('"Message_calls_by_time_idx"') / current_setting('block_size')::int)::int as blocks`;
    expect(asked).toBeLessThan((index?.blocks ?? 0) + 20);
  });
});

it('[MN9] what calls everybody among replies alone is not read to count what one has not read', async () => {
  const context = await bob!.context();
  const asked = await blocksFor(world, async (sql) => {
    expect(await unreadMentions({ ...context, sql }).load(asideId)).toBe(0);
  });
  expect(asked).toBeLessThan(20);
});
