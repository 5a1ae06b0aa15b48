import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webApp } from './web-app.ts';

let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-web-app-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<p>app</p>');
  await writeFile(join(folder, 'graphiql.html'), '<p>graphiql</p>');
  await writeFile(join(folder, 'assets', 'app-1.js'), 'plain');
  await writeFile(join(folder, 'assets', 'app-1.js.br'), 'small');
  server = createServer(webApp(folder));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // From here on the build may be replaced: what is shown was read before.
  await rm(folder, { recursive: true });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers: { 'accept-encoding': 'identity', ...headers } });

it.each(['/', '/t/thr_1', '/graphiql-not', '/index.html'])(
  'shows the app at %s, to be asked for anew',
  async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, '<p>app</p>']);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  },
);

it('shows GraphiQL at its own path', async () => {
  expect(await (await get('/graphiql')).text()).toBe('<p>graphiql</p>');
});

it('lets hashed files be kept for a year, and has no page in place of one that is missing', async () => {
  const response = await get('/assets/app-1.js');
  expect(await response.text()).toBe('plain');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/assets/app-2.js')).status).toBe(404);
  expect((await get('/assets/app-1.js.br')).status).toBe(404);
});

it('sends what the build has packed, to who can unpack it', async () => {
  const response = await get('/assets/app-1.js', { 'accept-encoding': 'gzip, br' });
  expect(response.headers.get('content-encoding')).toBe('br');
  await response.body?.cancel().catch(() => {});
});

it('sends nothing twice to who has it', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
});

it('can only be read', async () => {
  expect((await fetch(base, { method: 'POST' })).status).toBe(405);
});
