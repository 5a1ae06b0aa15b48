import { describe, expect, it } from 'vitest';
import type { Deed } from '../history.ts';
import { anew, cursorOf, joined, left, live, send, sent, sound, start, told, verdictOf } from './testing.ts';

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
    const history = [...ben, ...anew(b, [['t', 2]]), { is: 'resumed' as const }, sees[2]];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({});
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
      ben: [...start, joined(cursorOf(2)), sees[0], live(c), ...anew(cursorOf(6), [])],
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
  const nothing = (cursor: string) => anew(cursor, [['t', null]]);

  it('is sound for who has left while it was read', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: Deed[] = [
      { is: 'leave', key: 'k', thread: 't', user: 'ben' },
      { is: 'done', key: 'k' },
    ];
    const history = [...ben, ...sees, ...nothing(cursorOf(5)), ...goes, left(database.go('ben'))];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({});
  });

  it('is non-monotonic for who is still there', async () => {
    const { database, ann, ben, sees } = sound();
    const history = [...ben, ...sees, ...nothing(cursorOf(5))];
    expect((await verdictOf(database, { ann, ben: history })).found).toEqual({ 'non-monotonic': 1 });
  });
});
