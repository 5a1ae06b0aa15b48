import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let viewer: Person;
beforeAll(async () => {
  viewer = await world.person({ handle: 'anna', displayName: 'Anna Åkesson' });
  await world.person({ handle: 'bob_b', displayName: 'Bob 100%' });
  await world.person({ handle: 'bobxb', displayName: 'Боб' });
  await world.person({ handle: 'carl', displayName: String.raw`Back\slash` });
  await world.person({ handle: 'd-4', displayName: '李小龙 😀' });
});

const search = async (text: string | null) => {
  const { users } = await viewer.query<{ users: { edges: { node: { handle: string } }[] } }>(
    'query ($search: String) { users(search: $search) { edges { node { handle } } } }',
    { search: text },
  );
  return users.edges.map((edge) => edge.node.handle);
};

describe('looking for people', () => {
  it('[AC13] lists everybody by handle when nothing is looked for', async () => {
    const everybody = ['anna', 'bob_b', 'bobxb', 'carl', 'd-4'];
    expect(await search(null)).toEqual(everybody);
    expect(await search('')).toEqual(everybody);
    expect(await search('  \n')).toEqual(everybody);
  });

  it.each([
    ['BOB', ['bob_b', 'bobxb']],
    ['åkes', ['anna']],
    ['ÅKES', ['anna']],
    ['боб', ['bobxb']],
    ['小', ['d-4']],
    ['😀', ['d-4']],
    [' anna ', ['anna']],
    ['nobody', []],
  ])('[AC13] finds %j in handles and names, in any case', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  it.each([
    ['%', ['bob_b']],
    ['_', ['bob_b']],
    ['b_b', ['bob_b']],
    ['\\', ['carl']],
    ["'", []],
  ])('[AC13] takes %j as what it is', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  it.each(['a\0b', '\0', '\ud800', 'x'.repeat(101)])(
    '[AC13] refuses text that no name can hold: %j',
    async (text) => {
      const { errors } = await viewer.ask(
        'query ($search: String) { users(search: $search) { edges { cursor } } }',
        { search: text },
      );
      expect(errors?.map(({ code, fields }) => [code, fields.map((field) => field.path)])).toEqual([
        ['BAD_INPUT', ['search']],
      ]);
    },
  );

  it('[AC13] takes a text of 100 characters', async () => {
    expect(await search('😀'.repeat(100))).toEqual([]);
  });
});
