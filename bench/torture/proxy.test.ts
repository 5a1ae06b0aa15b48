import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Link } from './proxy.ts';

let server: Server;
let link: Link;
let served: Socket[] = [];
let opened: Socket[] = [];

/** What is said to it comes back. */
beforeEach(async () => {
  server = createServer((socket) => {
    served.push(socket);
    socket.on('error', () => {});
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  link = await Link.open((server.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const socket of [...opened, ...served]) socket.destroy();
  [opened, served] = [[], []];
  await link.close();
  server.close();
});

async function open(): Promise<Socket> {
  const socket = connect(link.port, '127.0.0.1');
  socket.on('error', () => {});
  opened.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function heard(socket: Socket): Promise<string> {
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk.toString();
}

async function echo(socket: Socket, what: string): Promise<string> {
  socket.write(what);
  return heard(socket);
}

it('passes everything on, and both ends', async () => {
  const socket = await open();
  socket.end('as it is');
  expect(await text(socket)).toBe('as it is');
  await expect.poll(() => link.connections).toBe(0);
});

it('cuts what is open, lets nothing in, and then again', async () => {
  const socket = await open();
  await echo(socket, 'a');
  link.cut();
  await once(socket, 'close');
  const refused = await open();
  await once(refused, 'close');
  link.heal();
  expect(await echo(await open(), 'b')).toBe('b');
});

it('resets what is open, at both ends', async () => {
  const socket = await open();
  await echo(socket, 'a');
  const error = new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));
  const atTheServer = new Promise<NodeJS.ErrnoException>((resolve) => served[0]!.once('error', resolve));
  link.reset();
  expect((await error).code).toBe('ECONNRESET');
  expect((await atTheServer).code).toBe('ECONNRESET');
  expect(await echo(await open(), 'b')).toBe('b');
});

it('slows down and keeps the order, also when it becomes fast again', async () => {
  const socket = await open();
  await echo(socket, 'a');
  // So long that it is seen to wait, also by a process that stands still now and then.
  link.slow(2000);
  const from = performance.now();
  let arrived = '';
  socket.on('data', (chunk: Buffer) => (arrived += chunk.toString()));
  socket.write('1');
  // Once it has passed it is not seen waiting any more.
  await expect.poll(() => link.waiting, { interval: 5 }).toBe(1);
  link.slow(1);
  socket.write('2');
  await expect.poll(() => arrived).toBe('12');
  expect(performance.now() - from).toBeGreaterThan(1999);
});

it('holds back what is sent into a hole, until it is over', async () => {
  const socket = await open();
  await echo(socket, 'a');
  link.hole();
  const other = await open();
  socket.write('b');
  other.write('c');
  const arrived: string[] = [];
  for (const each of [socket, other]) each.on('data', (chunk: Buffer) => arrived.push(chunk.toString()));
  // A link of its own shows that time has passed for everybody.
  const beside = await Link.open((server.address() as AddressInfo).port);
  const witness = connect(beside.port, '127.0.0.1');
  await echo(witness, 'd');
  witness.destroy();
  await beside.close();
  expect(arrived).toEqual([]);
  link.heal();
  await expect.poll(() => arrived.toSorted()).toEqual(['b', 'c']);
});

it('strands what is open for good, and lets new connections pass', async () => {
  const socket = await open();
  await echo(socket, 'a');
  link.strand();
  let arrived = '';
  socket.on('data', (chunk: Buffer) => (arrived += chunk.toString()));
  socket.write('b');
  expect(await echo(await open(), 'c')).toBe('c');
  link.heal();
  expect(await echo(await open(), 'd')).toBe('d');
  expect(arrived).toBe('');
  const closed = once(socket, 'close');
  link.release();
  await closed;
});
