import { buildSchema, parse } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Answer, answerInTurn, answerNow, type Asking, type Event } from './answers.ts';
import { questionOf } from './question.ts';

const schema = buildSchema('type Query { seen: String } type Subscription { seen: String }');
const rows = { messages: new Map(), threads: new Map() };

/** Who shows nothing of a kind. */
const hiding = { receipts: new Set<string | undefined>(), presence: new Set<string | undefined>() };
const privacy = {
  hidesReceipts: (userId: string | undefined) => hiding.receipts.has(userId),
  hidesPresence: (userId: string | undefined) => hiding.presence.has(userId),
};

/** Something that happens, of which each is told what they may see, and how often that was made out. */
function happens(about: string | null, isChange = true) {
  const made = { count: 0, held: [] as (() => void)[], spin: () => {} };
  const seen = (_args: unknown, ctx: { viewer: { userId: string }; privacy: typeof privacy }) => {
    made.count += 1;
    made.spin();
    const { userId } = ctx.viewer;
    const what = `${ctx.privacy.hidesReceipts(userId)} ${ctx.privacy.hidesPresence(userId)}`;
    const told = about === userId ? `${userId}: ${what}` : what;
    return made.held.length > 0 ? new Promise((resolve) => made.held.push(() => resolve(told))) : told;
  };
  const event = { seen, ...(isChange && { event: { userId: about }, rows }) } as unknown as Event;
  return { event, made };
}

/** Time passes when it is said to. */
function stopTime() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return { pass: (ms: number) => void (now += ms) };
}
beforeEach(() => void stopTime());
afterEach(() => vi.restoreAllMocks());

const one = parse('subscription { seen }');

function asks(userId: string, document = one) {
  const arrival = { privacy, context: (viewer: object) => ({ viewer, privacy }) };
  const asking = { schema, document, arrival, viewer: { userId } } as unknown as Asking;
  const question = questionOf(asking);
  return {
    now: (event: Event) => answerNow(asking, question, event),
    later: (event: Event) => answerInTurn(asking, question, event),
  };
}

const seenIn = (answer: unknown) => (answer instanceof Answer ? answer.result.data?.['seen'] : answer);
const loop = () => new Promise(setImmediate);

it.each([
  ['a change', true],
  ['who types, and who is there', false],
])('[LV16] of %s one answer is made for all who show the same of themselves', (_what, isChange) => {
  hiding.receipts = new Set(['bo1', 'bo2', 'di1', 'di2']);
  hiding.presence = new Set(['cy1', 'cy2', 'di1', 'di2']);
  const { event, made } = happens(null, isChange);
  const told = ['ann1', 'bo1', 'cy1', 'di1', 'di2', 'cy2', 'bo2', 'ann2'].map((who) =>
    seenIn(asks(who).now(event)),
  );
  expect(told.slice(0, 4)).toEqual(['false false', 'true false', 'false true', 'true true']);
  expect(told.slice(4).toReversed()).toEqual(told.slice(0, 4));
  expect(made.count).toBe(4);
});

it('[LV16] whom an event is about is given their own answer, in turn, and the others none of it', async () => {
  const { event } = happens('ann');
  expect(asks('ann').now(event)).toBeNull();
  expect(seenIn(await asks('ann').later(event))).toBe('ann: false false');
  expect(seenIn(asks('bob').now(event))).toBe('false false');
});

it('[LV16] [PV3] who switches something off while an answer is made is told what they may see by now', async () => {
  hiding.receipts = new Set();
  const { event, made } = happens(null);
  made.held.push(() => {});
  const [ann, bob] = ['ann', 'bob'].map((who) => asks(who).now(event));
  expect(made.count).toBe(1);
  hiding.receipts.add('ann');
  made.held[1]?.();
  await loop();
  made.held[2]?.();
  expect(seenIn(await ann)).toBe('true false');
  expect(seenIn(await bob)).toBe('false false');
  expect(made.count).toBe(2);
});

it('[LV25] of the answers that have to be made 16 of an account are made at a time, and nobody else’s wait', async () => {
  const { event, made } = happens(null);
  made.held.push(() => {});
  const others = Array.from({ length: 18 }, () => asks('eve', parse('subscription { seen }')));
  const told = others.map(({ now }) => now(event));
  expect(told.filter((answer) => answer === null)).toHaveLength(2);
  const theirs = asks('fay').now(event);
  expect(made.count).toBe(17);
  // What is being made already is told to them as well.
  expect(others[0]!.now(event)).not.toBeNull();
  const last = others.slice(16).map(({ later }) => later(event));
  await loop();
  expect(made.count).toBe(17);
  made.held[1]!();
  await loop();
  expect(made.count).toBe(18);
  while (made.count < 19 || made.held.length > 0) {
    for (const letGo of made.held.splice(0)) letGo();
    await loop();
  }
  expect((await Promise.all([theirs, ...last])).map(seenIn)).toEqual(Array(3).fill('false false'));
});

it('[LV25] of answers that are made at once an account has no more than fits into a turn of the event loop', async () => {
  const time = stopTime();
  const { event, made } = happens(null);
  const busy = asks('cat', parse('subscription { seen }'));
  made.spin = () => time.pass(25);
  expect(busy.now(event)).toBeInstanceOf(Answer);
  const other = asks('cat', parse('subscription { seen }'));
  expect(other.now(event)).toBeNull();
  expect(busy.now(event)).toBeInstanceOf(Answer);
  expect(asks('dan', parse('subscription { seen }')).now(event)).toBeInstanceOf(Answer);
  await other.later(event);
  expect(made.count).toBe(3);
});
