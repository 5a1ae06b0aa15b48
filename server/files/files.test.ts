import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../schema/id.ts';
import { sweep } from '../../schema/attachment/sweep.ts';
import { csrfHeader } from '../http/origin.ts';
import { send } from '../testing/http.ts';
import type { Person } from '../testing/person.ts';
import { startStoring, stores, type Storing } from '../testing/stores.ts';
import { piecesAtMost } from './receive.ts';
import { file, get, head, place, put, putCut, upload } from '../testing/uploads.ts';

const megabyte = 1024 * 1024;
const noise = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 7919 + (index >> 8)) % 251));

describe.each(stores)('files on %s', (kind) => {
  let parley: Storing;
  let [ann, bob, cat]: Person[] = [];
  let threadId = '';
  beforeAll(async () => {
    parley = await startStoring(kind, { FILE_LIMIT_MB: '4', FILE_QUOTA_MB: '30' });
    [ann, bob, cat] = await parley.people(3);
    threadId = (await ann!.does('createGroup', { name: 'Files', participantIds: [bob!.id] })).thread.id;
  });
  afterAll(() => parley.stop());

  const sendFiles = (person: Person, attachmentIds: string[], more: object = {}) =>
    person.does('sendMessage', { threadId, body: '', attachmentIds, ...more });

  it('[AT1] a file is announced, sent, attached and fetched, byte for byte', async () => {
    const bytes = noise(3 * megabyte + 17);
    const asked = await ann!.does('createUpload', {
      name: 'noise.bin',
      contentType: 'x/y',
      size: bytes.length,
    });
    expect(asked).toMatchObject({
      method: 'PUT',
      uploadUrl: `${parley.url}/files/${asked.attachmentId}`,
      headers: [{ name: csrfHeader, value: '1' }],
    });
    const id = asked.attachmentId;
    expect((await put(ann!, id, bytes)).status).toBe(200);
    expect(parley.stored(id)).toEqual(['original']);
    const { message } = await sendFiles(ann!, [id]);
    expect(message.attachments).toEqual([
      {
        id,
        name: 'noise.bin',
        contentType: 'x/y',
        kind: 'FILE',
        size: bytes.length,
        width: null,
        height: null,
        url: `${parley.url}/files/${id}`,
        thumbnailUrl: null,
      },
    ]);
    const answer = await get(bob!, id);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="noise.bin"; filename*=UTF-8''noise.bin`,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
    expect(answer.bytes.equals(bytes)).toBe(true);
    const again = await get(bob!, id, { 'if-none-match': String(answer.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('[AT2] of a range what is asked for, and of a bad one nothing', async () => {
    const id = await upload(ann!, file('0123456789'));
    const ranges = [
      ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-2', 206, '89', 'bytes 8-9/10'],
      ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
      ['bytes=0-1,3-4', 200, '0123456789', undefined],
      ['lines=1-2', 200, '0123456789', undefined],
      ['bytes=10-', 416, expect.stringContaining('BAD_REQUEST'), 'bytes */10'],
      ['bytes=5-2', 416, expect.stringContaining('BAD_REQUEST'), 'bytes */10'],
    ] as const;
    for (const [range, status, text, said] of ranges) {
      const answer = await get(ann!, id, { range });
      expect([range, answer.status, answer.text, answer.headers['content-range']]).toEqual([
        range,
        status,
        text,
        said,
      ]);
    }
  });

  it('[AT3] what came of an upload that begins anew is not kept beside it', async () => {
    const what = file(noise(2 * megabyte), 'again.bin', 'application/octet-stream');
    const id = await place(ann!, what);
    for (const more of [9, 99, 999])
      await putCut(ann!, id, what.bytes.subarray(0, megabyte + more), what.bytes.length);
    const ends = parley.piecesOf(id).map((name) => Number.parseInt(name.replace('pieces/', ''), 10));
    expect([ends.length <= 2, Math.max(...ends)]).toEqual([true, megabyte + 999]);
    expect((await put(ann!, id, what.bytes)).status).toBe(200);
    expect(parley.stored(id)).toEqual(['original']);
  });

  it('[AT3] an upload that is cut off goes on from where the server says', async () => {
    const what = file(noise(2 * megabyte + 5), 'long.bin', 'application/octet-stream');
    const id = await place(ann!, what);
    const offset = await putCut(ann!, id, what.bytes.subarray(0, megabyte + 300_000), what.bytes.length);
    expect((await head(ann!, id)).headers).toMatchObject({
      'upload-length': String(what.bytes.length),
      'upload-complete': '?0',
    });
    expect((await sendFiles(ann!, [id])).__typename).toBe('ConflictError');
    // Not elsewhere.
    const elsewhere = await put(ann!, id, what.bytes.subarray(9), { 'upload-offset': '9' });
    expect([elsewhere.status, elsewhere.headers['upload-offset']]).toEqual([409, String(offset)]);
    const half = await put(ann!, id, what.bytes.subarray(offset, offset + 1000), {
      'upload-offset': String(offset),
    });
    expect([half.status, half.headers['upload-offset']]).toEqual([202, String(offset + 1000)]);
    const range = `bytes ${offset + 1000}-${what.bytes.length - 1}/${what.bytes.length}`;
    const last = await put(ann!, id, what.bytes.subarray(offset + 1000), { 'content-range': range });
    expect(last.status).toBe(200);
    // Its answer may be lost: sent again, it is complete.
    expect((await put(ann!, id, what.bytes)).status).toBe(200);
    expect((await head(ann!, id)).headers['upload-complete']).toBe('?1');
    expect((await get(ann!, id)).bytes.equals(what.bytes)).toBe(true);
    expect(parley.stored(id)).toEqual(['original']);
  });

  it('[AT3] an upload in very many pieces is refused, and can begin anew', async () => {
    const what = file(noise(5000));
    const id = await place(ann!, what);
    await put(ann!, id, what.bytes.subarray(0, 1));
    const { pieces } = await parley.instance.prisma.attachment.findUniqueOrThrow({ where: { id } });
    const many = Array.from({ length: piecesAtMost(5000) }, () => pieces[0]!);
    await parley.instance.prisma.attachment.update({ where: { id }, data: { pieces: many } });
    const next = await put(ann!, id, what.bytes.subarray(1), { 'upload-offset': '1' });
    expect([next.status, next.headers['upload-offset']]).toEqual([413, '1']);
    expect((await put(ann!, id, what.bytes)).status).toBe(200);
    expect((await get(ann!, id)).bytes.equals(what.bytes)).toBe(true);
    expect(parley.stored(id)).toEqual(['original']);
  });

  it('[AT3] [AT4] an upload can begin anew, and other bytes than were announced are refused', async () => {
    const what = file(noise(50_000));
    const id = await place(ann!, what);
    await put(ann!, id, what.bytes.subarray(0, 10_000));
    const wrong = Buffer.from(what.bytes).fill(0, 7, 9);
    expect((await put(ann!, id, wrong)).status).toBe(422);
    expect([(await head(ann!, id)).headers['upload-offset'], parley.stored(id)]).toEqual(['0', []]);
    expect((await put(ann!, id, Buffer.concat([what.bytes, Buffer.from('x')]))).status).toBe(413);
    expect((await put(ann!, id, what.bytes)).status).toBe(200);
    expect((await get(ann!, id)).bytes.equals(what.bytes)).toBe(true);
  });

  it('[AT3] of two who send the same upload at once the file is whole', async () => {
    const what = file(noise(2 * megabyte));
    const id = await place(ann!, what);
    const answers = await Promise.all([1, 2, 3].map(() => put(ann!, id, what.bytes).catch(() => null)));
    if (!answers.some((answer) => answer?.status === 200))
      expect((await put(ann!, id, what.bytes)).status).toBe(200);
    expect((await get(ann!, id)).bytes.equals(what.bytes)).toBe(true);
  });

  it('[AT5] a file is for the people of its thread, and before it is sent for its owner', async () => {
    const id = await upload(ann!, file('secret'));
    const missing = await get(cat!, newId('att'));
    expect(missing.status).toBe(404);
    const seen = async () =>
      Promise.all(
        [ann!, bob!, cat!].flatMap((person) => [
          get(person, id).then(({ status, text }) => [status, status === 404 ? text === missing.text : text]),
        ]),
      );
    expect(await seen()).toEqual([
      [200, 'secret'],
      [404, true],
      [404, true],
    ]);
    expect((await put(bob!, id, Buffer.from('other!'))).status).toBe(404);
    expect((await sendFiles(bob!, [id])).__typename).toBe('NotFoundError');
    await sendFiles(ann!, [id]);
    expect(await seen()).toEqual([
      [200, 'secret'],
      [200, 'secret'],
      [404, true],
    ]);
    // It is sent: nothing of it changes any more.
    expect((await put(ann!, id, Buffer.from('other!'))).status).toBe(404);
    const left = (await ann!.does('createGroup', { name: 'Left', participantIds: [cat!.id] })).thread.id;
    const gone = await upload(ann!, file('for a while'));
    await sendFiles(ann!, [gone], { threadId: left });
    expect((await get(cat!, gone)).status).toBe(200);
    await ann!.does('removeParticipant', { threadId: left, userId: cat!.id });
    expect((await get(cat!, gone)).status).toBe(404);
    const strange = await send(`${parley.url}/files/${id}`, {});
    expect([strange.status, JSON.parse(strange.text).errors[0].extensions.code]).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it('[AT6] no other origin sends or fetches a file, nor a page that was not asked first', async () => {
    const what = file('mine');
    const id = await place(ann!, what);
    const { origin: _origin, ...withoutOrigin } = ann!.headers;
    for (const headers of [
      { ...ann!.headers, origin: 'https://evil.example' },
      { ...ann!.headers, origin: 'null' },
      { ...withoutOrigin, 'sec-fetch-site': 'cross-site' },
    ]) {
      const given = { [csrfHeader]: '1', ...headers };
      const asked = { headers: given, body: what.bytes };
      expect((await send(`${parley.url}/files/${id}`, { method: 'PUT', ...asked })).status).toBe(403);
      expect((await send(`${parley.url}/files/${id}`, { headers: given })).status).toBe(403);
    }
    const plain = await send(`${parley.url}/files/${id}`, {
      method: 'PUT',
      headers: ann!.headers,
      body: what.bytes,
    });
    expect(plain.status).toBe(403);
    expect((await send(`${parley.url}/files/${id}`, { method: 'POST', headers: ann!.headers })).status).toBe(
      405,
    );
    expect((await head(ann!, id)).headers['upload-offset']).toBe('0');
  });

  it('[AT7] a picture is one in however small pieces it comes', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Copyright: 'Ann was here' } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes('Ann was here')).toBe(true);
    const id = await place(ann!, file(bytes, 'me.jpg', 'image/jpeg'));
    expect((await put(ann!, id, bytes.subarray(0, 1))).status).toBe(202);
    expect((await put(ann!, id, bytes.subarray(1), { 'upload-offset': '1' })).status).toBe(200);
    expect((await get(ann!, id)).bytes.includes('Ann was here')).toBe(false);
  });

  it('[AT7] a picture loses what is not seen of it, stands upright, and has a thumbnail', async () => {
    const exif = {
      IFD0: { Orientation: '6', Copyright: 'Ann was here' },
      IFD3: { GPSLatitude: '52/1 31/1 0/1' },
    };
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'teal' } })
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(bytes.includes('Ann was here')).toBe(true);
    const id = await upload(
      ann!,
      file(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]), 'me.exe.jpg', 'text/html'),
    );
    const { message } = await sendFiles(ann!, [id]);
    expect(message.attachments).toMatchObject([
      {
        kind: 'IMAGE',
        contentType: 'image/jpeg',
        width: 800,
        height: 1200,
        thumbnailUrl: `${parley.url}/files/${id}/thumbnail`,
      },
    ]);
    const shown = await get(bob!, id);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline;/),
      'content-length': String(message.attachments[0]!.size),
    });
    expect(shown.bytes.includes('Ann was here') || shown.bytes.includes('script')).toBe(false);
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined();
    const thumbnail = await get(bob!, `${id}/thumbnail`);
    expect(thumbnail.headers['content-type']).toBe('image/webp');
    expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 427,
      height: 640,
    });
    expect((await get(cat!, `${id}/thumbnail`)).status).toBe(404);
  });

  it('[AT8] a picture that is cut short is refused', async () => {
    const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const jpeg = await sharp(noise(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer();
    for (const bytes of [png.subarray(0, 200), jpeg.subarray(0, jpeg.length / 2)]) {
      const what = file(bytes, 'x.png', 'image/png');
      const id = await place(ann!, what);
      const { status, text } = await put(ann!, id, what.bytes);
      expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([422, 'BAD_INPUT']);
      expect(parley.stored(id)).toEqual([]);
      await parley.instance.prisma.attachment.delete({ where: { id } });
    }
  });

  it('[AT9] what can run something is sent to be saved, whatever it calls itself', async () => {
    const script = '<script>alert(1)</script>';
    const files = [
      file(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`, 'a.svg', 'image/svg+xml'),
      file(`<!doctype html>${script}`, 'a.html', 'text/html'),
      file(`<!doctype html>${script}`, 'a.png', 'image/png'),
      file(`%PDF-1.4\n${script}`, 'a.pdf', 'application/pdf'),
      file(`<?xml version="1.0"?><x/>`, 'a.xml', 'application/xml'),
    ];
    for (const what of files) {
      const { headers, text } = await get(ann!, await upload(ann!, what));
      expect(text).toBe(what.bytes.toString());
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment;/),
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('[AT10] a deleted message takes its bytes along', async () => {
    const id = await upload(ann!, file('to go'));
    const kept = await upload(ann!, file('to stay'));
    const { message } = await sendFiles(ann!, [id]);
    await sendFiles(ann!, [kept]);
    await ann!.does('deleteMessage', { messageId: message.id });
    expect((await get(ann!, id)).status).toBe(404);
    await expect.poll(() => parley.stored(id)).toEqual([]);
    await expect.poll(() => parley.instance.prisma.attachment.count({ where: { id } })).toBe(0);
    expect(parley.stored(kept)).toEqual(['original']);
  });

  it('[FW5] a forwarded file is for the people of its new thread, and stays when the original is deleted', async () => {
    const other = await parley.person();
    const { thread } = await ann!.does('startDirectThread', { userId: other.id });
    const id = await upload(ann!, file('passed on'));
    const { message } = await sendFiles(ann!, [id]);
    const forwarded = await ann!.does('forwardMessage', { messageId: message.id, threadIds: [thread.id] });
    const copy = forwarded.messages[0]?.attachments[0]?.id ?? '';
    expect((await get(other, id)).status).toBe(404);
    await ann!.does('deleteMessage', { messageId: message.id });
    await expect.poll(() => parley.instance.prisma.attachment.count({ where: { id } })).toBe(0);
    expect((await get(other, copy)).text).toBe('passed on');
    await ann!.does('deleteMessage', { messageId: forwarded.messages[0]?.id });
    expect((await get(other, copy)).status).toBe(404);
    await expect.poll(() => parley.stored(id)).toEqual([]);
  });

  it('[AT11] what nobody has attached for a day is gone, bytes and all', async () => {
    const id = await upload(ann!, file('forgotten'));
    const half = await place(ann!, file('forgotten, too'));
    await put(ann!, half, Buffer.from('for'));
    const { prisma, files } = parley.instance;
    const remove = (name: string) => files.remove(name);
    const age = (hours: number) =>
      prisma.attachment.updateMany({
        where: { id: { in: [id, half] } },
        data: { createdAt: new Date(Date.now() - hours * 60 * 60 * 1000) },
      });
    await age(23);
    await sweep(prisma, remove);
    expect([parley.stored(id), parley.stored(half)]).toEqual([
      ['original'],
      kind === 'S3' ? [expect.stringContaining('pieces/')] : ['pieces'],
    ]);
    await age(25);
    await sweep(prisma, remove);
    expect([parley.stored(id), parley.stored(half)]).toEqual([[], []]);
    expect((await sendFiles(ann!, [id])).__typename).toBe('NotFoundError');
    expect((await put(ann!, half, Buffer.from('gotten'))).status).toBe(404);
  });

  it('[AT12] a file that is too large, or too much beside the others, is a LimitError', async () => {
    const person = await parley.person();
    const ask = (size: number) => person.does('createUpload', { name: 'x', contentType: 'x/y', size });
    expect(await person.ask('{ fileLimit }')).toMatchObject({ data: { fileLimit: 4 * megabyte } });
    expect(await ask(4 * megabyte)).toMatchObject({ __typename: 'CreateUploadPayload' });
    expect(await ask(4 * megabyte + 1)).toMatchObject({
      __typename: 'LimitError',
      code: 'LIMIT_REACHED',
      final: true,
    });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(4 * megabyte)));
    const taken = answers.filter(({ __typename }) => __typename === 'CreateUploadPayload');
    // What is too much now is not when others have gone.
    const refused = answers.filter(({ __typename, final }) => __typename === 'LimitError' && !final);
    expect([taken.length, refused.length]).toEqual([6, 2]);
  });

  it('[AT13] a name of any script is told, and breaks no header', async () => {
    for (const name of [
      'Ünïcödé 💾 “x”.txt',
      'a"b;c=%00\'.txt',
      '../..',
      '.htaccess',
      'CON',
      'x'.repeat(255),
    ]) {
      const what = file('x', name);
      if (name.includes('/')) {
        await expect(place(ann!, what)).rejects.toThrow('slashes');
        continue;
      }
      const { headers } = await get(ann!, await upload(ann!, what));
      const said = /filename\*=UTF-8''(.*)$/.exec(String(headers['content-disposition']))?.[1] ?? '';
      expect(decodeURIComponent(said)).toBe(name);
    }
  });
});
