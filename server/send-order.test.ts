import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';
import { sendAtOnce, sendOver, stored } from './testing/send-order.ts';

let parley: Parley;
let [ada, bob]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  parley = await startParley();
  [ada, bob] = await parley.people(2);
});
afterAll(() => parley.stop());
beforeEach(async () => {
  const { thread } = await ada!.does('createGroup', { name: 'Tea', participantIds: [bob!.id] });
  threadId = thread.id;
});

it('[MS17] what one sends over a socket without waiting is stored in that order', async () => {
  const sent = await sendAtOnce(ada!, bob!, threadId);
  expect(await stored(bob!, threadId, sent)).toEqual(sent);
});

it('[MS17] so it is where the limits let in the last one first', async () => {
  let wait = 100;
  const spend = vi.spyOn(parley.instance.throttles, 'spend').mockImplementation(() => sleep((wait -= 1)));
  onTestFinished(() => spend.mockRestore());
  const sent = await sendAtOnce(ada!, bob!, threadId);
  expect(await stored(bob!, threadId, sent)).toEqual(sent);
});

it('[MS17] what one sends behind an answer stands behind that, whichever way either goes', async () => {
  const sent: string[] = [];
  const socket = await ada!.connect();
  for (let round = 0; round < 10; round += 1) {
    const { message } = await ada!.does('sendMessage', { threadId, body: 'over HTTP' });
    sent.push(message.id);
    await sendOver(socket, sent, { threadId, body: 'over a socket' });
  }
  expect(await stored(bob!, threadId, sent)).toEqual(sent);
  socket.close();
});
