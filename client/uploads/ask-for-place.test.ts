// @vitest-environment node
import { expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { askForPlace } from './ask-for-place.ts';

const file = { key: 'a', name: 'a.txt', contentType: 'text/plain', width: null, height: null };

it('[AT12] a limit that the file itself is beyond is final, and one that passes is not', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  for (const final of [true, false]) {
    const refusal = { __typename: 'LimitError', code: 'LIMIT_REACHED', reason: 'Too much.', final };
    const { client } = answeringClient({ CreateUpload: () => ({ createUpload: refusal }) });
    const placed = await askForPlace(client, { ...file, blob: new Blob([]) }, 'a');
    expect(placed).toEqual({ kind: 'refused', reason: 'Too much.', final });
  }
});

it('[ER10] a place that is gone by now is asked for under another key', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', { href: 'https://parley.example/' });
  const payload = {
    __typename: 'CreateUploadPayload',
    attachmentId: 'att_1',
    uploadUrl: 'https://parley.example/files/att_1',
    headers: [],
  };
  const { client } = answeringClient({
    CreateUpload: ({ input }) => ({
      createUpload: { ...payload, deleted: (input as { clientMutationId: string }).clientMutationId === 'a' },
    }),
  });
  const askedBy = (key: string) => askForPlace(client, { ...file, blob: new Blob([]) }, key);
  expect(await askedBy('a')).toEqual({ kind: 'gone' });
  expect(await askedBy('a.1')).toMatchObject({ kind: 'placed', attachmentId: 'att_1' });
});
