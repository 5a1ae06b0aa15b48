import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { saySeed } from '../../schema/testing/random.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import { judge } from '../testing/removal-judge.ts';
import { raceRemovals } from '../testing/removal-race.ts';
import { raceRevocations } from '../testing/revocation-race.ts';

// Thousands of writes, on a machine that may be busy.
vi.setConfig({ testTimeout: 400_000 });

const secret = 'only for this test  0123456789 abcdef';
/** Two instances on one database, with nothing between them. */
let instances: [Parley, Parley];
beforeAll(async () => {
  saySeed();
  const settings = { SESSION_SECRET: secret };
  const here = await startParley({ settings });
  instances = [here, await startParley({ settings, database: here.database })];
});
afterAll(async () => {
  for (const parley of instances.toReversed()) await parley.stop();
});

it('[LV7] whatever races with a removal, who was removed is told nothing from behind it, and who stayed everything', async () => {
  const verdict = await judge(await raceRemovals(instances, 200), instances[0]);
  expect(verdict).toEqual({ removals: 200, reached: expect.any(Number), leaked: [], missed: [] });
  expect(verdict.reached).toBeGreaterThan(1000);
});

it('[WI13] whatever races with the end of a session, it is told nothing from behind that, and ends everywhere', async () => {
  const { told, ...ends } = await raceRevocations(instances, 200, secret);
  expect(ends).toEqual({ codes: new Set([4401]), words: new Set(['UNAUTHENTICATED']), leaked: [] });
  expect(told).toBeGreaterThan(1000);
});
