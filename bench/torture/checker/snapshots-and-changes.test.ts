import { describe, expect, it } from 'vitest';
import type { Deed } from '../history.ts';
import { anew, joined, left, send, sound, told, verdictOf } from './testing.ts';

describe('what is not, of refusals, changes and snapshots', () => {
  it('phantom: refused when it was tried again, though it is stored and nobody has left', async () => {
    const { database, ann, ben, sees } = sound();
    const refused = (code: string): Deed => ({ is: 'refused', body: 'c', code, tries: 2 });
    const verdict = (code: string) =>
      verdictOf(database, { ann: [...ann, refused(code)], ben: [...ben, ...sees] });
    expect((await verdict('NOT_FOUND')).found).toEqual({ phantom: 1 });
    const goes: Deed[] = [
      { is: 'leave', key: 'k', thread: 't', user: 'ann' },
      { is: 'done', key: 'k' },
      left(database.go('ann')),
    ];
    ann.push(...goes);
    expect((await verdict('NOT_FOUND')).found).toEqual({});
    expect((await verdict('CONFLICT')).found).toEqual({ phantom: 1 });
  });

  it('phantom: stored by somebody else, or in another thread, or sent by nobody', async () => {
    const { database, ann, ben, sees } = sound();
    database.messages[0]!.author = 'ben';
    database.messages[2]!.body = 'x';
    const { found } = await verdictOf(database, { ann, ben: [...ben, ...sees] });
    expect(found['phantom']).toBe(4); // two that were not sent so, and "c" is delivered twice as what it is not
  });

  it('after removal: written by somebody whom the log has let go', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: Deed[] = [
      { is: 'leave', key: 'k', thread: 't', user: 'ben' },
      { is: 'done', key: 'k' },
    ];
    const gone = left(database.go('ben'));
    const at = database.message(4, 'd', 'ben');
    const { found } = await verdictOf(database, {
      ann: [...ann, told(at, 4, 'd')],
      ben: [...ben, ...sees, send('d'), ...goes, gone],
    });
    expect(found).toEqual({ 'after removal': 1 });
  });

  it('phantom, after removal: what is no message, of another kind, thread or person than the log says', async () => {
    const { database, ann, ben, sees } = sound();
    const renamed = database.event('GROUP_RENAMED', null);
    const elsewhere = database.event('GROUP_RENAMED', null, null, 'u');
    const change = (cursor: string, thread: string): Deed => ({ is: 'told', cursor, thread });
    const named: Deed[] = [
      { is: 'change', key: 'k', thread: 't', kind: 'GROUP_RENAMED' },
      { is: 'done', key: 'k' },
      { is: 'change', key: 'l', thread: 'u', kind: 'GROUP_RENAMED' },
      { is: 'done', key: 'l' },
    ];
    const renames = [change(renamed, 't')];
    const verdict = async (more: Deed[]) =>
      (
        await verdictOf(database, {
          ann: [...ann, ...named, ...renames],
          ben: [...ben, ...sees, ...more],
        })
      ).found;
    expect(await verdict(renames)).toEqual({});
    expect(await verdict([joined(renamed)])).toMatchObject({ phantom: 1 });
    expect(await verdict([...renames, change(elsewhere, 'u')])).toEqual({ 'after removal': 1 });
  });

  it('lost, duplicate: a change that is logged less, or more, often than it was answered', async () => {
    const { database, ann, ben, sees } = sound();
    const named: Deed[] = [
      { is: 'change', key: 'k', thread: 't', kind: 'MESSAGE_EDITED' },
      { is: 'done', key: 'k' },
    ];
    const verdict = async () =>
      (await verdictOf(database, { ann: [...ann, ...named, ...edits], ben: [...ben, ...sees, ...edits] }))
        .found;
    const edits: Deed[] = [];
    const edit = () =>
      edits.push({ is: 'told', cursor: database.event('MESSAGE_EDITED', null, 'm-a'), thread: 't' });
    expect(await verdict()).toEqual({ lost: 1 });
    edit();
    expect(await verdict()).toEqual({});
    edit();
    expect(await verdict()).toEqual({ duplicate: 1 });
  });

  it('unseen, after removal: a snapshot without a thread one is in, or with one that one is not in', async () => {
    const { database, ann, ben, c, sees } = sound();
    const verdict = async (threads: [string, number][]) =>
      (await verdictOf(database, { ann, ben: [...ben, ...sees, ...anew(c, threads)] })).found;
    expect(await verdict([['t', 3]])).toEqual({});
    expect(await verdict([])).toEqual({ unseen: 1 });
    expect(
      await verdict([
        ['t', 3],
        ['u', 1],
      ]),
    ).toEqual({ 'after removal': 1 });
  });

  it('needless resync: of a cursor that was neither broken nor forgotten', async () => {
    const { database, ann, ben, c, sees } = sound();
    const again: Deed = { is: 'snapshot', cursor: c, threads: [['t', 3]] };
    const verdict = async () =>
      (await verdictOf(database, { ann, ben: [...ben, ...sees, { ...again, t: 900 }] })).found;
    expect(await verdict()).toEqual({ 'needless resync': 1 });
    database.pruned.push({ t: 800, through: 4 });
    expect(await verdict()).toEqual({ 'needless resync': 1 });
    database.pruned.push({ t: 800, through: 5 });
    expect(await verdict()).toEqual({});
  });

  it('unseen: a message from before a removal, unless it would have shown what was done to it since', async () => {
    const { database, ann, ben, sees } = sound();
    const goes: (Deed & { t?: number })[] = [
      { is: 'remove', key: 'k', thread: 't', user: 'ben', t: 90 },
      { is: 'done', key: 'k', t: 91 },
      { is: 'change', key: 'l', thread: 't', kind: 'MESSAGE_EDITED', t: 92 },
      { is: 'done', key: 'l', t: 93 },
      { is: 'change', key: 'm', thread: 't', kind: 'MESSAGE_EDITED', t: 94 },
      { is: 'done', key: 'm', t: 95 },
    ];
    const before = database.event('MESSAGE_EDITED', null, 'm-b');
    const gone = left(database.go('ben'));
    const verdict = async (message: string) => {
      const behind = database.event('MESSAGE_EDITED', null, message);
      const edits = [before, behind].map((cursor): Deed => ({ is: 'told', cursor, thread: 't' }));
      const histories = { ann: [...ann, ...goes, ...edits], ben: [...ben, sees[0], gone] };
      const { found } = await verdictOf(database, histories);
      database.log.pop();
      return found;
    };
    expect(await verdict('m-a')).toEqual({ unseen: 3 });
    expect(await verdict('m-c')).toEqual({ unseen: 1 });
    expect(await verdict('m-b')).toEqual({});
  });

  it('unseen: what a removal came behind, unless it would have shown a name that the group was given since', async () => {
    const { database, ann, ben } = sound();
    const goes: (Deed & { t?: number })[] = [
      { is: 'remove', key: 'k', thread: 't', user: 'ben', t: 90 },
      { is: 'done', key: 'k', t: 91 },
    ];
    const names: (Deed & { t?: number })[] = [
      { is: 'change', key: 'l', thread: 't', kind: 'GROUP_RENAMED', t: 92 },
      { is: 'done', key: 'l', t: 93 },
    ];
    const gone = left(database.go('ben'));
    // Of what was, they are told the departure alone: neither that they came, nor what was said.
    const told = [...ben.filter(({ is }) => is !== 'joined'), gone];
    const verdict = async (...more: (Deed & { t?: number })[]) =>
      (await verdictOf(database, { ann: [...ann, ...goes, ...more], ben: told })).found;
    expect(await verdict()).toEqual({ unseen: 4 });
    const renamed: Deed = { is: 'told', cursor: database.event('GROUP_RENAMED', null), thread: 't' };
    expect(await verdict(...names, renamed)).toEqual({});
  });
});
