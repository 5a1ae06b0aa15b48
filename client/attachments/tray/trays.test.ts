// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../../apollo/answering-client.ts';
import { readDraft } from '../../messages/composer/drafts.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { Uploads, type UploadsOptions } from '../../uploads/uploads.ts';
import { lookAfter } from './noted.ts';
import { putBack, roomIn, Trays } from './trays.ts';

beforeEach(() => localStorage.clear());

const local = (key: string): LocalFile => ({
  key,
  blob: new Blob(['x']),
  name: `${key}.txt`,
  contentType: 'text/plain',
  width: null,
  height: null,
});
/** One of an earlier visit, whose bytes are on the server alone. */
const stored = (key: string): LocalFile => ({
  ...local(key),
  blob: new Blob([]),
  stored: {
    __typename: 'Attachment',
    id: `att_${key}`,
    name: `${key}.txt`,
    contentType: 'text/plain',
    kind: 'FILE',
    size: 1,
    width: null,
    height: null,
    url: `/files/att_${key}`,
    thumbnailUrl: null,
  },
});

/** A tray that is looked after, of a server that refuses what the test says for good. */
async function setup({ refuses = [] as string[] } = {}) {
  const { client } = answeringClient({});
  const asked: string[] = [];
  const askForPlace: UploadsOptions['askForPlace'] = async ({ key }) => {
    asked.push(key);
    return refuses.includes(key)
      ? { kind: 'refused', reason: 'Damaged', final: true }
      : { kind: 'placed', attachmentId: `att_${key}`, url: `/files/${key}`, headers: [] };
  };
  const complete = async () => ({ kind: 'complete' }) as const;
  const uploads = new Uploads({ askForPlace, wire: { ask: complete, put: complete } });
  const trays = new Trays(uploads);
  const place = { client, account: 'usr_a', uploads, trays, threadId: 'thr_1' };
  await lookAfter(place);
  const shown = () => trays.filesOf('thr_1').map(({ key }) => [key, uploads.stateOf(key)?.status] as const);
  return { place, uploads, trays, asked, shown };
}

it('what could not be sent is back in the tray, ahead of what was chosen since, each file as far as it had come', async () => {
  const { place, uploads, trays, shown } = await setup({ refuses: ['damaged'] });
  trays.put('thr_1', [local('whole'), local('damaged')]);
  const taken = trays.take('thr_1');
  for (const file of taken) uploads.start(file);
  await vi.waitFor(() => expect(uploads.stateOf('damaged')?.status).toBe('failed'));
  trays.put('thr_1', [local('since')]);
  putBack(place, taken);
  expect(shown().map(([key]) => key)).toEqual(['whole', 'damaged', 'since']);
  expect(shown()[1]).toEqual(['damaged', 'failed']);
  await vi.waitFor(() => expect(shown()[0]).toEqual(['whole', 'done']));
});

it('what had arrived is looked for again, and what nobody knows any more after a restart is brought', async () => {
  const { place, uploads, asked, shown } = await setup();
  uploads.start(local('arrived'));
  await vi.waitFor(() => expect(uploads.stateOf('arrived')?.status).toBe('done'));
  putBack(place, [local('arrived'), local('unknown')]);
  await vi.waitFor(() =>
    expect(shown()).toEqual([
      ['arrived', 'done'],
      ['unknown', 'done'],
    ]),
  );
  expect(asked).toEqual(['arrived', 'arrived', 'unknown']);
});

it('a file of an earlier visit is noted in the draft again, and stays', async () => {
  const { place, trays, shown } = await setup();
  putBack(place, [stored('old')]);
  await vi.waitFor(() => expect(shown()).toEqual([['old', 'done']]));
  expect(readDraft('usr_a', 'thr_1')?.files).toMatchObject([{ key: 'old', attachmentId: 'att_old' }]);
  // Another tab writes on.
  dispatchEvent(new Event('storage'));
  expect(shown()).toEqual([['old', 'done']]);
  expect([roomIn(place), trays.take('thr_1')]).toMatchObject([9, [{ key: 'old' }]]);
});
