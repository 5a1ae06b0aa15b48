import pg from 'pg';
import { afterAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { Statements } from '../../prisma/statements.ts';
import { newId } from '../id.ts';
import { group } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { SendGate } from './send-gate.ts';
import type { Send } from './store-sends.ts';

const world = await openWorld();
afterAll(() => world.close());

/** Long beside what a send takes, and short beside a test. */
const waits = { together: 500, apart: 2000 };

let people: Person[] = [];
let blocked = '';
let free: string[] = [];
beforeEach(async () => {
  people = await world.people(8);
  const [owner, ...members] = people as [Person, ...Person[]];
  const [first, ...rest] = await Promise.all([1, 2, 3, 4].map(() => group(owner, { members })));
  [blocked, free] = [first ?? '', rest];
});

/**
 * A gate of its own, as an instance has one, what it asked the database to store together, and how many sends it said had failed.
 * @param breaksOff whether the connection does, behind the commit
 * @param apart for how long a lock is waited for apart
 */
function gate({ breaksOff = false, apart = waits.apart } = {}) {
  const asked: string[][] = [];
  const sql = new Statements(world.pool);
  const watched = Object.assign(Object.create(sql) as Statements, {
    all: async <Row>(name: string, text: string, values: readonly unknown[]) => {
      if (name === 'send_messages') asked.push(values[2] as string[]);
      const rows = await sql.all<Row>(name, text, values);
      if (breaksOff) throw new Error('Connection terminated unexpectedly');
      return rows;
    },
  });
  const failed = vi.fn();
  return { asked, failed, sends: new SendGate(watched, { answered: () => {}, failed }, { ...waits, apart }) };
}

const send = (author: Person, threadId: string, more: Partial<Send> = {}): Send => ({
  id: newId('msg'),
  threadId,
  authorId: author.id,
  body: 'Hello',
  replyToId: null,
  onlyInReplies: false,
  digest: Buffer.from(threadId),
  key: null,
  keyDigest: null,
  attachmentIds: [],
  mentions: [],
  ...more,
});

/** A thread's lock in the hands of somebody else, such as a connection that leads nowhere. @returns what lets go of it */
async function hold(threadId: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [threadId]);
  return async () => void (await client.query('rollback'));
}

const storedIn = async (threadId: string) =>
  world.prisma.message.findMany({
    where: { threadId, authorId: { not: null } },
    orderBy: { seq: 'asc' },
    select: { id: true, seq: true },
  });

it('[MS15] a thread that cannot be written to keeps no other thread’s sends waiting', async () => {
  const release = await hold(blocked);
  const { sends, asked, failed: counted } = gate();
  /** One send in each of these, and one in the blocked thread amid them, as they come at once. */
  const round = () => {
    const open = people.slice(0, 6).map((person, place) => send(person, free[place % free.length]!));
    const shut = people.slice(6).map((person) => send(person, blocked));
    const all = [...open.slice(0, 3), ...shut, ...open.slice(3)];
    const answers = new Map(all.map((each) => [each.id, sends.send(each)]));
    const answersOf = (some: Send[]) => Promise.allSettled(some.map(({ id }) => answers.get(id)!));
    return { open, shut, answersOf };
  };

  const first = round();
  const failed = first.answersOf(first.shut);
  expect(await first.answersOf(first.open)).toMatchObject(
    first.open.map(() => ({ value: { outcome: 'stored' } })),
  );
  // Those come while the blocked thread's are still being tried: nobody waits for it together with them again.
  const [before, second] = [asked.length, round()];
  const failedAgain = second.answersOf(second.shut);
  expect(await second.answersOf(second.open)).toMatchObject(
    second.open.map(() => ({ value: { outcome: 'stored' } })),
  );
  const since = asked.slice(before);
  expect(since.length).toBeGreaterThan(0);
  expect(since.filter((threads) => threads.includes(blocked) && new Set(threads).size > 1)).toEqual([]);
  for (const outcomes of [await failed, await failedAgain])
    expect(outcomes).toMatchObject([{ reason: { code: '55P03' } }, { reason: { code: '55P03' } }]);
  expect(await storedIn(blocked)).toEqual([]);
  expect(counted).toHaveBeenCalledTimes(4);

  // Their clients try again, and not all know which of theirs were stored.
  await release();
  const every = [...first.shut, ...second.shut, ...first.open, ...second.open];
  const outcomes = await Promise.all(every.map((each) => sends.send(each)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(
    every.map(({ threadId }) => (threadId === blocked ? 'stored' : 'repeated')),
  );
  for (const threadId of [blocked, ...free]) {
    const rows = await storedIn(threadId);
    const wanted = every.filter((each) => each.threadId === threadId).map(({ id }) => id);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect(rows.map(({ seq }) => seq - rows[0]!.seq)).toEqual(rows.map((_row, place) => place));
  }
});

it('[MS15] what waits for it is stored as soon as it can be, in the order in which its author sent it', async () => {
  const release = await hold(blocked);
  const { sends, asked } = gate({ apart: 60_000 });
  const [ann, bob] = people as [Person, Person];
  const mine = [blocked, free[0]!, blocked, free[1]!].map((threadId) => send(ann, threadId));
  const answers = mine.map((each) => sends.send(each));
  // Once that of somebody else is stored, the blocked thread is known to be it.
  await sends.send(send(bob, free[2]!));
  await expect
    .poll(() => asked.filter((threads) => threads.every((each) => each === blocked)).length)
    .toBe(1);
  await release();
  expect((await Promise.all(answers)).map(({ outcome }) => outcome)).toEqual(mine.map(() => 'stored'));
  const log = await world.prisma.event.findMany({
    where: { messageId: { in: mine.map(({ id }) => id) } },
    orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
  });
  expect(log.map(({ messageId }) => messageId)).toEqual(mine.map(({ id }) => id));
  // It is a thread like any other again.
  const after = asked.length;
  await Promise.all([ann, bob].map((person, place) => sends.send(send(person, [blocked, free[0]!][place]!))));
  expect(asked.slice(after)).toEqual([[blocked, free[0]]]);
});

it('[MS15] a send that the database refuses fails alone, also in the thread that was blocked', async () => {
  const release = await hold(blocked);
  const { sends } = gate({ apart: 60_000 });
  const [ann, bob, cat, dan] = people as [Person, Person, Person, Person];
  const bad = { body: 'No text holds \0' };
  const all = [send(ann, blocked), send(bob, free[0]!, bad), send(cat, blocked, bad), send(dan, free[1]!)];
  const answers = Promise.allSettled(all.map((each) => sends.send(each)));
  setTimeout(() => void release(), waits.together * 2);
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
});

it('[MS16] sends whose answer broke off are not tried again by the server, where they might be refused by now', async () => {
  const { asked, failed, sends } = gate({ breaksOff: true });
  const [ann, ben] = people as [Person, Person];
  const both = [send(ann, free[0] ?? ''), send(ben, free[0] ?? '')];
  const answers = await Promise.allSettled(both.map((each) => sends.send(each)));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(failed).toHaveBeenCalledTimes(2);
  expect(asked).toEqual([both.map(({ threadId }) => threadId)]);
  expect((await storedIn(free[0] ?? '')).map(({ id }) => id)).toEqual(both.map(({ id }) => id));
});
