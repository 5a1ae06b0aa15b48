// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Placed } from './ask-for-place.ts';
import type { LocalFile } from './local-file.ts';
import { Uploads } from './uploads.ts';
import { type Answer, answerTo, type Sending } from './wire.ts';

const localFile = (key: string, text = '0123456789'): LocalFile => ({
  key,
  blob: new Blob([text]),
  name: `${key}.txt`,
  contentType: 'text/plain',
  width: null,
  height: null,
});

/** A server with a place for each key, which takes bytes until the test cuts the line. */
function setup() {
  const asked: string[] = [];
  const sent: { url: string; offset: number; length: number }[] = [];
  const places: Placed[] = [];
  const answers: Answer[] = [];
  const offsets: Answer[] = [];
  const settled = vi.fn();
  /** What each line does instead of answering at once. */
  let line: ((sending: Sending) => Promise<Answer>) | undefined;
  const uploads = new Uploads({
    askForPlace: async (_file, key) => {
      asked.push(key);
      const attachmentId = `att_${key}`;
      return places.shift() ?? { kind: 'placed', attachmentId, url: `/files/${attachmentId}`, headers: [] };
    },
    wire: {
      ask: async () => offsets.shift() ?? { kind: 'complete' },
      put: async (url, sending) => {
        sent.push({ url, offset: sending.offset, length: sending.bytes.size });
        return line ? line(sending) : (answers.shift() ?? { kind: 'complete' });
      },
    },
    settled,
  });
  return {
    uploads,
    asked,
    sent,
    places,
    answers,
    offsets,
    settled,
    holds: (to: typeof line) => (line = to),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
/** Long enough for everything that does not wait for a timer; reading a blob takes real time. */
const pass = (uploads: Uploads, key: string, status: string) =>
  vi.waitFor(() => expect(uploads.stateOf(key)?.status).toBe(status));

describe('uploads', () => {
  it('go from place to bytes to done, and tell how far they are', async () => {
    const { uploads, asked, sent, settled, holds } = setup();
    let answer = (_: Answer) => {};
    holds(({ onSent }) => {
      onSent(4);
      return new Promise((resolve) => (answer = resolve));
    });
    uploads.start(localFile('a'), { fresh: true });
    expect(uploads.stateOf('a')).toEqual({ status: 'waiting' });
    await vi.waitFor(() => expect(uploads.stateOf('a')).toEqual({ status: 'sending', sent: 0.4 }));
    answer({ kind: 'complete' });
    await pass(uploads, 'a', 'done');
    expect(uploads.stateOf('a')).toEqual({ status: 'done', attachmentId: 'att_a' });
    expect([asked, sent]).toEqual([['a'], [{ url: '/files/att_a', offset: 0, length: 10 }]]);
    expect(settled).toHaveBeenCalledOnce();
    uploads.start(localFile('a'));
    expect(uploads.stateOf('a')?.status).toBe('done');
  });

  it('go on after a cut from where the server says', async () => {
    const { uploads, sent, answers, offsets } = setup();
    answers.push({ kind: 'later' });
    offsets.push({ kind: 'later' }, { kind: 'more', offset: 7 });
    uploads.start(localFile('a'), { fresh: true });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(uploads.stateOf('a')?.status).toBe('waiting');
    uploads.wake();
    await vi.advanceTimersByTimeAsync(10_000);
    await pass(uploads, 'a', 'done');
    expect(sent.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 10],
      [7, 3],
    ]);
  });

  it('of an earlier visit ask first how much is there', async () => {
    const { uploads, sent, offsets } = setup();
    offsets.push({ kind: 'more', offset: 4 });
    uploads.start(localFile('a'));
    uploads.start(localFile('b'));
    await pass(uploads, 'a', 'done');
    await pass(uploads, 'b', 'done');
    expect(sent).toEqual([{ url: '/files/att_a', offset: 4, length: 6 }]);
  });

  it('without a network wait, and are woken when it is back', async () => {
    const { uploads, places, asked } = setup();
    places.push({ kind: 'later' });
    uploads.start(localFile('a'), { fresh: true });
    await vi.waitFor(() => expect(asked).toEqual(['a']));
    expect(uploads.stateOf('a')).toEqual({ status: 'waiting' });
    uploads.wake();
    await pass(uploads, 'a', 'done');
    expect(asked).toEqual(['a', 'a']);
  });

  it('are refused with the server’s words, before or after the bytes, and tried again in another place', async () => {
    const { uploads, places, answers, asked, sent } = setup();
    places.push({ kind: 'refused', reason: 'An empty file cannot be sent.', final: true });
    uploads.start(localFile('a'), { fresh: true });
    await pass(uploads, 'a', 'failed');
    expect(uploads.stateOf('a')).toEqual({
      status: 'failed',
      reason: 'An empty file cannot be sent.',
      final: true,
    });
    expect(sent).toEqual([]);
    answers.push({ kind: 'refused', reason: 'Damaged.' });
    uploads.start(localFile('b'), { fresh: true });
    await pass(uploads, 'b', 'failed');
    expect(uploads.stateOf('b')).toEqual({ status: 'failed', reason: 'Damaged.', final: false });
    uploads.retry(localFile('b'));
    await pass(uploads, 'b', 'done');
    expect(asked).toEqual(['a', 'b', 'b.1']);
    answers.push({ kind: 'refused', reason: 'It has grown.', final: true });
    uploads.start(localFile('c'), { fresh: true });
    await pass(uploads, 'c', 'failed');
    expect(uploads.stateOf('c')).toEqual({ status: 'failed', reason: 'It has grown.', final: true });
  });

  it('of an earlier visit that are on the server are looked for when they are tried again, and may be lost', async () => {
    vi.stubGlobal('location', { href: 'https://parley.example/' });
    const { uploads, asked, offsets, settled } = setup();
    const file = { ...localFile('a', ''), stored: { id: 'att_1', url: '/files/att_1' } } as LocalFile;
    const done = { status: 'done', attachmentId: 'att_1' };
    uploads.start(file);
    expect(uploads.stateOf('a')).toEqual(done);
    offsets.push({ kind: 'later', afterMs: 10 }, { kind: 'complete' });
    uploads.retry(file);
    await vi.advanceTimersByTimeAsync(10);
    await pass(uploads, 'a', 'done');
    expect(uploads.stateOf('a')).toEqual(done);
    offsets.push({ kind: 'gone' });
    uploads.retry(file);
    await pass(uploads, 'a', 'failed');
    expect(uploads.stateOf('a')).toEqual({ status: 'failed', reason: 'Lost. Choose it again.', final: true });
    expect([asked, settled.mock.calls.length]).toEqual([[], 2]);
  });

  it('whose place has gone get another', async () => {
    const { uploads, places, offsets, asked } = setup();
    places.push({ kind: 'gone' });
    offsets.push({ kind: 'gone' });
    uploads.start(localFile('a'));
    await pass(uploads, 'a', 'done');
    expect(asked).toEqual(['a', 'a.1', 'a.2']);
    expect(uploads.stateOf('a')).toEqual({ status: 'done', attachmentId: 'att_a.2' });
  });

  it('that are forgotten are cut and told of no more', async () => {
    const { uploads, settled, holds } = setup();
    let cut = false;
    holds(
      ({ signal }) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            cut = true;
            resolve({ kind: 'later' });
          }),
        ),
    );
    uploads.start(localFile('a'), { fresh: true });
    await pass(uploads, 'a', 'sending');
    uploads.forget('a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([cut, uploads.stateOf('a'), settled.mock.calls]).toEqual([true, undefined, []]);
  });

  it('are three at a time, and the next begins when one is done', async () => {
    const { uploads, sent, holds } = setup();
    const open: (() => void)[] = [];
    holds(() => new Promise((resolve) => open.push(() => resolve({ kind: 'complete' }))));
    for (const key of ['a', 'b', 'c', 'd', 'e']) uploads.start(localFile(key), { fresh: true });
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    uploads.forget('d');
    open[0]?.();
    await vi.waitFor(() => expect(sent).toHaveLength(4));
    expect(sent.at(-1)?.url).toBe('/files/att_e');
  });

  it('of a file that cannot be read fail', async () => {
    const { uploads, sent } = setup();
    const file = localFile('a');
    const arrayBuffer = () => Promise.reject(new Error('gone'));
    Object.assign(file.blob, { slice: () => ({ slice: () => ({ arrayBuffer }) }) });
    uploads.start(file, { fresh: true });
    await pass(uploads, 'a', 'failed');
    expect(sent).toEqual([]);
  });
});

describe('an answer to bytes', () => {
  it.each([
    [200, { kind: 'complete' }],
    [202, { kind: 'later', afterMs: 0 }],
    [401, { kind: 'stop' }],
    [404, { kind: 'gone' }],
    [409, { kind: 'later', afterMs: 500 }],
    [413, { kind: 'refused', reason: 'Too many.', final: false }],
    [422, { kind: 'refused', reason: 'Too many.', final: false }],
    [429, { kind: 'later', afterMs: 3_000 }],
    [502, { kind: 'later' }],
  ])('%i', (status, answer) => {
    expect(answerTo(status, '3', '{"errors":[{"message":"Too many."}]}')).toEqual(answer);
  });

  it('[AT8] that says that the file will never do', () => {
    const text = '{"errors":[{"message":"Too many.","extensions":{"code":"LIMIT_REACHED","final":true}}]}';
    expect(answerTo(413, null, text)).toEqual({ kind: 'refused', reason: 'Too many.', final: true });
  });

  it('from something that is not Parley', () => {
    expect(answerTo(413, null, '<html>')).toEqual({
      kind: 'refused',
      reason: 'The server did not take this file.',
      final: false,
    });
  });
});
