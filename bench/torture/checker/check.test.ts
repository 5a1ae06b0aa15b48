import { describe, expect, it } from 'vitest';
import type { Deed, Entry } from '../history.ts';
import { check } from './check.ts';
import type { Evidence, LoggedEvent, StoredMessage } from './evidence.ts';
import type { Anomaly } from './verdict.ts';

// One thread "t". Ann sends, Ben is there from the start, Cid comes and goes.

const cursorOf = (transaction: number) => `at ${transaction}`;

/** A database in which every event is a transaction of its own. */
class Database {
  readonly messages: StoredMessage[] = [];
  readonly log: LoggedEvent[] = [];
  readonly participants = new Set<string>();
  readonly founders = new Set<string>();

  event(kind: string, user: string | null, message: string | null = null, thread = 't'): string {
    const place = this.log.length + 1;
    this.log.push({ transaction: place, id: place, kind, thread, message, user });
    return cursorOf(place);
  }

  found(...users: string[]): this {
    for (const user of users) {
      this.event('THREAD_ADDED', user);
      this.participants.add(`t ${user}`);
      this.founders.add(`t ${user}`);
    }
    return this;
  }

  message(seq: number, body: string, author: string | null = 'ann'): string {
    this.messages.push({ id: `m-${body}`, thread: 't', seq, body, author });
    return this.event('MESSAGE_ADDED', null, `m-${body}`);
  }

  come(user: string): string {
    this.participants.add(`t ${user}`);
    return this.event('THREAD_ADDED', user);
  }

  go(user: string): string {
    this.participants.delete(`t ${user}`);
    return this.event('THREAD_LEFT', user);
  }

  get evidence(): Evidence {
    const place = (cursor: string) => Number(cursor.split(' ')[1]);
    return {
      messages: this.messages,
      log: this.log,
      participants: this.participants,
      founders: this.founders,
      open: (cursor) => (place(cursor) >= 0 ? { transaction: place(cursor), id: place(cursor) } : null),
    };
  }
}

const start: Deed[] = [{ is: 'snapshot', cursor: cursorOf(0), threads: [] }, { is: 'resumed' }];
const live = (cursor = cursorOf(0)): Deed => ({ is: 'caught up', cursor });
const joined = (cursor: string): Deed => ({ is: 'joined', cursor, thread: 't' });
const left = (cursor: string): Deed => ({ is: 'left', cursor, thread: 't' });
const told = (cursor: string, seq: number, body: string): Deed => ({
  is: 'message',
  cursor,
  thread: 't',
  seq,
  id: `m-${body}`,
  body,
});
const send = (body: string): Deed => ({ is: 'send', thread: 't', id: `m-${body}`, body });
const sent = (body: string, seq: number): Deed => ({ is: 'sent', body, id: `m-${body}`, seq });

/** The clock ticks with every deed, in the order of the clients unless a deed has a time of its own. */
async function verdictOf(database: Database, histories: Record<string, (Deed & { t?: number })[]>) {
  let clock = 0;
  const witnesses = Object.entries(histories).map(([user, deeds]) => {
    const entries = deeds.map((deed): Entry => Object.assign({}, deed, { t: deed.t ?? (clock += 1) }));
    return { user, history: () => entries };
  });
  const { counts, examples } = await check(database.evidence, witnesses);
  const found = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  return { found: found as Partial<Record<Anomaly, number>>, examples };
}

/** A history without a fault, to be broken: three messages, which Ann sends and both see. */
function sound() {
  const database = new Database().found('ann', 'ben');
  const at = ['a', 'b', 'c'].map((body, index) => database.message(index + 1, body));
  const [a, b, c] = at as [string, string, string];
  const begins = (place: number) => [...start, joined(cursorOf(place)), live(cursorOf(2))];
  const sees = [told(a, 1, 'a'), told(b, 2, 'b'), told(c, 3, 'c')] as const;
  const sends = [send('a'), sent('a', 1), send('b'), sent('b', 2), send('c'), sent('c', 3)];
  const ann = [...begins(1), ...sends, ...sees];
  return { database, a, b, c, sees, ann, ben: begins(2) };
}

describe('what is sound', () => {
  it('is three messages that everybody sees', async () => {
    const { database, ann, ben, sees } = sound();
    expect(await verdictOf(database, { ann, ben: [...ben, ...sees] })).toEqual({ found: {}, examples: [] });
  });

  it('is a resume that goes on where the last stream ended', async () => {
    const { database, ann, ben, sees } = sound();
    const history = [...ben, sees[0], { is: 'resumed' as const }, sees[1], sees[2], live(cursorOf(5))];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({});
  });

  it('is a snapshot that stands for what was not delivered', async () => {
    const { database, ann, ben, b, sees } = sound();
    const again: Deed = { is: 'snapshot', cursor: b, threads: [['t', 2]] };
    expect(
      (await verdictOf(database, { ann, ben: [...ben, again, { is: 'resumed' }, sees[2]] })).found,
    ).toEqual({});
  });

  it('is a resume of somebody who was removed meanwhile, and is told only that', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: Deed = { is: 'remove', key: 'k', thread: 't', user: 'ben' };
    const histories = {
      ann: [...ann, goes, { is: 'done' as const, key: 'k' }],
      ben: [...ben, sees[0], { is: 'resumed' as const }, left(database.go('ben'))],
    };
    expect((await verdictOf(database, histories)).found).toEqual({});
  });

  it('is one who was removed while a stream told the past, of which a snapshot then shows no more', async () => {
    const { database, ann, sees, c } = sound();
    const goes: Deed = { is: 'remove', key: 'k', thread: 't', user: 'ben' };
    database.go('ben');
    const histories = {
      ann: [...ann, goes, { is: 'done' as const, key: 'k' }],
      ben: [
        ...start,
        joined(cursorOf(2)),
        sees[0],
        live(c),
        { is: 'snapshot' as const, cursor: cursorOf(6), threads: [] },
      ],
    };
    expect((await verdictOf(database, histories)).found).toEqual({});
  });
});

describe('what is sound in the end', () => {
  it('is a message that was sent while somebody was away, and stored when they were back', async () => {
    const { database, ann, ben, sees } = sound();
    const gone = left(database.go('ben'));
    const back = joined(database.come('ben'));
    const at = database.message(4, 'd');
    const moves = (is: 'remove' | 'add', key: string): Deed => ({ is, key, thread: 't', user: 'ben' });
    const deeds: Deed[] = [
      moves('remove', 'k'),
      { is: 'done', key: 'k' },
      send('d'),
      moves('add', 'l'),
      { is: 'done', key: 'l' },
      sent('d', 4),
      told(at, 4, 'd'),
    ];
    const histories = { ann: [...ann, ...deeds], ben: [...ben, ...sees, gone, back, told(at, 4, 'd')] };
    expect((await verdictOf(database, histories)).found).toEqual({});
  });
});

describe('a snapshot that shows no message of a thread', () => {
  const nothing = (cursor: string): Deed => ({ is: 'snapshot', cursor, threads: [['t', null]] });

  it('is sound for who has left while it was read', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: Deed[] = [
      { is: 'leave', key: 'k', thread: 't', user: 'ben' },
      { is: 'done', key: 'k' },
    ];
    const history = [...ben, ...sees, nothing(cursorOf(5)), ...goes, left(database.go('ben'))];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({});
  });

  it('is non-monotonic for who is still there', async () => {
    const { database, ann, ben, sees } = sound();
    const history = [...ben, ...sees, nothing(cursorOf(5))];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({ 'non-monotonic': 1 });
  });
});

describe('what is not', () => {
  it('lost: an acknowledged send that is not stored', async () => {
    const { database, ann, ben, sees } = sound();
    const { found } = await verdictOf(database, {
      ann: [...ann, send('d'), sent('d', 4)],
      ben: [...ben, ...sees],
    });
    expect(found).toEqual({ lost: 1 });
  });

  it('lost: an acknowledged removal that the log does not hold', async () => {
    const { database, ann, ben, sees } = sound();
    database.participants.delete('t ben');
    const goes: Deed[] = [
      { is: 'remove', key: 'k', thread: 't', user: 'ben' },
      { is: 'done', key: 'k' },
    ];
    const { found } = await verdictOf(database, { ann: [...ann, ...goes], ben: [...ben, ...sees] });
    expect(found).toEqual({ lost: 1, 'after removal': 1 });
  });

  it('unseen: the last message never comes', async () => {
    const { database, ann, ben, sees } = sound();
    expect((await verdictOf(database, { ann, ben: [...ben, sees[0], sees[1]] })).found).toEqual({
      unseen: 1,
    });
  });

  it('unseen: a stored message that no log holds', async () => {
    const { database, ann, ben, sees } = sound();
    database.messages.push({ id: 'm-d', thread: 't', seq: 4, body: 'd', author: 'ann' });
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees] })).found).toEqual({ unseen: 1 });
  });

  it('unseen: a message from before a removal that was witnessed live', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: (Deed & { t?: number })[] = [
      { is: 'remove', key: 'k', thread: 't', user: 'ben', t: 90 },
      { is: 'done', key: 'k', t: 91 },
    ];
    const history = [...ben, sees[0], sees[1], left(database.go('ben'))];
    expect((await verdictOf(database, { ann: [...ann, ...goes], ben: history })).found).toEqual({
      unseen: 1,
    });
  });

  it('unseen: a message that did not come live, of somebody who is told on a resume that they were removed', async () => {
    const { database, ann, ben, sees } = sound();
    const deeds: Deed[] = [
      { is: 'add', key: 'k', thread: 'u', user: 'ben' },
      { is: 'done', key: 'k' },
      { is: 'remove', key: 'l', thread: 't', user: 'ben' },
      { is: 'done', key: 'l' },
    ];
    database.participants.add('u ben');
    const elsewhere = { ...joined(database.event('THREAD_ADDED', 'ben', null, 'u')), thread: 'u' };
    const { found } = await verdictOf(database, {
      ann: [...ann, ...deeds],
      ben: [
        ...ben.map((deed) => ({ ...deed, t: 0 })),
        sees[0],
        elsewhere,
        { is: 'resumed' },
        left(database.go('ben')),
      ],
    });
    expect(found).toEqual({ unseen: 2 });
  });

  it('skipped and unseen: a gap in the middle', async () => {
    const { database, ann, ben, sees } = sound();
    expect((await verdictOf(database, { ann, ben: [...ben, sees[0], sees[2]] })).found).toEqual({
      skipped: 1,
      unseen: 1,
    });
  });

  it('skipped: a gap behind a snapshot', async () => {
    const { database, ann, ben, c, sees } = sound();
    const again: Deed = { is: 'snapshot', cursor: cursorOf(4), threads: [['t', 1]] };
    const history = [...ben, sees[0], again, told(c, 3, 'c')];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({ skipped: 1 });
  });

  it('skipped: a gap in what is stored', async () => {
    const { database, ann, ben, sees } = sound();
    const at = database.message(5, 'e', null);
    const { found } = await verdictOf(database, {
      ann: [...ann, told(at, 5, 'e')],
      ben: [...ben, ...sees, told(at, 5, 'e')],
    });
    expect(found).toEqual({ skipped: 3 });
  });

  it('duplicate: a message delivered again', async () => {
    const { database, ann, ben, sees } = sound();
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees, sees[2]] })).found).toEqual({
      duplicate: 1,
    });
  });

  it('duplicate: a send that is stored twice', async () => {
    const { database, ann, ben, sees } = sound();
    database.messages.push({ id: 'm-other', thread: 't', seq: 4, body: 'a', author: 'ann' });
    const at = database.event('MESSAGE_ADDED', null, 'm-other');
    const again: Deed = { is: 'message', cursor: at, thread: 't', seq: 4, id: 'm-other', body: 'a' };
    const { found } = await verdictOf(database, { ann: [...ann, again], ben: [...ben, ...sees, again] });
    expect(found['duplicate']).toBe(1);
  });

  it('duplicate: a seq that is given twice', async () => {
    const { database, ann, ben, sees } = sound();
    database.message(3, 'd');
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees] })).found).toMatchObject({
      duplicate: 1,
    });
  });

  it('duplicate: an arrival that is logged twice', async () => {
    const { database, ann, ben, sees } = sound();
    database.event('THREAD_ADDED', 'ben');
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees] })).found).toEqual({ duplicate: 1 });
  });

  it('out of order: delivered the other way round', async () => {
    const { database, ann, ben, sees } = sound();
    const { found } = await verdictOf(database, { ann, ben: [...ben, sees[0], sees[2], sees[1]] });
    expect(found).toEqual({ skipped: 1, 'out of order': 1, 'non-monotonic': 1 });
  });

  it('out of order: the log against the thread', async () => {
    const { database, ann, ben, sees } = sound();
    [database.log[3]!.message, database.log[4]!.message] = [
      database.log[4]!.message,
      database.log[3]!.message,
    ];
    const { found } = await verdictOf(database, { ann, ben: [...ben, ...sees] });
    expect(found['out of order']).toBe(1);
  });

  it('out of order: sent after an answer, and stored before it', async () => {
    const { database, ann, ben, sees } = sound();
    const sends = [send('b'), sent('b', 2), send('a'), sent('a', 1), send('c'), sent('c', 3)];
    const history = [...ann.filter(({ is }) => is !== 'send' && is !== 'sent'), ...sends];
    const { found } = await verdictOf(database, { ann: history, ben: [...ben, ...sees] });
    expect(found).toEqual({ 'out of order': 1 });
  });

  it('non-monotonic: a snapshot that shows less than was seen', async () => {
    const { database, ann, ben, c, sees } = sound();
    const again: Deed = { is: 'snapshot', cursor: c, threads: [['t', 2]] };
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees, again] })).found).toEqual({
      'non-monotonic': 1,
    });
  });

  it('non-monotonic: a cursor that goes back, and one that means nothing', async () => {
    const { database, ann, ben, sees } = sound();
    const history = [...ben, ...sees, live(cursorOf(3)), live(cursorOf(-1))];
    const { found } = await verdictOf(database, { ann, ben: history });
    expect(found['non-monotonic']).toBeGreaterThanOrEqual(2);
  });

  it('non-monotonic: an answer that the database tells otherwise', async () => {
    const { database, ann, ben, sees } = sound();
    const { found } = await verdictOf(database, { ann: [...ann, sent('a', 2)], ben: [...ben, ...sees] });
    expect(found['non-monotonic']).toBe(1);
  });

  it('phantom: delivered and not stored, or stored and refused', async () => {
    const { database, ann, ben, sees } = sound();
    const ghost = told(cursorOf(9), 4, 'ghost');
    expect((await verdictOf(database, { ann, ben: [...ben, ...sees, ghost] })).found).toEqual({ phantom: 1 });
    const refused: Deed = { is: 'refused', body: 'a', code: 'NOT_FOUND', tries: 1 };
    expect((await verdictOf(database, { ann: [...ann, refused], ben: [...ben, ...sees] })).found).toEqual({
      phantom: 1,
    });
  });

  it('after removal: in the stream, in the log, and by the clock', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: Deed[] = [
      { is: 'remove', key: 'k', thread: 't', user: 'ben' },
      { is: 'done', key: 'k' },
    ];
    const gone = left(database.go('ben'));
    const at = database.message(4, 'd');
    const later = [send('d'), sent('d', 4), told(at, 4, 'd')];
    const inStream = { ann: [...ann, ...goes, ...later], ben: [...ben, ...sees, gone, told(at, 4, 'd')] };
    expect((await verdictOf(database, inStream)).found).toEqual({ 'after removal': 1 });

    // The log knows nothing of it; who removed him does.
    const forgetful = sound();
    const there = forgetful.database.message(4, 'd');
    const silent = {
      ann: [...forgetful.ann, ...goes, send('d'), sent('d', 4), told(there, 4, 'd')],
      ben: [...forgetful.ben, ...forgetful.sees, told(there, 4, 'd')],
    };
    expect((await verdictOf(forgetful.database, silent)).found['after removal']).toBe(1);
  });
});
