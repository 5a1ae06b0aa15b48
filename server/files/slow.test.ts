import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as listener from '../http/listener.ts';
import { within } from '../testing/inbox.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { file, get, head, place, put, putOpen, upload } from '../testing/uploads.ts';

/** In place of half a minute and an hour: until then somebody else must have been served, on a busy machine too. */
const limits = vi.hoisted(() => ({ headersMs: 4000, uploadMs: 10_000 }));
const betweenLettersMs = 50;
const uploadsAtOnce = 6;

vi.mock('../http/listener.ts', async (load) => {
  const { createListener } = await load<typeof listener>();
  return { createListener: (answer: RequestListener) => createListener(answer, limits) };
});

let parley: Parley;
let [ann, bob]: Person[] = [];
beforeAll(async () => {
  parley = await startParley();
  [ann, bob] = await parley.people(2);
});
afterAll(() => parley.stop());

/** Sends a file letter by letter, and never ends. @returns its id, and how it was answered when it was cut off */
async function trickle(person: Person, bytes: Buffer) {
  const id = await place(person, file(bytes));
  const asked = putOpen(person, id, bytes.subarray(0, 1), bytes.length);
  let sent = 1;
  const writing = setInterval(() => asked.write(bytes.subarray(sent, ++sent)), betweenLettersMs);
  const cut = once(asked, 'response').then(async ([response]: IncomingMessage[]) => {
    clearInterval(writing);
    await once(response!.resume(), 'close');
    return response!.statusCode;
  });
  return { id, cut };
}

it('[WI36] [WI32] who sends files letter by letter takes nobody’s place but their own, and is cut off; what came is kept', async () => {
  const bytes = Buffer.from('letter by letter, '.repeat(100));
  const trickles = await Promise.all(Array.from({ length: uploadsAtOnce }, () => trickle(ann!, bytes)));
  const next = await place(ann!, file('one more'));
  expect((await put(ann!, next, Buffer.from('one more'))).status).toBe(429);
  expect((await get(bob!, await upload(bob!, file('in between')))).text).toBe('in between');

  const cuts = await within(Promise.all(trickles.map(({ cut }) => cut)), 'they go on');
  expect(new Set(cuts)).toEqual(new Set([408]));
  await vi.waitFor(async () => expect((await put(ann!, next, Buffer.from('one more'))).status).toBe(200));

  const { id } = trickles[0]!;
  let offset = 0;
  await vi.waitFor(async () => {
    offset = Number((await head(ann!, id)).headers['upload-offset']);
    expect(offset).toBeGreaterThan(1);
  });
  expect(offset).toBeLessThan(bytes.length);
  const rest = await put(ann!, id, bytes.subarray(offset), { 'upload-offset': String(offset) });
  expect([rest.status, (await get(ann!, id)).bytes.equals(bytes)]).toEqual([200, true]);
});
