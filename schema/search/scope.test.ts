import { afterAll, expect, it } from 'vitest';
import { direct, group } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { queryRule } from './query.ts';
import { scopeOf } from './scope.ts';

const world = await openWorld();
afterAll(() => world.close());

const threadsOf = async (person: Person, query: string) =>
  (await scopeOf(await person.context(), queryRule.parse(query), null)).threads;

it('[SE4] in: is of one’s own threads, whatever others call theirs', async () => {
  const [ann, bob, cat] = (await world.people(3)) as [Person, Person, Person];
  const own = await group(ann, { members: [bob], name: 'Quokkas' });
  const theirs = await group(bob, { members: [cat], name: 'Quokkas' });
  const pair = await direct(bob, cat);
  const named = `in:quokkas in:${own} in:${theirs} in:${pair} in:${cat.handle}`;
  expect(await threadsOf(ann, named)).toEqual([own]);
  expect(await threadsOf(cat, `in:quokkas in:${own}`)).toEqual([theirs]);
});

it('[SE4] in: is the conversation with somebody for both of them, however the handle is written', async () => {
  const [ann, bob] = (await world.people(2)) as [Person, Person];
  const pair = await direct(ann, bob);
  for (const [one, other] of [
    [ann, bob],
    [bob, ann],
  ] as const) {
    expect(await threadsOf(one, `in:${other.handle}`)).toEqual([pair]);
    expect(await threadsOf(one, `in:@${other.handle.toUpperCase()}`)).toEqual([pair]);
    expect(await threadsOf(one, `in:${one.handle}`)).toEqual([]);
  }
});
