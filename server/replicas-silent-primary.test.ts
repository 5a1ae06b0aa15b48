import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { presentEpoch } from '../schema/log/epoch.ts';
import { Replicas } from './replicas.ts';
import { openReader } from './testing/reader.ts';
import { type Pair, startPair } from './testing/standby.ts';

// Two clusters, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });
const inTime = { timeout: 20_000, interval: 20 };

let pair: Pair;
let replicas: Replicas;
let opened: ReturnType<typeof openReader>;
/** Once it is silent it answers nothing, as with all of its connections in use. */
let primary: Pick<typeof opened, 'prisma' | 'sql'>;
let isSilent = false;
let end = (): void => {};

beforeAll(async () => {
  pair = await startPair();
  const url = pair.primary.url('parley', 'parley');
  opened = openReader(url);
  await presentEpoch(opened.prisma);
  const nothing = new Promise<never>((_resolve, reject) => (end = () => reject(new Error('It has ended.'))));
  nothing.catch(() => {});
  const prisma = new Proxy(opened.prisma, {
    get: (target, name) =>
      name === '$queryRaw' && isSilent ? () => nothing : (Reflect.get(target, name) as unknown),
  });
  primary = { prisma, sql: opened.sql };
  replicas = new Replicas(primary, [pair.standby.url('parley', 'parley')], pino({ level: 'silent' }));
  await replicas.start();
  await vi.waitUntil(() => replicas.troubles().length === 0, inTime);
});
afterAll(async () => {
  vi.restoreAllMocks();
  const stopped = replicas.stop();
  end();
  await stopped;
  await opened.close();
  await pair.stop();
});

const asksPrimary = (about: string) => replicas.reader(about) === primary;

it('[LV19] what was written is asked of a replica once it is known to have it', async () => {
  replicas.note('thr_written');
  expect(asksPrimary('thr_written')).toBe(true);
  expect(asksPrimary('thr_other')).toBe(false);
  await vi.waitUntil(() => !asksPrimary('thr_written'), inTime);
});

it('[LV19] [LV20] from when the primary says nothing a replica serves what it is known to have, and then nothing', async () => {
  isSilent = true;
  // A look that has begun ends.
  await sleep(1000);
  replicas.note('thr_since');
  const now = performance.now.bind(performance);
  let ahead = 3000;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  expect(asksPrimary('thr_since')).toBe(true);
  expect(asksPrimary('thr_other')).toBe(false);
  ahead = 9000;
  expect(asksPrimary('thr_other')).toBe(true);
  expect(replicas.troubles()).toEqual([
    expect.stringContaining('the primary does not say how far it should be'),
  ]);
});
