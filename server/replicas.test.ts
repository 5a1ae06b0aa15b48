import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../prisma/testing.ts';
import { Replicas } from './replicas.ts';
import { openReader } from './testing/reader.ts';

const logger = pino({ level: 'silent' });
let database: TestDatabase;
let primary: ReturnType<typeof openReader>;

beforeAll(async () => {
  database = await freshDatabase();
  primary = openReader(database.url);
});

afterAll(async () => {
  await primary.close();
  await database.drop();
});

it('[LV17] reads from the primary where there is no replica', async () => {
  const replicas = new Replicas(primary, [], logger);
  await replicas.start();
  expect(replicas.reader()).toBe(primary);
  expect(replicas.troubles()).toEqual([]);
  await replicas.stop();
});

it('[LV20] leaves out a replica that does not answer, and one that is none', async () => {
  const gone = 'postgresql://nobody@127.0.0.1:1/parley';
  const replicas = new Replicas(primary, [gone, database.url], logger);
  await replicas.start();
  expect(replicas.reader()).toBe(primary);
  // Looked at twice a second: on a busy machine the first answer may come too late.
  await vi.waitFor(() =>
    expect(replicas.troubles()).toEqual([
      'The replica at 127.0.0.1:1 is left out: it does not answer.',
      expect.stringContaining('it is not a replica'),
    ]),
  );
  await replicas.stop();
});
