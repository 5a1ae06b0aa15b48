import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorOf } from '../testing/cursor.ts';
import { footprint } from '../testing/rows.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ada, bob, cat, stranger]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  [ada, bob, cat, stranger] = await world.people(4);
  threadId = await group(bob!, { members: [ada!, cat!] });
});

const nameOf = async (person: Person, id: string) =>
  (
    await person.query<{ node: { displayName: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on User { displayName } } }',
      { id },
    )
  ).node.displayName;

interface Told {
  __typename: string;
  person?: { id: string; displayName: string };
}

async function toldTo(person: Person, after: string): Promise<Told[]> {
  await settled(world);
  const { changes } = await person.query<{ changes: { changes: Told[] } }>(
    'query ($after: Cursor!) { changes(after: $after) { changes { __typename ... on UserUpdated { person { id displayName } } } } }',
    { after },
  );
  return changes.changes;
}

describe('a profile', () => {
  it('[AC15] has another name for everybody, wherever it is shown', async () => {
    await say(ada!, threadId, 'From Ada');
    const pair = await direct(bob!, ada!);
    const outcome = await ada!.must('updateProfile', { displayName: '  Ada  of Łódź ' });
    expect(outcome.viewer).toEqual({ id: ada!.id, handle: ada!.handle, displayName: 'Ada  of Łódź' });
    expect(await nameOf(stranger!, ada!.id)).toBe('Ada  of Łódź');
    const shown = await bob!.query(
      `query ($group: ID!, $pair: ID!) {
        group: thread(id: $group) { lastMessage { author { displayName } } }
        pair: thread(id: $pair) { peer { displayName } }
      }`,
      { group: threadId, pair },
    );
    expect(shown).toEqual({
      group: { lastMessage: { author: { displayName: 'Ada  of Łódź' } } },
      pair: { peer: { displayName: 'Ada  of Łódź' } },
    });
    expect(await stranger!.query('{ users(search: "łódź") { edges { node { id } } } }')).toEqual({
      users: { edges: [{ node: { id: ada!.id } }] },
    });
  });

  it('[AC15] [AC3] keeps the old name where the new one cannot be', async () => {
    const before = await footprint(world);
    for (const displayName of ['', '  ', 'a\nb', 'a\0b', '\u202Eadb', '\u200B', 'x'.repeat(101)]) {
      const outcome = await ada!.does('updateProfile', { displayName });
      expect([displayName, outcome.__typename, [...new Set(outcome.fields.map(({ path }) => path))]]).toEqual(
        [displayName, 'InputError', ['displayName']],
      );
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[AC15] is as it was, and nobody is told, when nothing of it changes', async () => {
    const displayName = await nameOf(ada!, ada!.id);
    const before = await footprint(world);
    for (const input of [{}, { displayName: null }, { displayName }]) {
      expect((await ada!.must('updateProfile', input)).viewer.displayName).toBe(displayName);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[LV22] that changes is told to everybody once, in their order', async () => {
    const readers = [ada!, bob!, cat!, stranger!];
    const cursors = await Promise.all(readers.map((reader) => cursorOf(world, reader)));
    await cat!.must('leaveGroup', { threadId });
    await ada!.must('updateProfile', { displayName: 'Ada I' });
    await ada!.must('updateProfile', { displayName: 'Ada II' });
    const updates = { __typename: 'UserUpdated', person: { id: ada!.id, displayName: 'Ada II' } };
    const left = [{ __typename: 'GroupUpdated' }, { __typename: 'MessageAdded' }];
    const told = await Promise.all(readers.map((reader, index) => toldTo(reader, cursors[index]!)));
    expect(told).toEqual([
      [...left, updates, updates],
      [...left, updates, updates],
      [{ __typename: 'ThreadLeft' }, updates, updates],
      [updates, updates],
    ]);
  });
});
