import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import { Inbox, within } from '../testing/inbox.ts';
import { Requests } from './requests.ts';

let stop = () => {};
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A server that answers nothing. */
async function listen() {
  const asked = new Inbox<IncomingMessage>();
  const requests = new Requests(pino({ level: 'silent' }), (path) => path.startsWith('/files/'));
  const server = createServer((received, response) => {
    requests.take(received, response, () => new Promise(() => {}));
    asked.push(received);
  }).listen(0, '127.0.0.1');
  stop = () => {
    requests.stop();
    server.closeAllConnections();
    server.close();
  };
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** A request of which all or only the beginning has come. @returns it, as the server has it */
  const send = async (path: string, body: string, length: number) => {
    const sending = request(url + path, { method: 'POST', headers: { 'content-length': length } });
    sending.on('error', () => {});
    sending.write(body);
    const received = await asked.next();
    // Nobody else reads it.
    received.resume();
    if (body.length === length) await once(received, 'end');
    return received;
  };
  return { send };
}

it('[WI36] a request to the API that has not come within half a minute is cut off; a file, and one that is being answered, are not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const { send } = await listen();
  const [half, whole, file] = [
    await send('/graphql', 'half', 9),
    await send('/graphql', 'all of it', 9),
    await send('/files/x', 'half', 9),
  ];
  vi.advanceTimersByTime(29_000);
  expect([half, whole, file].map(({ socket }) => socket.destroyed)).toEqual([false, false, false]);
  vi.advanceTimersByTime(10_000);
  await within(once(half.socket, 'close'), 'it stays open');
  expect([whole, file].map(({ socket }) => socket.destroyed)).toEqual([false, false]);
});
