import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { freshDatabase } from '../../prisma/testing.ts';
import { settled } from '../../schema/testing/settled.ts';
import { startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { keepLogFor } from './retention.ts';

const hour = 60 * 60 * 1000;
const database = await freshDatabase();
afterAll(database.drop);
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Each time it is asked to forget. @param forget how that goes; it finds nothing where none is given */
function retention(forget = async () => 0) {
  const $transaction = vi.fn(forget);
  const logger = pino({ level: 'silent' });
  const stop = keepLogFor(30, { $transaction } as unknown as PrismaClient, logger);
  return { tries: $transaction, stop, error: vi.spyOn(logger, 'error') };
}

it('[LV10] a server forgets what is older than LOG_RETENTION_DAYS, and keeps the rest', async () => {
  const before = await startParley({ database });
  const [ada, bob] = (await before.people(2)) as [Person, Person];
  const { thread } = await ada.does('startDirectThread', { userId: bob.id });
  const events = before.instance.prisma.event;
  const age = (days: number) => events.updateMany({ data: { at: new Date(Date.now() - days * 24 * hour) } });
  await age(3);
  await settled(before.instance);
  const cursor = (await bob.ask('{ cursor }')).data.cursor as string;
  await ada.does('sendMessage', { threadId: thread.id, body: 'kept' });
  const newest = await events.findMany({ where: { kind: 'MESSAGE_ADDED' } });
  await settled(before.instance);

  const parley = await startParley({ database, settings: { LOG_RETENTION_DAYS: '2' } });
  await expect.poll(() => events.findMany()).toEqual(newest);
  const { data } = await Object.assign(parley.browser(), { cookie: bob.cookie }).ask(
    'query ($after: Cursor!) { changes(after: $after) { changes { __typename } } }',
    { after: cursor },
  );
  expect(data.changes.changes).toEqual([{ __typename: 'MessageAdded' }]);
  await parley.stop();
  await before.stop();
});

it('does so at once, and then every hour', async () => {
  const { tries, stop } = retention();
  expect(tries).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(hour - 1);
  expect(tries).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(tries).toHaveBeenCalledTimes(2);
  await stop();
});

it('says that it could not, and tries again in an hour', async () => {
  const { tries, stop, error } = retention(async () => {
    throw new Error('The database is away.');
  });
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(1));
  vi.advanceTimersByTime(hour);
  expect(tries.mock.calls.length).toBeGreaterThan(1);
  await stop();
});

it('stops once what it is at has ended, and does nothing from then on', async () => {
  let end = (_count: number) => {};
  const { tries, stop } = retention(() => new Promise((resolve) => (end = resolve)));
  let isOver = false;
  const stopping = stop().then(() => (isOver = true));
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  end(0);
  await stopping;
  vi.advanceTimersByTime(2 * hour);
  expect(tries).toHaveBeenCalledTimes(1);
});
