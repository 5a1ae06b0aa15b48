import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { LogEvent } from '../schema/log/event.ts';
import { Log } from '../schema/log/log.ts';
import { sweepMs } from './live/sweep.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, password, type Person, type Result } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

/**
 * Without Redis nobody tells an instance what is done on another. What bounds how late it is told there is the sweep: the tail looks
 * at the log a second after it last did (see live/tail.test.ts), and the first look that begins behind the commit brings it.
 */
let here: Parley;
let there: Parley;
/** Each look that the other instance has begun, and what it found; null until it is answered. */
const looks: ({ events: LogEvent[]; heldBack: LogEvent[] } | null)[] = [];
let hinted: ReturnType<typeof spyOnHints>;
const spyOnHints = () => vi.spyOn(there.instance.tail, 'hint');

beforeAll(async () => {
  // Nothing listens there, and never did.
  const settings = { REDIS_URL: 'redis://127.0.0.1:1' };
  here = await startParley({ settings });
  const read = Log.prototype.read;
  const logs = new Set<Log>();
  let isAlone = true;
  vi.spyOn(Log.prototype, 'read').mockImplementation(async function (this: Log, ...asked) {
    // That of the instance that was there before is read each second, too.
    if (isAlone) logs.add(this);
    if (logs.has(this)) return read.apply(this, asked);
    const place = looks.push(null) - 1;
    const found = await read.apply(this, asked);
    looks[place] = found;
    return found;
  });
  await vi.waitUntil(() => logs.size > 0);
  isAlone = false;
  there = await startParley({ settings, database: here.database });
  hinted = spyOnHints();
});
afterAll(async () => {
  await there.stop();
  await here.stop();
  vi.restoreAllMocks();
});
beforeEach(() => void hinted.mockClear());

const elsewhere = ({ cookie, id, handle }: Person): Person =>
  Object.assign(there.browser(), { cookie, id, handle });

it('[WI16] the sweep comes each second', () => {
  expect(sweepMs).toBeLessThanOrEqual(1000);
});

it.each(ways)(
  '[WI16] with Redis never there, the first sweep behind a change tells it on the other instance, over %s',
  async (way) => {
    const [ada, bob] = (await here.people(2)) as [Person, Person];
    const { thread } = await ada.does('startDirectThread', { userId: bob.id });
    const stream = await subscribe(way, elsewhere(bob), changesDocument, {});
    expect(await stream.next()).toMatchObject({ data: { changes: { __typename: 'CaughtUp' } } });
    const { message } = await ada.does('sendMessage', { threadId: thread.id, body: 'swept up' });
    const begun = looks.length;
    // What was done before may be told late, as is said below.
    for (let told: Result | null = null; told?.data.changes.message?.body !== 'swept up';)
      told = await stream.next();
    const bringing = looks.flatMap((look, place) =>
      look?.events.some(({ messageId }) => messageId === message.id) ? [place] : [],
    );
    expect(bringing).toHaveLength(1);
    // Every test's transaction holds back the log of every database: until it has ended, looks are many, and bring nothing.
    const inVain = looks.slice(begun, bringing[0]).filter((look) => look?.heldBack.length === 0);
    expect(inVain).toEqual([]);
    expect(hinted).not.toHaveBeenCalled();
    stream.cut();
  },
);

it('[WI13] without Redis, the first sweep behind the end of a session ends it on the other instance', async () => {
  const phone = await here.person();
  const desk = here.browser();
  await desk.does('signIn', { handle: phone.handle, password });
  const socket = await elsewhere(phone).connect();
  const stream = await subscribe('server-sent events', elsewhere(phone), changesDocument, {});
  await stream.next();
  const { sessions } = there.instance;
  const end = sessions.end.bind(sessions);
  let endedAt = Infinity;
  vi.spyOn(sessions, 'end').mockImplementation((sessionId) => {
    endedAt = Math.min(endedAt, looks.length);
    end(sessionId);
  });
  await desk.does('revokeOtherSessions', {});
  const begun = looks.length;
  expect(await socket.closed).toMatchObject({ code: 4401 });
  await stream.ended();
  // Held back or not: no look that begins behind the commit passes it by.
  expect(endedAt).toBeLessThanOrEqual(begun + 1);
  expect(hinted).not.toHaveBeenCalled();
});
