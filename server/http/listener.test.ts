import { once } from 'node:events';
import { request, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { begin, send } from '../testing/http.ts';
import { within } from '../testing/inbox.ts';
import { createListener } from './listener.ts';

/** In place of a minute. Longer than a busy machine leaves a process standing: what comes steadily must not seem silent. */
const silentMs = 1000;

let stop = () => {};
afterEach(() => stop());

/** @returns where it listens */
async function listen(answer: RequestListener, limits = {}): Promise<string> {
  const server = createListener(answer, { silentMs, ...limits }).listen(0, '127.0.0.1');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('[WI33] a connection over which nothing is said is closed', async () => {
  const { port } = new URL(await listen(() => {}));
  const closed = once(connect(Number(port)).resume(), 'close');
  expect(await within(closed, 'it stays open')).toEqual([false]);
});

it('[WI33] a connection whose request stops in the middle is closed', async () => {
  const url = await listen((asked) => void asked.resume());
  const asking = request(url, { method: 'PUT', headers: { 'content-length': 9 } });
  asking.write('half');
  await expect(within(once(asking, 'response'), 'it stays open')).rejects.toThrow('socket hang up');
});

it('[WI33] a connection whose answer is not read is closed', async () => {
  const given: ServerResponse[] = [];
  const url = await listen((_request, response) => {
    given.push(Readable.from(endless()).pipe(response));
  });
  const answer = await begin(url, {});
  await within(once(given[0]!, 'close'), 'it stays open');
  await expect(buffer(answer)).rejects.toThrow('aborted');
});

async function* bitByBit(afterMs: number) {
  await pass(afterMs);
  for (const letter of 'bit by bit') {
    yield letter;
    await pass(silentMs / 4);
  }
}

function* endless() {
  for (;;) yield Buffer.alloc(65_536);
}

it('[WI33] an answer that takes its time comes, and so does one that comes bit by bit', async () => {
  const url = await listen(({ url: path }, response) => {
    Readable.from(bitByBit(path === '/late' ? 3 * silentMs : 0)).pipe(response);
  });
  const answers = await Promise.all(['/late', '/'].map((path) => send(url + path)));
  expect(answers.map(({ text }) => text)).toEqual(['bit by bit', 'bit by bit']);
});

it('[WI36] headers that come letter by letter are cut off, however steadily', async () => {
  const { port } = new URL(await listen(() => {}, { headersMs: 3 * silentMs }));
  const socket = connect(Number(port));
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\nx-letters: ');
  const writing = setInterval(() => socket.write('x'), silentMs / 4);
  const began = performance.now();
  const said = await within(text(socket), 'it stays open').finally(() => clearInterval(writing));
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  // Not for its silence.
  expect(performance.now() - began).toBeGreaterThan(2 * silentMs);
});
