import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import { sendMessage } from './operations.ts';
import { Session } from './session.ts';

// What is waited is told, and need not be waited here.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }));

const failed = { errors: [{ message: 'Sorry.', extensions: { code: 'INTERNAL', requestId: 'r-1' } }] };
const sent = { data: { result: { message: { id: 'msg_1', seq: 1 } } } };
const input = { id: 'msg_1', threadId: 'thr_1', body: 'Hello', replyToId: null };

const server = createServer();
afterEach(() => {
  server.removeAllListeners('request');
  server.close();
});

/** Gives these answers one after the other, the last one again and again. @returns what was asked, and what was waited */
async function answering(...answers: object[]) {
  const asked: string[] = [];
  const waits: number[] = [];
  server.on('request', (request, response) => {
    void text(request).then((body) => {
      asked.push(body);
      response.end(JSON.stringify(answers[Math.min(asked.length, answers.length) - 1]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const session = new Session({ url, onWait: (_reason, seconds) => waits.push(seconds) });
  return { session, asked, waits, url };
}

it('asks again where the server failed, with the same id', async () => {
  const { session, asked } = await answering(failed, failed, sent);
  expect(await session.mutate(sendMessage, input)).toEqual(sent.data.result);
  expect(asked).toHaveLength(3);
  expect(new Set(asked).size).toBe(1);
});

it('gives up on a server that fails each time, after longer and longer waits', async () => {
  const { session, asked, waits } = await answering(failed);
  await expect(session.mutate(sendMessage, input)).rejects.toThrow(/INTERNAL.*r-1/);
  expect(asked).toHaveLength(8);
  expect(waits).toEqual([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10]);
});

it('says where no server answers', async () => {
  const { session, url } = await answering();
  await new Promise((resolve) => server.close(resolve));
  await expect(session.mutate(sendMessage, input)).rejects.toThrow(`${url.origin} does not answer`);
});

it('does not ask again what was refused', async () => {
  const { session, asked } = await answering({ data: { result: { code: 'NOT_FOUND', reason: 'No.' } } });
  await expect(session.mutate(sendMessage, input)).rejects.toThrow('NOT_FOUND: No.');
  expect(asked).toHaveLength(1);
});
