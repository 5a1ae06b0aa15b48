import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../../schema/testing/settled.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';

/** Two instances that hear nothing of each other: what happens on one reaches the other by the sweep. */
let here: Parley;
let there: Parley;
beforeAll(async () => {
  here = await startParley();
  there = await startParley({ database: here.database });
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

const document = `subscription ($after: Cursor) { changes(after: $after) {
  __typename cursor ... on UserUpdated { person { id displayName } }
} }`;
const elsewhere = ({ cookie }: Person) => Object.assign(there.browser(), { cookie });
const named = (displayName: string) => ({ displayName });

/** What the next change of a profile says; other tests' databases are not in sight, so nothing else comes. */
interface Told {
  data: { changes: { __typename: string; cursor: string; person: { id: string; displayName: string } } };
}

describe('what everybody is told', () => {
  it('[LV22] reaches who shares no thread with them, on every instance, and who comes back', async () => {
    const [ada, bob, cat] = (await here.people(3)) as [Person, Person, Person];
    const streams = [
      (await ada.connect()).run(document).results,
      (await bob.connect()).run(document).results,
      (await elsewhere(cat).connect()).run(document).results,
    ];
    const first = await Promise.all(streams.map(async (results) => (await results.next()) as Told));
    expect(first.map(({ data }) => data.changes.__typename)).toEqual(['CaughtUp', 'CaughtUp', 'CaughtUp']);

    const updated = { __typename: 'UserUpdated', person: { id: ada.id, displayName: 'Ada' } };
    await ada.does('updateProfile', named('Ada'));
    for (const results of streams) expect(await results.next()).toMatchObject({ data: { changes: updated } });

    const after = first[1]!.data.changes.cursor;
    const back = (await elsewhere(bob).connect()).run(document, { after }).results;
    expect(await back.next()).toMatchObject({ data: { changes: updated } });
    expect(await back.next()).toMatchObject({ data: { changes: { __typename: 'CaughtUp' } } });
    expect(streams.map((results) => results.rest)).toEqual([[], [], []]);
  });

  it('[LV22] is not told to who follows one thread', async () => {
    const [ada, bob] = (await here.people(2)) as [Person, Person];
    const { thread } = await ada.does('startDirectThread', { userId: bob.id });
    await settled(here.instance);
    const socket = await bob.connect();
    const one = socket.run(`subscription { messageAdded(threadId: "${thread.id}") { cursor } }`).results;
    const all = socket.run(document).results;
    expect(await all.next()).toMatchObject({ data: { changes: { __typename: 'CaughtUp' } } });
    await ada.does('updateProfile', named('Somebody else'));
    expect(await all.next()).toMatchObject({ data: { changes: { __typename: 'UserUpdated' } } });
    await ada.does('sendMessage', { threadId: thread.id, body: 'Hello' });
    expect(await one.next()).toMatchObject({
      data: { messageAdded: { cursor: expect.any(String) as string } },
    });
    expect(one.rest).toEqual([]);
  });
});
