import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person, Result } from './testing/person.ts';

let parley: Parley;
let other: Parley;
beforeAll(async () => {
  parley = await startParley();
  other = await startParley({ database: parley.database });
});
afterAll(async () => {
  await other.stop();
  await parley.stop();
});

const document = `subscription { changes { __typename
  ... on MessageAdded { message { seq status thread { readSeq } } }
  ... on ReceiptMoved { thread { readSeq } participant { lastReadSeq readAt } } } }`;

async function follow(person: Person) {
  const { results } = (await person.connect()).run(document);
  await results.next();
  /** The next that is told of a kind. */
  return async (kind: string) => {
    for (;;) {
      const { data } = (await results.next()) as Result;
      if (data.changes.__typename === kind) return data.changes;
    }
  };
}

it('[PV3] [LV16] who asks the same is told the same, but for who shows nothing', async () => {
  const [ada, bo, cy] = (await parley.people(3)) as [Person, Person, Person];
  // Cy's instance hears of the setting by the log.
  await cy.does('updatePrivacy', { readReceipts: false });
  const elsewhere = Object.assign(other.browser(), { cookie: cy.cookie, id: cy.id, handle: cy.handle });
  const { thread } = await ada.does('createGroup', { name: 'Three', participantIds: [bo.id, cy.id] });
  await settled(parley.instance);
  const told = {
    ada: await follow(ada),
    bo: await follow(bo),
    cy: await follow(cy),
    far: await follow(elsewhere),
  };
  const { message } = await ada.does('sendMessage', { threadId: thread.id, body: 'One' });
  for (const next of Object.values(told)) await next('MessageAdded');
  await bo.does('markRead', { threadId: thread.id, seq: message.seq });
  const shown = { participant: { lastReadSeq: message.seq, readAt: expect.any(String) as string } };
  expect(await told.ada('ReceiptMoved')).toMatchObject(shown);
  expect(await told.bo('ReceiptMoved')).toMatchObject(shown);
  const hidden = { thread: { readSeq: 0 }, participant: { lastReadSeq: 0, readAt: null } };
  expect(await told.cy('ReceiptMoved')).toMatchObject(hidden);
  expect(await told.far('ReceiptMoved')).toMatchObject(hidden);
  // Cy's own reading reaches both of Cy's devices, and nobody else more than that it was delivered.
  await cy.does('markRead', { threadId: thread.id, seq: message.seq });
  const start = { participant: { lastReadSeq: message.seq - 1 } };
  expect(await told.ada('ReceiptMoved')).toMatchObject(start);
  expect(await told.bo('ReceiptMoved')).toMatchObject(start);
  expect(await told.cy('ReceiptMoved')).toMatchObject(shownTo(message.seq));
  expect(await told.far('ReceiptMoved')).toMatchObject(shownTo(message.seq));
});

const shownTo = (lastReadSeq: number) => ({ participant: { lastReadSeq } });
