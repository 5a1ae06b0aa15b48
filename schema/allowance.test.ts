import { afterAll, beforeAll, expect, it } from 'vitest';
import { direct, say } from './testing/threads.ts';
import { openWorld, type Person, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it.each([
  ['letters of two bytes', 'ä', 15],
  ['control characters, which JSON writes as six', '\u0001', 5],
])(
  '[WI29] an answer holds no more text than is allowed, however often it is asked for: %s',
  async (_what, text, most) => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const id = await direct(ann, bob);
    for (let count = 0; count < 25; count += 1) await say(ann, id, text.repeat(10_000));
    const page = (times: number) => {
      const bodies = Array.from({ length: times }, (_, index) => `a${index}: body`).join(' ');
      return `query ($id: ID!) { thread(id: $id) { messages(first: 25) { edges { node { ${bodies} } } } } }`;
    };
    expect((await ann.ask(page(most), { id })).errors).toBeNull();
    const { data, errors } = await ann.ask(page(most + 1), { id });
    expect(data).toEqual({ thread: null });
    expect(errors?.[0]?.code).toBe('COST_LIMIT');
  },
);
