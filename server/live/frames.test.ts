import { PassThrough, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, it } from 'vitest';
import * as ws from 'ws';
import { Unread } from '../unread.ts';
import { FrameSocket, inFrames, Wire } from './frames.ts';

/** `ws` reads frames with it; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** One that nobody's account is counted by. */
const socketOn = (stream: PassThrough, onTooSlow = () => {}, isOpen = () => true) =>
  new FrameSocket(stream, isOpen, onTooSlow, null, new Unread());

/** What `ws` reads from bytes, as a client would. */
async function read(bytes: Buffer): Promise<string[]> {
  const receiver = new Receiver({ isServer: false });
  const messages: string[] = [];
  receiver.on('message', (data: Buffer) => messages.push(data.toString()));
  await new Promise<void>((resolve, reject) => {
    receiver.on('error', reject);
    receiver.write(bytes, () => resolve());
  });
  receiver.destroy();
  return messages;
}

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])(
  'frames %i bytes as a WebSocket reads them',
  async (length) => {
    const text = 'ä'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
    expect(await read(inFrames([[Buffer.from(text)]]))).toEqual([text]);
  },
);

it('writes what one turn brings in one piece, in order', async () => {
  const stream = new PassThrough();
  const written: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => written.push(chunk));
  const wire = new Wire(socketOn(stream), 'one');
  for (const body of ['a', 'b', 'c']) wire.next(Buffer.from(JSON.stringify({ data: body })));
  expect(written).toEqual([]);
  await new Promise(setImmediate);
  expect(written).toHaveLength(1);
  expect(await read(Buffer.concat(written))).toEqual(
    ['a', 'b', 'c'].map((body) => `{"id":"one","type":"next","payload":{"data":"${body}"}}`),
  );
});

it('[LV13] [LV51] gives up a reader whose network takes nothing, and writes no more once it is closed', () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let open = true;
  let givenUp = 0;
  const giveUp = () => {
    givenUp += 1;
    open = false;
  };
  const socket = socketOn(stream, giveUp, () => open);
  const payload = Buffer.alloc(100_000);
  for (let count = 0; count < 20; count += 1) {
    socket.tell(payload);
    socket.flush();
  }
  expect(givenUp).toBe(1);
  expect(stream.writableLength + stream.readableLength).toBeLessThan(500_000);
});

it('[LV50] keeps a reader whose network takes a little at a time through a burst and what comes right behind it', async () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let givenUp = 0;
  const socket = socketOn(stream, () => void (givenUp += 1));
  const texts = Array.from({ length: 600 }, (_, at) => `${at} ${'x'.repeat(1500)}`);
  for (const text of texts.slice(0, 500)) socket.tell(Buffer.from(text));
  expect(socket.ready()).not.toBe(null);
  const taken: Buffer[] = [];
  for (const text of texts.slice(500)) {
    const chunk = stream.read() as Buffer | null;
    if (chunk) taken.push(chunk);
    expect(stream.writableLength).toBeLessThan(80 * 1024);
    socket.tell(Buffer.from(text));
    await new Promise(setImmediate);
  }
  stream.on('data', (chunk: Buffer) => taken.push(chunk));
  while (socket.ready()) await socket.ready();
  stream.end();
  await finished(stream);
  expect(await read(Buffer.concat(taken))).toEqual(texts);
  expect(givenUp).toBe(0);
});

it('[LV51] holds no answer against who asked for it, and answers no more who asks on without reading', async () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let givenUp = 0;
  const socket = socketOn(stream, () => void (givenUp += 1));
  const drained = socket.answer('x'.repeat(5_000_000));
  socket.tell(Buffer.from('told meanwhile'));
  socket.flush();
  expect(givenUp).toBe(0);
  expect(stream.writableLength + stream.readableLength).toBeGreaterThan(5_000_000);
  void socket.answer('and another');
  expect(givenUp).toBe(1);

  // Whoever reads it all begins anew.
  stream.resume();
  await drained;
  await new Promise(setImmediate);
  void socket.answer('again');
  socket.flush();
  void socket.answer('and again');
  expect(givenUp).toBe(1);

  // And has nothing left of what was not held against them.
  stream.pause();
  await new Promise(setImmediate);
  for (let count = 0; count < 15; count += 1) socket.tell(Buffer.alloc(100_000));
  expect(givenUp).toBe(2);
});

it('[WI10] gives up before an answer that goes beyond 4 MiB with what waits, and takes one alone that is longer', () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let givenUp = 0;
  const socket = socketOn(stream, () => void (givenUp += 1));
  void socket.answer('x'.repeat(3_000_000));
  void socket.answer('x'.repeat(1_000_000));
  expect(givenUp).toBe(0);
  const waiting = stream.writableLength;
  void socket.answer('x'.repeat(1_000_000));
  expect(givenUp).toBe(1);
  expect(stream.writableLength).toBe(waiting);
});

it('[WI35] counts what waits in all sockets of an account, as bytes, until it has left or they are closed', async () => {
  const unread = new Unread();
  const open = (who: string) => {
    const stream = new PassThrough({ highWaterMark: 1024 });
    const state = { stream, givenUp: 0 };
    const onTooSlow = () => (state.givenUp += 1);
    return Object.assign(state, { socket: new FrameSocket(stream, () => true, onTooSlow, who, unread) });
  };
  const anns = Array.from({ length: 9 }, () => open('ann'));
  // Each two bytes: 4 MB.
  const long = 'ä'.repeat(2_000_000);
  for (const { socket } of anns) void socket.answer(long);
  expect(anns.map(({ givenUp }) => givenUp)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  void open('bob').socket.answer(long);
  expect(unread.hasRoom('bob', long.length)).toBe(true);

  const again = open('ann');
  void again.socket.answer(long);
  expect(again.givenUp).toBe(1);
  const read = anns[0]!.socket.ready();
  anns[0]!.stream.resume();
  await read;
  void open('ann').socket.answer(long);
  anns[1]!.socket.closed();
  void open('ann').socket.answer(long);
  const last = open('ann');
  void last.socket.answer(long);
  expect(last.givenUp).toBe(1);
});

it.each([
  ['more than the network takes at once', 1024],
  ['less', 65_536],
])('[WI35] counts the last answer, be it %s, until it has left', async (_what, writableHighWaterMark) => {
  const unread = new Unread();
  const stream = new PassThrough({ writableHighWaterMark, readableHighWaterMark: 1024 });
  const socket = new FrameSocket(
    stream,
    () => true,
    () => {},
    'ann',
    unread,
  );
  void socket.answer('x'.repeat(2000));
  await new Promise(setImmediate);
  expect(unread.hasRoom('ann', 32 * 1024 * 1024)).toBe(false);
  stream.resume();
  await new Promise(setImmediate);
  expect(unread.hasRoom('ann', 32 * 1024 * 1024)).toBe(true);
});
