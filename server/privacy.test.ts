import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { holdUp } from './testing/hold-up.ts';
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

it('[PV3] [LV16] who switches receipts off while an answer is made is told nothing, and the others all of it', async () => {
  const [ada, bo, cy] = (await parley.people(3)) as [Person, Person, Person];
  const { thread } = await ada.does('createGroup', { name: 'Three', participantIds: [bo.id, cy.id] });
  await settled(parley.instance);
  // Ada is the first to be told, so it is her question that is answered for all.
  const told = { ada: await follow(ada), bo: await follow(bo) };
  const log = await holdUp(parley.database.url);
  await cy.does('sendMessage', { threadId: thread.id, body: 'One' });
  // How far all have come is looked up for the answer, and waits here.
  const places = await holdUp(parley.database.url);
  await places.query('lock table "Participant" in access exclusive mode');
  await log.end();
  await vi.waitUntil(
    async () => {
      const { rows } = await places.query(
        'select 1 from pg_locks where not granted and relation = $1::regclass',
        ['"Participant"'],
      );
      return rows.length > 0;
    },
    { timeout: 30_000 },
  );
  await ada.does('updatePrivacy', { readReceipts: false });
  await places.end();
  expect(await told.bo('MessageAdded')).toMatchObject({ message: { thread: { readSeq: 1 } } });
  expect(await told.ada('MessageAdded')).toMatchObject({ message: { thread: { readSeq: 0 } } });
});

it('[PV2] [LV16] what was read with receipts switched off is not told by the switch back on', async () => {
  const [ada, bo] = (await parley.people(2)) as [Person, Person];
  const { thread } = await ada.does('createGroup', { name: 'Two', participantIds: [bo.id] });
  const { message } = await ada.does('sendMessage', { threadId: thread.id, body: 'One' });
  await settled(parley.instance);
  // Bo is the first to be told.
  const told = { bo: await follow(bo), ada: await follow(ada) };
  const log = await holdUp(parley.database.url);
  await bo.does('updatePrivacy', { readReceipts: false });
  await bo.does('markRead', { threadId: thread.id, seq: message.seq });
  await bo.does('updatePrivacy', { readReceipts: true });
  await log.end();
  expect(await told.bo('ReceiptMoved')).toMatchObject(shownTo(message.seq));
  expect(await told.ada('ReceiptMoved')).toMatchObject(shownTo(message.seq - 1));
});

const shownTo = (lastReadSeq: number) => ({ participant: { lastReadSeq } });
