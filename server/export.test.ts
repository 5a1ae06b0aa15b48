import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import { password } from './testing/person.ts';
import { unzip } from './testing/unzip.ts';
import { file, get, place, put, upload } from './testing/uploads.ts';

let parley: Parley;
beforeAll(async () => {
  parley = await startParley({ settings: { RATE_LIMITS: 'signUp=off,export=3/3600' } });
});
afterAll(() => parley.stop());

const path = '/account/export';

it('[AC20] [SV7] [PN7] holds everything of one’s own and nothing of others’', async () => {
  const [ada, bo] = (await parley.people(2)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const { thread } = await ada.does('startDirectThread', { userId: bo.id });
  for (let turn = 0; turn < 3; turn += 1)
    await ada.does('sendMessage', { threadId: thread.id, body: `Mine ${turn} 👋` });
  const { message } = await ada.does('sendMessage', { threadId: thread.id, body: 'At frist' });
  await ada.does('editMessage', { messageId: message.id, body: 'At first' });
  await ada.does('addReaction', { messageId: message.id, emoji: '🎉' });
  await bo.does('addReaction', { messageId: message.id, emoji: '🐌' });
  const { message: others } = await bo.does('sendMessage', {
    threadId: thread.id,
    body: `Not hers, @${ada.handle}`,
  });
  await bo.does('editMessage', { messageId: others.id, body: `Not hers either, @${ada.handle}` });

  await ada.does('saveMessage', { messageId: others.id });
  await ada.does('pinMessage', { messageId: others.id });
  await ada.does('setRepliesFollowed', { messageId: others.id, followed: true });
  await bo.does('pinMessage', { messageId: message.id });

  const response = await fetch(parley.url + path, { headers: ada.headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="parley-[\d-]+\.zip"$/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  expect(files).toMatchObject({
    'profile.json': [{ id: ada.id, handle: ada.handle }],
    'sessions.json': [{ network: expect.any(String) as string }],
    'conversations.json': [{ threadId: thread.id, kind: 'DIRECT', with: bo.id }],
    'messages.json': ['Mine 0 👋', 'Mine 1 👋', 'Mine 2 👋', 'At first'].map((body, index) => ({
      threadId: thread.id,
      seq: index + 1,
      body,
    })),
    'edits.json': [{ messageId: message.id, body: 'At frist' }],
    'reactions.json': [{ messageId: message.id, emoji: '🎉' }],
    'mentions.json': [{ threadId: thread.id, seq: 5 }],
    'saved.json': [{ threadId: thread.id, messageId: others.id }],
    'pinned.json': [{ threadId: thread.id, id: others.id }],
    'followed-replies.json': [{ threadId: thread.id, messageId: others.id, followed: true }],
  });
  const text = JSON.stringify(files);
  for (const secret of ['Not hers', 'argon2', 'secretHash', 'digest']) expect(text).not.toContain(secret);
});

it('[AC20] holds what one wrote, also in groups that one has left or was removed from, each once', async () => {
  const [ada, bo] = (await parley.people(2)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const make = async (name: string) =>
    (await ada.does('createGroup', { name, participantIds: [bo.id] })).thread.id;
  const [left, removed, here] = [await make('Left'), await make('Removed'), await make('Here')];
  const say = (who: typeof ada, threadId: string, body: string) =>
    who.does('sendMessage', { threadId, body });
  for (const threadId of [left, removed, here]) await say(ada, threadId, 'Not his');
  await say(bo, left, 'Before I left');
  await say(bo, here, 'Here');
  const { message: answered } = await say(bo, removed, 'Before I was removed');
  await bo.does('leaveGroup', { threadId: left });
  await ada.does('removeParticipant', { threadId: removed, userId: bo.id });
  await say(ada, left, 'Behind his back');
  await ada.does('sendMessage', { threadId: removed, body: 'An answer', replyToId: answered.id });
  // More than a page, all at the same moment: nothing falls between two pages, nothing comes twice.
  const createdAt = new Date();
  const many = Array.from({ length: 1200 }, (_, index) => ({
    id: `msg_many-${String(index).padStart(4, '0')}`,
    threadId: left,
    authorId: bo.id,
    seq: 1000 + index,
    body: `Many ${index}`,
    createdAt,
  }));
  await parley.instance.prisma.message.createMany({ data: many });

  const response = await fetch(parley.url + path, { headers: bo.headers });
  const written = unzip(Buffer.from(await response.arrayBuffer()))['messages.json'] as {
    threadId: string;
    body: string;
  }[];
  expect(JSON.stringify(written)).not.toContain(ada.id);
  expect(JSON.stringify(written)).not.toContain('replyCount');
  expect(written.map(({ threadId, body }) => [threadId, body])).toEqual([
    [left, 'Before I left'],
    [here, 'Here'],
    [removed, 'Before I was removed'],
    ...many.map(({ body }) => [left, body]),
  ]);
});

it('[AC20] holds the links that one made and whom one banned, also where one is no longer; nobody else’s', async () => {
  const [ada, bo, cy] = (await parley.people(3)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const { thread } = await ada.does('createGroup', { name: 'Kept', participantIds: [bo.id] });
  const threadId = thread.id;
  await ada.does('setParticipantRole', { threadId, userId: bo.id, role: 'ADMIN' });
  const { invite, token } = await bo.does('createInvite', { threadId, maxUses: 3, expiresInSeconds: 60 });
  await cy.does('acceptInvite', { token });
  const { invite: revoked } = await bo.does('createInvite', { threadId });
  await bo.does('revokeInvite', { inviteId: revoked.id });
  await ada.does('createInvite', { threadId });
  await bo.does('banParticipant', { threadId, userId: cy.id });
  const stranger = await parley.person();
  await ada.does('banParticipant', { threadId, userId: stranger.id });
  await bo.does('leaveGroup', { threadId });

  const response = await fetch(parley.url + path, { headers: bo.headers });
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const time = expect.any(String) as string;
  const made = { threadId, hint: expect.stringMatching(/^.{4}$/) as string, createdAt: time };
  expect(files['invites.json']).toEqual([
    { ...made, id: invite.id, maxUses: 3, uses: 1, expiresAt: time, revokedAt: null },
    { ...made, id: revoked.id, maxUses: null, uses: 0, expiresAt: null, revokedAt: time },
  ]);
  expect(files['bans-imposed.json']).toEqual([
    { id: expect.stringMatching(/^ban_/) as string, threadId, userId: cy.id, createdAt: time },
  ]);
  expect(files['bans.json']).toEqual([]);
  expect(JSON.stringify(files)).not.toContain(token);
});

it('[AC20] holds one’s files: those sent, also where one is no longer, and those that wait; no others', async () => {
  const [ada, bo] = (await parley.people(2)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const { thread } = await ada.does('createGroup', { name: 'Files', participantIds: [bo.id] });
  const send = async (who: typeof ada, name: string) => {
    const id = await upload(who, file(`bytes of ${name}`, name));
    const { message } = await who.does('sendMessage', {
      threadId: thread.id,
      body: '',
      attachmentIds: [id],
    });
    return { id, messageId: message.id };
  };
  const sent = await send(bo, 'sent 👋.txt');
  const climbing = await send(bo, '..');
  const deleted = await send(bo, 'deleted.txt');
  await bo.does('deleteMessage', { messageId: deleted.messageId });
  await send(ada, 'not his.txt');
  const waiting = await upload(bo, file('bytes that wait', 'waits.txt'));
  const begun = await place(bo, file('never came', 'begun.txt'));
  const { thread: pair } = await ada.does('startDirectThread', { userId: bo.id });
  const [copy] = await bo
    .does('forwardMessage', { messageId: sent.messageId, threadIds: [pair.id] })
    .then(({ messages }) => messages);
  const copied = copy?.attachments[0]?.id ?? '';
  await bo.does('leaveGroup', { threadId: thread.id });

  const response = await fetch(parley.url + path, { headers: bo.headers });
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const { 'files.json': listed, ...rest } = files;
  expect((listed as { id: string; file: string | null }[]).map(({ id, file: at }) => [id, at])).toEqual([
    [sent.id, `files/${sent.id}-sent 👋.txt`],
    [climbing.id, `files/${climbing.id}-..`],
    [waiting, `files/${waiting}-waits.txt`],
    [begun, null],
    [copied, `files/${copied}-sent 👋.txt`],
  ]);
  expect(Object.entries(rest).filter(([name]) => name.startsWith('files/'))).toEqual([
    [`files/${sent.id}-sent 👋.txt`, 'bytes of sent 👋.txt'],
    [`files/${climbing.id}-..`, 'bytes of ..'],
    [`files/${waiting}-waits.txt`, 'bytes that wait'],
    [`files/${copied}-sent 👋.txt`, 'bytes of sent 👋.txt'],
  ]);
});

it('[AC20] [PI7] holds one’s picture, and those that one has made a group’s', async () => {
  const [ada, bo] = (await parley.people(2)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const { thread } = await ada.does('createGroup', { name: 'Seen', participantIds: [bo.id] });
  const dot = await sharp({ create: { width: 3, height: 2, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const bring = async () => {
    const input = { name: 'dot.png', contentType: 'image/png', size: dot.length, purpose: 'PICTURE' };
    const { attachmentId } = await ada.does('createUpload', input);
    await put(ada, attachmentId, dot);
    return attachmentId;
  };
  const [before, own, ours] = [await bring(), await bring(), await bring()];
  await ada.does('updateProfile', { pictureId: before });
  await ada.does('updateProfile', { pictureId: own });
  await ada.does('updateGroupSettings', { threadId: thread.id, pictureId: ours });

  const exported = async (person: typeof ada) => {
    const response = await fetch(parley.url + path, { headers: person.headers });
    return unzip(Buffer.from(await response.arrayBuffer()));
  };
  const files = await exported(ada);
  expect(files['profile.json']).toMatchObject([{ pictureId: own }]);
  expect(files['files.json']).toMatchObject([
    { id: own, pictureOf: ada.id, file: `files/${own}-dot.webp` },
    { id: ours, pictureOf: thread.id, file: `files/${ours}-dot.webp` },
  ]);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([`files/${own}-dot.webp`, `files/${ours}-dot.webp`]),
  );
  expect((await exported(bo))['files.json']).toEqual([]);
});

it('[AC20] is for who is signed in, and for no page of another origin', async () => {
  for (const method of ['GET', 'HEAD']) expect((await fetch(parley.url + path, { method })).status).toBe(401);
  const ada = await parley.person();
  const foreign = await fetch(parley.url + path, {
    headers: { ...ada.headers, origin: 'https://evil.example' },
  });
  expect(foreign.headers.get('content-type')).not.toBe('application/zip');
});

it('[AC20] is given three times an hour', async () => {
  const ada = await parley.person();
  const ask = async (method: string) => {
    const response = await fetch(parley.url + path, { method, headers: ada.headers });
    await response.arrayBuffer();
    return response;
  };
  // Whether it would be given is asked as often as one likes.
  for (let turn = 0; turn < 3; turn += 1) {
    for (let times = 0; times < 2; times += 1) expect((await ask('HEAD')).status).toBe(200);
    expect((await ask('GET')).status).toBe(200);
  }
  for (const method of ['HEAD', 'GET']) {
    const refused = await ask(method);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
  }
});

it('[AT16] a deleted account’s files stay in messages and go elsewhere, bytes and all', async () => {
  const [ada, bo] = (await parley.people(2)) as [
    Awaited<ReturnType<Parley['person']>>,
    Awaited<ReturnType<Parley['person']>>,
  ];
  const { thread } = await ada.does('startDirectThread', { userId: bo.id });
  const sent = await upload(ada, file('in a message'));
  await ada.does('sendMessage', { threadId: thread.id, body: '', attachmentIds: [sent] });
  const waiting = await upload(ada, file('waits'));
  const begun = await place(ada, file('never came'));
  await ada.does('deleteAccount', { password });

  await expect
    .poll(() => parley.instance.prisma.attachment.count({ where: { id: { in: [waiting, begun] } } }))
    .toBe(0);
  await expect(parley.instance.files.get(`${waiting}/original`)).rejects.toThrow('ENOENT');
  expect((await get(bo, sent)).text).toBe('in a message');
});

it('[AC17] a deleted account’s sockets close', async () => {
  const ada = await parley.person();
  const socket = await ada.connect();
  await ada.does('deleteAccount', { password });
  expect(await socket.closed).toMatchObject({ code: 4401 });
});
