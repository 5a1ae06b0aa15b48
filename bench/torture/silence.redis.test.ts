import { afterEach, expect, it } from 'vitest';
import { pino } from 'pino';
import { RedisBus } from '../../server/live/redis-bus.ts';
import { impatient } from '../../server/redis.ts';
import { createLimiter, openLimitStore } from '../../server/throttle.ts';
import { Link } from './proxy.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Where the way to Redis can be closed in silence. */
async function behindALink(): Promise<{ link: Link; url: string }> {
  const { hostname, port } = new URL(process.env['REDIS_URL'] ?? '');
  expect(['127.0.0.1', 'localhost']).toContain(hostname);
  const link = await Link.open(Number(port || 6379));
  undo.push(() => link.close());
  return { link, url: `redis://127.0.0.1:${link.port}` };
}

it('a Redis that says nothing holds up nobody who is counted', async () => {
  const { link, url } = await behindALink();
  const store = openLimitStore(url, `test-${process.pid}`);
  const { redis } = store;
  undo.push(() => redis.disconnect());
  await expect.poll(() => redis.status).toBe('ready');
  const limiter = createLimiter('silence', { points: 100, seconds: 60 }, store);
  await limiter.consume('somebody');
  link.hole();
  // Once it is found out, and from then on nobody waits at all.
  await limiter.consume('somebody');
  const from = performance.now();
  for (let count = 0; count < 50; count += 1) await limiter.consume('somebody');
  expect(performance.now() - from).toBeLessThan(impatient.socketTimeout);
  link.heal();
  await expect.poll(() => redis.status).toBe('ready');
});

it('a bus whose Redis says nothing says so, and comes back', async () => {
  const { link, url } = await behindALink();
  const bus = new RedisBus(url, `test-${process.pid}`, pino({ level: 'silent' }));
  undo.push(() => bus.close());
  await expect.poll(() => bus.trouble()).toBeNull();
  link.strand();
  link.hole();
  await expect.poll(() => bus.trouble()).not.toBeNull();
  link.heal();
  await expect.poll(() => bus.trouble()).toBeNull();
});
