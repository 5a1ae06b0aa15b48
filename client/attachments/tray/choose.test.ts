// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';

import { answeringClient } from '../../apollo/answering-client.ts';
import { FileLimitDocument } from '../../generated/uploads.ts';
import { writeDraft } from '../../messages/composer/drafts.ts';
import { Uploads } from '../../uploads/uploads.ts';
import { choose } from './choose.ts';
import { Trays } from './trays.ts';

beforeEach(() => localStorage.clear());

function setup(fileLimit?: number) {
  const { client } = answeringClient({});
  if (fileLimit !== undefined) client.writeQuery({ query: FileLimitDocument, data: { fileLimit } });
  const asked: string[] = [];
  const uploads = new Uploads({
    askForPlace: async (_file, key) => {
      asked.push(key);
      return { kind: 'placed', attachmentId: 'att_1', url: '/files/att_1', headers: [] };
    },
    wire: { ask: async () => ({ kind: 'complete' }), put: async () => ({ kind: 'complete' }) },
  });
  const trays = new Trays(uploads);
  const put = (...sizes: number[]) =>
    choose(
      { client, account: 'usr_a', uploads, trays, threadId: 'thr_1' },
      sizes.map((size) => new File(['x'.repeat(size)], `${size}.txt`)),
    );
  const shown = () => trays.filesOf('thr_1').map(({ name }) => name);
  const states = () => trays.filesOf('thr_1').map(({ key }) => uploads.stateOf(key));
  return { put, shown, states, asked, trays, uploads };
}

it('[AT12] what is larger than the limit is refused for good without asking, and the others set out', async () => {
  const { put, shown, states, asked } = setup(1024);
  await put(1025, 1024);
  expect(shown()).toEqual(['1025.txt', '1024.txt']);
  expect(states()[0]).toEqual({ status: 'failed', reason: 'Larger than 1 kB', final: true });
  expect(states()[1]?.status).not.toBe('failed');
  expect(asked).toHaveLength(1);
});

it('where the limit is not here the server is asked of each', async () => {
  const { put, asked } = setup();
  await put(1025, 1024);
  expect(asked).toHaveLength(2);
});

it('[AT14] a tray takes 10 files, whether they come at once or one after another', async () => {
  const { put, shown } = setup(1024);
  await Promise.all([put(...Array.from({ length: 6 }, (_, n) => n + 1)), put(7, 8, 9, 10, 11, 12)]);
  expect(shown()).toHaveLength(10);
});

it('[AT14] the draft’s files keep their room until they are back', async () => {
  const { put, shown, trays } = setup(1024);
  const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({
    key,
    name: `${key}.txt`,
    contentType: 'text/plain',
    attachmentId: `att_${key}`,
  }));
  await put(1, 2, 3, 4, 5, 6);
  writeDraft('usr_a', 'thr_1', { files });
  await put(7, 8, 9);
  expect(shown()).toHaveLength(6);
  trays.here('thr_1');
  await put(7, 8, 9, 10, 11);
  expect(shown()).toHaveLength(10);
});

it('no message goes until what was chosen for it is in the tray', async () => {
  const { put, shown, trays } = setup();
  const told: [boolean, number][] = [];
  trays.subscribe(() => told.push([trays.isChoosing('thr_1'), shown().length]));
  await trays.choosing('thr_1', put(1));
  expect(told).toEqual([
    [true, 0],
    [true, 1],
    [false, 1],
  ]);
  await trays.choosing('thr_1', Promise.reject(new Error('no program'))).catch(() => {});
  expect(trays.isChoosing('thr_1')).toBe(false);
});

it('what was chosen by somebody who has signed out meanwhile does not set out', async () => {
  const { put, shown, asked, uploads } = setup(1024);
  const chosen = put(1);
  uploads.stop();
  await chosen;
  expect([shown(), asked]).toEqual([[], []]);
});
