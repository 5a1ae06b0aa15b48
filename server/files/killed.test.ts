import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../prisma/testing.ts';
import { Browser, type Person } from '../testing/person.ts';
import { ready, type ServerProcess, startProcess } from '../testing/process.ts';
import { file, get, head, place, put, putOpen } from '../testing/uploads.ts';

// Four processes, one after the other, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const megabyte = 1024 * 1024;
const dataDir = mkdtempSync(join(tmpdir(), 'parley-killed-'));
let database: TestDatabase;
let server: ServerProcess;
let url = '';

async function start(): Promise<void> {
  server = startProcess({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: dataDir });
  url = await ready(server);
}

async function kill(): Promise<void> {
  server.process.kill('SIGKILL');
  await server.ended;
}

/** The same person at a server that has begun again, and listens elsewhere. */
const back = ({ id, handle, cookie }: Person): Person =>
  Object.assign(new Browser(url), { id, handle, cookie });

beforeAll(async () => {
  database = await freshDatabase();
  await start();
});
afterAll(async () => {
  await kill();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('[AT3] of an upload, what a server had told of is there after it was killed, and the file becomes whole', async () => {
  let ann = await new Browser(url).signUp();
  const bytes = Buffer.from(Array.from({ length: 4 * megabyte + 5 }, (_, index) => (index * 7919) % 251));
  const id = await place(ann, file(bytes, 'film.bin', 'application/octet-stream'));
  const offset = async () => Number((await head(ann, id)).headers['upload-offset']);
  const sent = 3 * megabyte + 300_000;

  // In the middle of a request.
  putOpen(ann, id, bytes.subarray(0, sent), bytes.length);
  await expect.poll(offset, { timeout: 30_000 }).toBeGreaterThanOrEqual(2 * megabyte);
  const told = await offset();
  await kill();
  await start();
  ann = back(ann);
  const kept = await offset();
  expect([kept >= told, kept <= sent]).toEqual([true, true]);

  // As soon as a part of it is acknowledged.
  const half = await put(ann, id, bytes.subarray(kept, kept + 1000), { 'upload-offset': String(kept) });
  await kill();
  expect([half.status, half.headers['upload-offset']]).toEqual([202, String(kept + 1000)]);
  await start();
  ann = back(ann);
  expect(await offset()).toBe(kept + 1000);

  // As soon as all of it is.
  const rest = await put(ann, id, bytes.subarray(kept + 1000), { 'upload-offset': String(kept + 1000) });
  await kill();
  expect(rest.status).toBe(200);
  await start();
  ann = back(ann);
  expect((await head(ann, id)).headers['upload-complete']).toBe('?1');
  expect((await get(ann, id)).bytes.equals(bytes)).toBe(true);
});
