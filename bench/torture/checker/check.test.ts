import { describe, expect, it } from 'vitest';
import type { Deed } from '../history.ts';
import { anew, cursorOf, joined, left, live, send, sent, sound, told, verdictOf } from './testing.ts';

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
    const history = [...ann, send('d')];
    expect((await verdictOf(database, { ann: history, ben: [...ben, ...sees] })).found).toEqual({
      unseen: 1,
    });
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
    const history = [...ben, sees[0], ...anew(cursorOf(4), [['t', 1]]), told(c, 3, 'c')];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({ skipped: 1, unseen: 1 });
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
    const history = [...ben, ...sees, ...anew(c, [['t', 2]])];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({
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
