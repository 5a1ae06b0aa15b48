import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { media } from '../testing/media.ts';
import type { Person } from '../testing/person.ts';
import { startStoring, stores, type Storing } from '../testing/stores.ts';
import { file, get, upload } from '../testing/uploads.ts';

describe.each(stores)('films and recordings on %s', (kind) => {
  let parley: Storing;
  let [ann, bob, cat]: Person[] = [];
  let threadId = '';
  beforeAll(async () => {
    parley = await startStoring(kind);
    [ann, bob, cat] = await parley.people(3);
    threadId = (await ann!.does('createGroup', { name: 'Film club', participantIds: [bob!.id] })).thread.id;
  });
  afterAll(() => parley.stop());

  async function share(id: string) {
    const { message } = await ann!.does('sendMessage', { threadId, body: '', attachmentIds: [id] });
    return message.attachments[0]!;
  }

  it.each(media)(
    '[AT30] [AT5] $name that is said to be $said is $kind, played from any place, by the people of its thread',
    async ({ name, said, contentType, kind, bytes }) => {
      const id = await upload(ann!, file(bytes, name, said));
      expect((await get(bob!, id)).status).toBe(404);
      expect(await share(id)).toMatchObject({ kind, contentType, size: bytes.length, thumbnailUrl: null });
      const whole = await get(bob!, id);
      expect([whole.status, whole.bytes.equals(bytes)]).toEqual([200, true]);
      const shown = {
        'content-type': contentType,
        'content-disposition': expect.stringMatching(/^inline;/) as string,
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
      };
      expect(whole.headers).toMatchObject(shown);
      const range = `bytes=20-${bytes.length - 9}`;
      const part = await get(bob!, id, { range });
      expect([part.status, part.bytes.equals(bytes.subarray(20, -8))]).toEqual([206, true]);
      expect(part.headers).toMatchObject({
        ...shown,
        'content-range': `bytes 20-${bytes.length - 9}/${bytes.length}`,
      });
      expect(await Promise.all([get(cat!, id), get(cat!, id, { range })])).toMatchObject([
        { status: 404 },
        { status: 404 },
      ]);
    },
  );

  it.each(['video/mp4', 'audio/mpeg'])('[AT30] what is said to be %s and is none is a file', async (said) => {
    const id = await upload(ann!, file('<script>alert(1)</script>', 'a.mp4', said));
    expect(await share(id)).toMatchObject({ kind: 'FILE', contentType: 'application/octet-stream' });
    expect((await get(bob!, id)).headers['content-disposition']).toMatch(/^attachment;/);
  });
});
