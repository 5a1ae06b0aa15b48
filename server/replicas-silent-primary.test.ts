import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { presentEpoch } from '../schema/log/epoch.ts';
import { Replicas } from './replicas.ts';
import { openReader } from './testing/reader.ts';
import { type Pair, startPair } from './testing/standby.ts';

// Two clusters, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });
const inTime = { interval: 20 };

let pair: Pair;
let replicas: Replicas;
let opened: ReturnType<typeof openReader>;
/** Once it is silent it answers nothing, as with all of its connections in use. */
let primary: Pick<typeof opened, 'prisma' | 'sql'>;
let isSilent = false;
/** How often it was asked since. */
let inVain = 0;
let end = (): void => {};

beforeAll(async () => {
  pair = await startPair();
  const url = pair.primary.url('parley', 'parley');
  opened = openReader(url);
  await presentEpoch(opened.prisma);
  const nothing = new Promise<never>((_resolve, reject) => (end = () => reject(new Error('It has ended.'))));
  nothing.catch(() => {});
  const unanswered = () => {
    inVain += 1;
    return nothing;
  };
  const prisma = new Proxy(opened.prisma, {
    get: (target, name) =>
      name === '$queryRaw' && isSilent ? unanswered : (Reflect.get(target, name) as unknown),
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
  await vi.waitUntil(() => !asksPrimary('thr_other'), inTime);
  replicas.note('thr_written');
  expect(asksPrimary('thr_written')).toBe(true);
  expect(asksPrimary('thr_other')).toBe(false);
  await vi.waitUntil(() => !asksPrimary('thr_written'), inTime);
});

it('[LV19] [LV20] from when the primary says nothing a replica serves what it is known to have, and then nothing', async () => {
  // As late as is said here, however long the machine takes.
  const began = performance.now();
  let ahead = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => began + ahead);
  replicas.note('thr_written');
  ahead = 1;
  await vi.waitUntil(() => !asksPrimary('thr_written'), inTime);
  isSilent = true;
  // Looks come one behind the other: any that had begun has ended.
  await vi.waitUntil(() => inVain > 0, inTime);
  ahead = 2;
  replicas.note('thr_since');
  ahead = 3000;
  expect(asksPrimary('thr_since')).toBe(true);
  expect(asksPrimary('thr_other')).toBe(false);
  ahead = 9000;
  expect(asksPrimary('thr_other')).toBe(true);
  expect(replicas.troubles()).toEqual([
    expect.stringContaining('the primary does not say how far it should be'),
  ]);
});
