import { afterAll, beforeAll, expect, it } from 'vitest';
import { direct, say } from './testing/threads.ts';
import { openWorld, type Person, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('[WI29] an answer holds no more text than is allowed, however often it is asked for', async () => {
  const [ann, bob] = (await world.people(2)) as [Person, Person];
  const id = await direct(ann, bob);
  for (let count = 0; count < 25; count += 1) await say(ann, id, 'ä'.repeat(10_000));
  const page = (fields: string) =>
    `query ($id: ID!) { thread(id: $id) { messages(first: 100) { edges { node { ${fields} } } } } }`;
  expect((await ann.ask(page('body'), { id })).errors).toBeNull();
  const many = Array.from({ length: 20 }, (_, index) => `a${index}: body`).join(' ');
  const { data, errors } = await ann.ask(page(many), { id });
  expect(data).toEqual({ thread: null });
  expect(errors?.[0]?.code).toBe('COST_LIMIT');
});
