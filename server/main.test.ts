import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../prisma/testing.ts';
import { Browser, changesDocument } from './testing/person.ts';
import { ready, type ServerProcess, startProcess } from './testing/process.ts';
import { send } from './testing/http.ts';
import { csrfHeader } from './http/origin.ts';
import { Socket } from './testing/socket.ts';
import { within } from './testing/inbox.ts';

// Processes, one of them with a PostgreSQL of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'parley-main-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const started: ChildProcess[] = [];
// A test that failed half way leaves no server behind.
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null || !child.kill('SIGTERM')) continue;
    await new Promise((resolve) => child.once('close', resolve));
  }
});

function start(settings: Record<string, string>): ServerProcess {
  const server = startProcess({ DATA_DIR: folder, ...settings });
  started.push(server.process);
  return server;
}

/** A port that somebody else listens on. */
async function busyPort(): Promise<number> {
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

/** A request that the server has begun to read. @returns what sends the rest of it, and gives back the status */
async function halfSent(url: string, body: string): Promise<() => Promise<number | undefined>> {
  const headers = {
    'content-type': 'application/json',
    [csrfHeader]: '1',
    expect: '100-continue',
    'content-length': body.length,
  };
  const asked = request(url, { method: 'POST', headers });
  asked.flushHeaders();
  await new Promise((resolve) => asked.once('continue', resolve));
  return () =>
    new Promise((resolve, reject) => {
      asked.once('error', reject);
      asked.once('response', (response) => resolve(response.resume().statusCode));
      asked.end(body);
    });
}

const loggedAbove = (server: ServerProcess, level: number) =>
  server
    .out()
    .split('\n')
    .filter((line) => line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= level);

describe('a server that cannot start', () => {
  it.each([
    [
      'a wrong setting',
      async () => ({ PORT: 'http' }),
      /^PORT must be a port number from 0 to 65535, but is "http"\.\n$/,
    ],
    [
      'a busy port',
      async () => ({ PORT: String(await busyPort()), DATABASE_URL: database.url }),
      /^Port \d+ is in use: stop what listens there, or choose another with PORT\.\n$/,
    ],
    [
      'an address that is not of this machine',
      async () => ({ HOST: '192.0.2.1', DATABASE_URL: database.url }),
      /^HOST names 192\.0\.2\.1, which is no address of this machine\.\n$/,
    ],
    [
      'an unreachable database',
      async () => ({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/parley' }),
      /^No PostgreSQL answers at 127\.0\.0\.1:1: start it, or check the host and the port in DATABASE_URL\.\n$/,
    ],
  ])('[WI19] says why in one plain sentence and exits with 1: %s', async (_what, settings, sentence) => {
    const server = start(await settings());
    expect(await server.ended).toBe(1);
    expect(server.err()).toMatch(sentence);
    expect(loggedAbove(server, 40)).toEqual([]);
  });
});

describe('a server that is told to stop', () => {
  it('[WI20] sends sockets elsewhere, ends what runs and what streams, and exits with 0, without a warning', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parley-main-own-'));
    // On the PostgreSQL of its own, which must find everybody gone.
    const server = start({ PORT: '0', DATA_DIR: dataDir });
    const url = await ready(server);
    const ada = await new Browser(url).signUp();
    const socket = await ada.connect();
    const { results } = socket.run(changesDocument);
    await results.next();
    const stream = await ada.stream(changesDocument);
    await stream.results.next();
    const finish = await halfSent(`${url}/graphql`, '{ "query": "{ viewer { id } }" }');
    const began = performance.now();
    server.process.kill('SIGTERM');
    expect(await socket.closed).toEqual({ code: 1012, reason: 'Service restart' });
    expect(await finish()).toBe(200);
    await within(stream.ended, 'the stream goes on');
    expect(await server.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(loggedAbove(server, 40)).toEqual([]);
    expect(server.err()).toBe('');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('[WI20] stops while it starts, and leaves nothing running', async () => {
    const server = start({ PORT: '0', DATABASE_URL: database.url });
    server.process.kill('SIGTERM');
    // Before anything listens for the signal it ends the process at once; after that, by the way of every stop.
    expect([0, null]).toContain(await server.ended);
  });
});

describe('a server that crashes', () => {
  it('is gone, and does not take the crash for a wish to stop', async () => {
    const server = start({ PORT: '0', DATABASE_URL: database.url });
    await ready(server);
    server.process.kill('SIGSEGV');
    await server.ended;
    expect(server.process.signalCode).toBe('SIGSEGV');
  });
});

describe('a server whose folder another one has taken', () => {
  it('[WI34] says so in one plain sentence and exits with 1', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parley-main-taken-'));
    const server = start({ PORT: '0', DATA_DIR: dataDir });
    await ready(server);
    writeFileSync(join(dataDir, 'parley.lock'), 'there 2\nits-token\n');
    expect(await server.ended).toBe(1);
    const fatal = loggedAbove(server, 60).map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(fatal).toEqual([expect.stringMatching(/^Another Parley \(.* there\) already uses .*\.$/)]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe('health', () => {
  it('[WI21] is live while it runs and ready while it can serve', async () => {
    const server = start({ PORT: '0', DATABASE_URL: database.url, LOG_LEVEL: 'debug' });
    // With port 0 the log names the port that the system chose.
    const url = await ready(server);
    for (const line of server.out().trim().split('\n'))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(await send(`${url}/health/live`)).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect(await send(`${url}/health/ready`)).toMatchObject({
      status: 200,
      text: '{"status":"ready","problems":[]}',
    });
    expect(await Socket.open(`${url}/health/live`, {})).toBe(404);
    server.process.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });
});
