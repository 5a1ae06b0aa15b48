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
