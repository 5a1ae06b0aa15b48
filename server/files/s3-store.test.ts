import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeS3, startS3 } from '../testing/s3.ts';
import { S3Store } from './s3-store.ts';

let s3: FakeS3;
beforeEach(async () => {
  s3 = await startS3();
});
afterEach(() => s3.stop());

const open = (secretAccessKey = s3.settings['S3_SECRET_ACCESS_KEY']!) =>
  new S3Store({
    bucket: s3.settings['S3_BUCKET']!,
    region: 'us-east-1',
    endpoint: s3.settings['S3_ENDPOINT']!,
    accessKeyId: s3.settings['S3_ACCESS_KEY_ID']!,
    secretAccessKey,
  });

it('keeps what comes whole or as a stream, and gives it back, or a part of it', async () => {
  const store = open();
  await store.put('att_1/original', Buffer.from('0123456789'), 10);
  await store.put('att_1/thumbnail', Readable.from([Buffer.from('abc'), Buffer.from('de')]), 5);
  expect(await text(await store.get('att_1/original'))).toBe('0123456789');
  expect(await text(await store.get('att_1/original', { start: 3, end: 5 }))).toBe('345');
  expect(await text(await store.get('att_1/thumbnail'))).toBe('abcde');
  await expect(store.get('att_2/original')).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchKey' }) as Error,
  );
});

it(
  '[AT11] keeps nothing of a stream that breaks off, and says why it did',
  { timeout: 120_000 },
  async () => {
    const brokenOff = new Error('what it was read from is gone');
    async function* broken(chunks: number) {
      for (let chunk = 0; chunk < chunks; chunk += 1) yield await Promise.resolve(Buffer.alloc(100_000));
      throw brokenOff;
    }
    for (const chunks of [0, 1, 20])
      await expect(open().put('att_1/original', Readable.from(broken(chunks)), 3_000_000)).rejects.toBe(
        brokenOff,
      );
    expect([...s3.objects.keys()]).toEqual([]);
  },
);

it('[AT10] removes everything of a folder, in however many lists it is told, and nothing beside it', async () => {
  const store = open();
  const own = ['att_1', ...[1, 2, 3, 4, 5].map((number) => `att_1/pieces/${number}`), 'att_1/original'];
  const others = ['att_0/original', 'att_1-/a', 'att_1-/b', 'att_1-/c', 'att_12', 'att_12/original'];
  for (const name of [...own, ...others]) await store.put(name, Buffer.from('x'), 1);
  await store.remove('att_1');
  expect([...s3.objects.keys()]).toEqual(others);
  await store.remove('att_12');
  expect([...s3.objects.keys()]).toEqual(others.slice(0, 4));
});

it('gets nowhere with another secret, nor anybody without one', async () => {
  await open().put('att_1/original', Buffer.from('secret'), 6);
  const stranger = open('another');
  const refused = { name: 'SignatureDoesNotMatch' };
  await expect(stranger.put('att_2/original', Buffer.from('x'), 1)).rejects.toMatchObject(refused);
  await expect(stranger.get('att_1/original')).rejects.toMatchObject(refused);
  await expect(stranger.remove('att_1')).rejects.toMatchObject(refused);
  expect((await fetch(`${s3.settings['S3_ENDPOINT']}/files/att_1/original`)).status).toBe(403);
  expect([...s3.objects.keys()]).toEqual(['att_1/original']);
});
