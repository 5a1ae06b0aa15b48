import { afterAll, beforeAll, expect, it } from 'vitest';
import { cursorOf } from '../testing/cursor.ts';
import { settled } from '../testing/settled.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

/** The receipts that somebody was told of, by whose they are. */
async function receiptsOf(person: Person, after: string): Promise<string[]> {
  await settled(world);
  const { changes } = await person.query<{
    changes: { changes: { participant?: { user: { id: string } } }[] };
  }>(
    `query ($after: Cursor!) {
      changes(after: $after, first: 100) { changes { ...on ReceiptMoved { participant { user { id } } } } }
    }`,
    { after },
  );
  return changes.changes.flatMap(({ participant }) => (participant ? [participant.user.id] : []));
}

it('[RC10] tells a large group of a receipt only when everybody has come that far', async () => {
  const people = await world.people(52);
  const [owner, reader, ...others] = people as [Person, Person, ...Person[]];
  const { thread } = (await owner.must('createGroup', {
    name: 'crowd',
    participantIds: [reader, ...others].slice(0, 50).map(({ id }) => id),
  })) as unknown as { thread: { id: string } };
  // Who came last has read the line that says so; the last of those before them moves everybody to there.
  const [before, last] = others.slice(-2) as [Person, Person];
  await owner.must('addParticipant', { threadId: thread.id, userId: last.id });
  await owner.must('sendMessage', { threadId: thread.id, body: 'to all' });
  const cursor = await cursorOf(world, owner);
  const mark = (person: Person) => person.must('markRead', { threadId: thread.id, seq: 3 });

  await mark(reader);
  expect(await receiptsOf(reader, cursor)).toEqual([reader.id]);
  expect(await receiptsOf(owner, cursor)).toEqual([]);

  for (const person of others) await mark(person);
  expect(await receiptsOf(owner, cursor)).toEqual([before.id, last.id]);
  expect(await receiptsOf(reader, cursor)).toEqual([reader.id, before.id, last.id]);
});
