import { PassThrough, type Writable } from 'node:stream';
import { expect, it } from 'vitest';
import * as ws from 'ws';
import { FrameSocket, inFrames, Wire } from './frames.ts';

/** `ws` reads frames with it; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

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
  const wire = new Wire(
    new FrameSocket(
      stream,
      () => true,
      () => {},
    ),
    'one',
  );
  for (const body of ['a', 'b', 'c']) wire.next(Buffer.from(JSON.stringify({ data: body })));
  expect(written).toEqual([]);
  await new Promise(setImmediate);
  expect(written).toHaveLength(1);
  expect(await read(Buffer.concat(written))).toEqual(
    ['a', 'b', 'c'].map((body) => `{"id":"one","type":"next","payload":{"data":"${body}"}}`),
  );
});

it('[LV13] gives up a reader whose network takes nothing, and writes no more once it is closed', () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let open = true;
  let givenUp = 0;
  const socket = new FrameSocket(
    stream,
    () => open,
    () => {
      givenUp += 1;
      open = false;
    },
  );
  const payload = Buffer.alloc(100_000);
  for (let count = 0; count < 10; count += 1) {
    socket.tell(payload);
    socket.flush();
  }
  expect(givenUp).toBe(1);
  expect(stream.writableLength + stream.readableLength).toBeLessThan(500_000);
});

it('[LV13] holds no answer against who asked for it, and answers no more who asks on without reading', async () => {
  const stream = new PassThrough({ highWaterMark: 1024 });
  let givenUp = 0;
  const socket = new FrameSocket(
    stream,
    () => true,
    () => (givenUp += 1),
  );
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
});
