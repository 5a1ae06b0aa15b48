// @vitest-environment jsdom
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../../apollo/answering-client.ts';
import { readDraft, writeDraft } from '../../messages/composer/drafts.ts';
import type { Placed } from '../../uploads/ask-for-place.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { Uploads } from '../../uploads/uploads.ts';
import { lookAfter } from './noted.ts';
import { awaitedIn, Trays } from './trays.ts';

beforeEach(() => localStorage.clear());

const chosen = (key: string): LocalFile => ({
  key,
  blob: new Blob(['x']),
  name: `${key}.txt`,
  contentType: 'text/plain',
  width: null,
  height: null,
});

/** A visit of a server that keeps these files and has no other answer than `placed` for new ones. */
function visit(kept: readonly string[] = [], placed: Placed = { kind: 'stop' }) {
  const attachment = (id: string) => ({
    __typename: 'Attachment',
    id,
    name: `${id}.png`,
    contentType: 'image/png',
    kind: 'IMAGE',
    size: 70,
    width: 3,
    height: 2,
    url: `/files/${id}`,
    thumbnailUrl: `/files/${id}/thumbnail`,
  });
  let failure: Error | null = null;
  const { client, asked } = answeringClient({
    WaitingFiles: ({ ids }) =>
      failure ?? { nodes: (ids as string[]).map((id) => (kept.includes(id) ? attachment(id) : null)) },
  });
  const refusal = { message: 'No.', extensions: { code: 'BAD_REQUEST' } };
  const uploads = new Uploads({
    askForPlace: async () => placed,
    wire: { ask: async () => ({ kind: 'complete' }), put: async () => ({ kind: 'complete' }) },
  });
  const trays = new Trays(uploads);
  const put = (...keys: string[]) => {
    trays.put('thr_1', [...trays.filesOf('thr_1'), ...keys.map(chosen)]);
    for (const file of trays.filesOf('thr_1')) uploads.start(file, { fresh: true });
  };
  return {
    uploads,
    trays,
    asked,
    put,
    look: () => lookAfter({ client, account: 'usr_a', uploads, trays, threadId: 'thr_1' }),
    cut: () => (failure = new Error('no network')),
    refuse: () => (failure = new CombinedGraphQLErrors({ errors: [refusal] })),
    mend: () => (failure = null),
    awaited: () => awaitedIn({ account: 'usr_a', trays, threadId: 'thr_1' }),
    shown: () =>
      trays.filesOf('thr_1').map(({ key, name }) => [key, name, uploads.stateOf(key)?.status] as const),
  };
}
const noted = () => readDraft('usr_a', 'thr_1')?.files.map(({ key, attachmentId }) => [key, attachmentId]);

it('a file that has arrived is there again, visit after visit, until it is sent', async () => {
  const first = visit([], { kind: 'placed', attachmentId: 'att_1', url: '/files/att_1', headers: [] });
  await first.look();
  first.put('a');
  expect(noted()).toEqual([['a', null]]);
  await vi.waitFor(() => expect(noted()).toEqual([['a', 'att_1']]));
  for (let visits = 0; visits < 2; visits += 1) {
    const next = visit(['att_1']);
    await next.look();
    expect(next.shown()).toEqual([['a', 'a.txt', 'done']]);
    expect(next.uploads.stateOf('a')).toEqual({ status: 'done', attachmentId: 'att_1' });
    expect(noted()).toEqual([['a', 'att_1']]);
  }
  const last = visit(['att_1']);
  await last.look();
  expect(last.trays.take('thr_1')).toHaveLength(1);
  expect(noted()).toBeUndefined();
});

it('one that was on its way, or that the server has not kept, says so and stays until it is taken out', async () => {
  const first = visit();
  await first.look();
  first.put('a');
  writeDraft('usr_a', 'thr_1', {
    files: [...readDraft('usr_a', 'thr_1')!.files, { ...chosen('b'), attachmentId: 'att_gone' }],
  });
  for (let visits = 0; visits < 2; visits += 1) {
    const next = visit();
    await next.look();
    expect(next.shown().map(([key, , status]) => [key, status])).toEqual([
      ['a', 'failed'],
      ['b', 'failed'],
    ]);
    expect(next.uploads.stateOf('a')).toMatchObject({ final: true });
  }
  const last = visit();
  await last.look();
  for (const key of ['a', 'b']) last.trays.remove('thr_1', key);
  expect(noted()).toBeUndefined();
});

it('one that was refused for good is not noted, one that can be tried again is', async () => {
  const { look, put, shown } = visit([], { kind: 'refused', reason: 'No.', final: true });
  await look();
  put('a');
  await vi.waitFor(() => expect(shown()[0]?.[2]).toBe('failed'));
  expect(noted()).toBeUndefined();
  const again = visit([], { kind: 'refused', reason: 'Not now.', final: false });
  await again.look();
  again.put('b');
  await vi.waitFor(() => expect(again.shown()[0]?.[2]).toBe('failed'));
  expect(noted()).toEqual([['b', null]]);
});

it('without a network nothing is forgotten, and it is asked again; what was chosen meanwhile comes behind', async () => {
  vi.useFakeTimers();
  try {
    writeDraft('usr_a', 'thr_1', { files: [{ ...chosen('a'), attachmentId: 'att_1' }] });
    const { look, put, cut, mend, shown, awaited, trays } = visit(['att_1']);
    cut();
    const released: unknown[] = [];
    trays.subscribe(() => void (awaited() === 0 && released.push(shown()[0])));
    const looked = look();
    put('b');
    await vi.advanceTimersByTimeAsync(7_000);
    expect(noted()).toEqual([['a', 'att_1']]);
    // Until then the message is held back.
    expect([awaited(), released]).toEqual([1, []]);
    mend();
    await vi.advanceTimersByTimeAsync(3_000);
    await looked;
    expect([awaited(), released]).toEqual([0, [['a', 'a.txt', 'done']]]);
    expect(shown().map(([key]) => key)).toEqual(['a', 'b']);
    expect(noted()).toEqual([
      ['a', 'att_1'],
      ['b', null],
    ]);
  } finally {
    vi.useRealTimers();
  }
});

it('where the server will not say it of them they are lost, and noted as they were', async () => {
  writeDraft('usr_a', 'thr_1', { files: [{ ...chosen('a'), attachmentId: 'att_1' }] });
  const { look, refuse, shown, awaited } = visit(['att_1']);
  refuse();
  await look();
  expect([shown(), awaited(), noted()]).toEqual([[['a', 'a.txt', 'failed']], 0, [['a', 'att_1']]]);
});

it('after a sign-out nothing comes back, nothing is asked and nothing is noted', async () => {
  vi.useFakeTimers();
  try {
    writeDraft('usr_a', 'thr_1', { files: [{ ...chosen('a'), attachmentId: 'att_1' }] });
    const [asking, waiting, open] = [visit(['att_1']), visit(['att_1']), visit(['att_1'])];
    waiting.cut();
    await open.look();
    const looked = [waiting.look()];
    await vi.advanceTimersByTimeAsync(1_000);
    looked.push(asking.look());
    localStorage.clear();
    for (const { uploads, mend } of [asking, waiting, open]) {
      uploads.stop();
      mend();
    }
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(looked);
    for (const { trays } of [asking, waiting, open]) trays.put('thr_1', [chosen('b')]);
    expect(waiting.asked).toHaveLength(1);
    expect(noted()).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

it('of two tabs each notes its own, and what came back leaves one when the other has sent it', async () => {
  const placed = (id: string) =>
    ({ kind: 'placed', attachmentId: id, url: `/files/${id}`, headers: [] }) as const;
  const first = visit([], placed('att_1'));
  await first.look();
  first.put('a');
  await vi.waitFor(() => expect(noted()).toEqual([['a', 'att_1']]));
  const second = visit(['att_1']);
  await second.look();
  second.put('b');
  first.put('c');
  await vi.waitFor(() =>
    expect(noted()).toEqual([
      ['a', 'att_1'],
      ['c', 'att_1'],
      ['b', null],
    ]),
  );
  second.trays.remove('thr_1', 'b');
  expect(noted()?.map(([key]) => key)).toEqual(['a', 'c']);
  first.trays.take('thr_1');
  expect(second.shown()).toEqual([]);
  expect(noted()).toBeUndefined();
});

it('when another tab signs out nothing is noted again', async () => {
  writeDraft('usr_a', 'thr_1', { files: [{ ...chosen('a'), attachmentId: 'att_1' }] });
  const { look, put, shown } = visit(['att_1']);
  await look();
  put('b');
  expect(noted()).toHaveLength(2);
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage'));
  expect(shown().map(([key]) => key)).toEqual(['b']);
  expect(noted()).toBeUndefined();
});

it('a thread that is opened again is not looked up again, and a sign-out notes nothing', async () => {
  writeDraft('usr_a', 'thr_1', { files: [{ ...chosen('a'), attachmentId: 'att_1' }] });
  const { look, asked, uploads, shown } = visit(['att_1']);
  await look();
  await look();
  expect([asked.length, shown().length]).toEqual([1, 1]);
  localStorage.clear();
  uploads.stop();
  expect(noted()).toBeUndefined();
});
