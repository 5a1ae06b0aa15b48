import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csrfHeader } from '../http/origin.ts';
import { send } from '../testing/http.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { type FakeS3, startS3 } from '../testing/s3.ts';
import { get, put } from '../testing/uploads.ts';

/** Red at the left edge, blue in the middle, and larger than what is kept. */
const wide = sharp({ create: { width: 900, height: 300, channels: 3, background: 'red' } }).composite([
  { input: { create: { width: 300, height: 300, channels: 3, background: 'blue' } } },
]);

describe.each(['disk', 'S3'])('pictures on %s', (kind) => {
  let s3: FakeS3 | null = null;
  let parley: Parley;
  let [ann, bob]: Person[] = [];
  beforeAll(async () => {
    s3 = kind === 'S3' ? await startS3() : null;
    parley = await startParley({ settings: { ...s3?.settings } });
    [ann, bob] = await parley.people(2);
  });
  afterAll(async () => {
    await parley.stop();
    await s3?.stop();
  });

  const isStored = (id: string) =>
    s3
      ? [...s3.objects.keys()].some((key) => key.startsWith(id))
      : existsSync(join(parley.dataDir, 'files', id.slice(-2), id));

  async function ask(person: Person, bytes: Buffer, name: string): Promise<string> {
    const input = { name, contentType: 'image/png', size: bytes.length, purpose: 'PICTURE' };
    return (await person.does('createUpload', input)).attachmentId;
  }

  async function bring(person: Person, bytes: Buffer, name = 'me.png'): Promise<string> {
    const id = await ask(person, bytes, name);
    expect(await put(person, id, bytes)).toMatchObject({ status: 200 });
    return id;
  }

  it('[PI1] [PI2] the middle is kept, small and without metadata', async () => {
    const bytes = await wide
      .clone()
      .withExif({ IFD0: { Artist: 'Ann in Rome' } })
      .jpeg()
      .toBuffer();
    const pictureId = await bring(ann!, bytes, 'Holiday.JPG');
    await ann!.does('updateProfile', { pictureId });
    const { bytes: kept } = await get(bob!, pictureId);
    expect(kept.includes('Rome')).toBe(false);
    const { format, width, height, exif } = await sharp(kept).metadata();
    expect({ format, width, height, exif }).toEqual({
      format: 'webp',
      width: 256,
      height: 256,
      exif: undefined,
    });
    const { dominant } = await sharp(kept).stats();
    expect(dominant.b).toBeGreaterThan(200);
  });

  it('[PI2] what moves stands still', async () => {
    const frames = await Promise.all(
      ['red', 'lime'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const pictureId = await bring(ann!, gif, 'dance.gif');
    await ann!.does('updateProfile', { pictureId });
    const { pages } = await sharp((await get(bob!, pictureId)).bytes).metadata();
    expect(pages ?? 1).toBe(1);
  });

  it.each([
    ['a text', Buffer.from('no picture at all')],
    [
      'a script in a picture’s clothes',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a PDF', Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj')],
  ])('[PI2] %s is refused, and can be sent again as a picture', async (_what, bytes) => {
    const id = await ask(ann!, bytes, 'me.png');
    const refused = await put(ann!, id, bytes);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('BAD_INPUT')]);
    expect(await ann!.does('updateProfile', { pictureId: id })).toMatchObject({ code: 'CONFLICT' });
  });

  it('[PI2] a picture that is cut short is refused', async () => {
    const whole = await wide.clone().jpeg().toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    expect(await put(ann!, await ask(ann!, half, 'me.jpg'), half)).toMatchObject({ status: 422 });
  });

  it('[PI4] [PI5] is kept by browsers for a day, and is nobody’s without a session', async () => {
    const pictureId = await bring(ann!, await wide.clone().png().toBuffer());
    await ann!.does('updateProfile', { pictureId });
    const { status, headers } = await get(bob!, pictureId);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=86400',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
    const etag = String(headers['etag']);
    expect((await get(bob!, pictureId, { 'if-none-match': etag })).status).toBe(304);
    expect((await send(`${parley.url}/files/${pictureId}`, { headers: { [csrfHeader]: '1' } })).status).toBe(
      401,
    );
  });

  it('[PI4] [PI7] of a group is for its people; replaced, its address is no more and its bytes are gone', async () => {
    const { thread } = await ann!.does('createGroup', { name: 'Ours', participantIds: [bob!.id] });
    const cat = await parley.person();
    const bytes = await wide.clone().png().toBuffer();
    const [first, second] = [await bring(ann!, bytes), await bring(ann!, bytes)];
    await ann!.does('updateGroupSettings', { threadId: thread.id, pictureId: first });
    const statuses = async (id: string) =>
      Promise.all([ann!, bob!, cat].map(async (person) => (await get(person, id)).status));
    expect(await statuses(first)).toEqual([200, 200, 404]);
    await ann!.does('updateGroupSettings', { threadId: thread.id, pictureId: second });
    expect(await statuses(first)).toEqual([404, 404, 404]);
    expect(await statuses(second)).toEqual([200, 200, 404]);
    await expect.poll(() => isStored(first)).toBe(false);
    expect(isStored(second)).toBe(true);
    await ann!.does('removeParticipant', { threadId: thread.id, userId: bob!.id });
    expect(await statuses(second)).toEqual([200, 404, 404]);
  });

  it('[AT1] a message may carry what was sent as a picture and is none', async () => {
    const { thread } = await ann!.does('createGroup', { name: 'Ours', participantIds: [bob!.id] });
    const id = await bring(ann!, await wide.clone().png().toBuffer());
    const sent = await ann!.does('sendMessage', { threadId: thread.id, body: '', attachmentIds: [id] });
    expect(sent.message.attachments).toMatchObject([
      { kind: 'IMAGE', width: 256, height: 256, name: 'me.webp' },
    ]);
    const thumbnail = await send(`${parley.url}/files/${id}/thumbnail`, { headers: bob!.headers });
    expect(thumbnail.status).toBe(200);
  });
});
