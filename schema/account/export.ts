import type { Attachment, Prisma, PrismaClient, RepliesFollow } from '../../prisma/client/client.ts';
import { bytesIdOf } from '../attachment/rules.ts';
import { calledBehind } from '../mention/calls.ts';
import { deviceOf } from '../session/device.ts';

/** How many rows a statement reads. */
const atOnce = 500;

/** A file of the export, as the objects of its list, and how each part of it is read: a statement a page. */
export interface ExportedList {
  name: string;
  items: AsyncIterable<object>;
}

/** Everything about somebody that is kept, by what it is. A noun that keeps something about people adds a list here. */
export function exportOf(prisma: PrismaClient, userId: string): ExportedList[] {
  return [
    { name: 'profile.json', items: profile(prisma, userId) },
    { name: 'sessions.json', items: sessions(prisma, userId) },
    { name: 'conversations.json', items: conversations(prisma, userId) },
    { name: 'bans.json', items: bans(prisma, userId) },
    { name: 'bans-imposed.json', items: bansImposed(prisma, userId) },
    { name: 'invites.json', items: invites(prisma, userId) },
    { name: 'messages.json', items: messages(prisma, userId) },
    { name: 'files.json', items: files(prisma, userId) },
    { name: 'edits.json', items: edits(prisma, userId) },
    { name: 'reactions.json', items: reactions(prisma, userId) },
    { name: 'mentions.json', items: mentions(prisma, userId) },
    { name: 'saved.json', items: saved(prisma, userId) },
    { name: 'pinned.json', items: pinned(prisma, userId) },
    { name: 'followed-replies.json', items: followedReplies(prisma, userId) },
  ];
}

/** A file whose bytes are part of the export, under the name that `files.json` says. */
export interface ExportedFile {
  /** Under which the bytes lie. */
  bytesId: string;
  name: string;
  /** Whether it is kept still: a message that is deleted takes its files along. */
  isStill(): Promise<boolean>;
}

/**
 * All that they have sent, also into conversations that they have left since, and what waits for being sent; their picture, and what
 * they made a group's.
 */
export async function* exportedFilesOf(prisma: PrismaClient, userId: string): AsyncGenerator<ExportedFile> {
  for await (const file of filesOf(prisma, userId)) {
    const { id } = file;
    const name = pathOf(file);
    const isStill = async () => (await prisma.attachment.count({ where: { id, ...kept(userId) } })) > 0;
    if (name !== null) yield { bytesId: bytesIdOf(file), name, isStill };
  }
}

async function* profile(prisma: PrismaClient, id: string) {
  yield await prisma.user.findUniqueOrThrow({ where: { id }, omit: { passwordHash: true } });
}

/** Also those that have ended, for as long as they are kept. */
async function* sessions(prisma: PrismaClient, userId: string) {
  const rows = pages((after) =>
    prisma.session.findMany({
      where: { userId, id: { gt: after } },
      omit: { secretHash: true, userId: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
  for await (const row of rows) yield { device: deviceOf(row.userAgent), ...row };
}

const places = (prisma: PrismaClient, userId: string) =>
  pages((after) =>
    prisma.participant.findMany({
      where: { userId, id: { gt: after } },
      include: { thread: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );

async function* conversations(prisma: PrismaClient, userId: string) {
  for await (const { thread, threadId, joinedTransaction: _, userId: _self, ...place } of places(
    prisma,
    userId,
  )) {
    const { kind, name, directKey } = thread;
    yield { threadId, kind, name, with: directKey?.split(':').find((id) => id !== userId), ...place };
  }
}

/** The groups that keep them out, by id alone: what becomes of those is not theirs to see. */
async function* bans(prisma: PrismaClient, userId: string) {
  yield* pages((after) =>
    prisma.ban.findMany({
      where: { userId, id: { gt: after } },
      select: { id: true, threadId: true, createdAt: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
}

/** Whom they keep out of groups, by ids alone. */
async function* bansImposed(prisma: PrismaClient, bannedById: string) {
  yield* pages((after) =>
    prisma.ban.findMany({
      where: { bannedById, id: { gt: after } },
      select: { id: true, threadId: true, userId: true, createdAt: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
}

/** The links that they made, also those that work no more. */
async function* invites(prisma: PrismaClient, createdById: string) {
  yield* pages((after) =>
    prisma.invite.findMany({
      where: { createdById, id: { gt: after } },
      omit: { createdById: true, secretHash: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
}

/** What they wrote, in the order in which they did, also where they are no longer: it is theirs wherever it stands. */
const messages = (prisma: PrismaClient, authorId: string) =>
  pagesFrom(
    { createdAt: new Date(0), id: '' },
    ({ createdAt, id }) =>
      prisma.message.findMany({
        // The first by itself, so that a page is read from where it begins.
        where: {
          authorId,
          createdAt: { gte: createdAt },
          OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }],
        },
        // Nor what others did to it since, perhaps where they are no longer. Files are told by themselves.
        omit: {
          digest: true,
          fileNames: true,
          authorId: true,
          reactionKinds: true,
          pinnedAt: true,
          pinnedById: true,
          replyCount: true,
          replierIds: true,
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: atOnce,
      }),
    ({ createdAt, id }) => ({ createdAt, id }),
  );

async function* files(prisma: PrismaClient, userId: string) {
  for await (const file of filesOf(prisma, userId)) {
    const { ownerId: _self, sha256: _announced, pieces: _pieces, bytesId: _bytes, ...told } = file;
    yield { ...told, file: pathOf(file) };
  }
}

/** What is only left to be swept up is not kept any more. */
const kept = (ownerId: string): Prisma.AttachmentWhereInput => ({
  ownerId,
  OR: [{ messageId: { not: null } }, { pictureOf: { not: null } }, { position: null }],
});

const filesOf = (prisma: PrismaClient, userId: string) =>
  pages((after) =>
    prisma.attachment.findMany({
      where: { ...kept(userId), id: { gt: after } },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );

/** Begins with an id, so that no name leads out of the folder and no two are the same. Null while bytes are missing. */
const pathOf = ({ id, name, completedAt }: Attachment): string | null => completedAt && `files/${id}-${name}`;

/** What their messages said before they edited them. */
async function* edits(prisma: PrismaClient, authorId: string) {
  const rows = numbered((after) =>
    prisma.messageEdit.findMany({
      where: { authorId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
  for await (const { messageId, body, editedAt } of rows) yield { messageId, body, editedAt };
}

async function* reactions(prisma: PrismaClient, userId: string) {
  const rows = numbered((after) =>
    prisma.reaction.findMany({ where: { userId, id: { gt: after } }, orderBy: { id: 'asc' }, take: atOnce }),
  );
  for await (const { messageId, emoji, createdAt } of rows) yield { messageId, emoji, createdAt };
}

/** What they keep for themselves, in the order in which they saved it. */
async function* saved(prisma: PrismaClient, userId: string) {
  const rows = numbered((after) =>
    prisma.savedMessage.findMany({
      where: { userId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
  for await (const { threadId, messageId, createdAt } of rows) yield { threadId, messageId, createdAt };
}

/** What they have pinned, by ids alone: others may have said it. */
async function* pinned(prisma: PrismaClient, userId: string) {
  yield* pages((after) =>
    prisma.message.findMany({
      where: { pinnedById: userId, id: { gt: after } },
      select: { id: true, threadId: true, pinnedAt: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  );
}

const numbered = <Row extends { id: bigint }>(fetch: (after: bigint) => Promise<Row[]>) =>
  pagesFrom(0n, fetch, ({ id }) => id);

/** Where others mention them, conversation by conversation: by name, or else as one of everybody. */
async function* mentions(prisma: PrismaClient, userId: string) {
  for await (const place of places(prisma, userId)) {
    const { threadId } = place;
    const named = inOrder(0, (after) =>
      prisma.mention.findMany({
        where: { userId, threadId, seq: { gt: after } },
        omit: { userId: true, anonymous: true },
        orderBy: { seq: 'asc' },
        take: atOnce,
      }),
    );
    for await (const mention of named) yield { ...mention, everybody: false };
    const calls = inOrder(calledBehind(place), (after) =>
      prisma.message.findMany({
        where: {
          threadId,
          mentionsAll: true,
          authorId: { not: userId },
          mentions: { none: { userId } },
          seq: { gt: after },
        },
        select: { id: true, seq: true, createdAt: true },
        orderBy: { seq: 'asc' },
        take: atOnce,
      }),
    );
    for await (const { id: messageId, ...call } of calls)
      yield { messageId, threadId, ...call, everybody: true };
  }
}

/** To which messages they follow the replies, or no longer do, where that is not as it is for everybody. */
async function* followedReplies(prisma: PrismaClient, userId: string) {
  for await (const { threadId } of places(prisma, userId)) {
    for (let after: string | undefined = ''; after !== undefined;) {
      const page: Omit<RepliesFollow, 'userId'>[] = await prisma.repliesFollow.findMany({
        where: { userId, threadId, messageId: { gt: after } },
        omit: { userId: true },
        orderBy: { messageId: 'asc' },
        take: atOnce,
      });
      yield* page;
      after = page.length < atOnce ? undefined : page.at(-1)?.messageId;
    }
  }
}

/** All rows of a list by id, one page in memory at a time. */
const pages = <Row extends { id: string }>(fetch: (after: string) => Promise<Row[]>) =>
  pagesFrom('', fetch, ({ id }) => id);

/** Of one conversation. */
const inOrder = <Row extends { seq: number }>(start: number, fetch: (after: number) => Promise<Row[]>) =>
  pagesFrom(start, fetch, ({ seq }) => seq);

async function* pagesFrom<Key, Row>(
  start: Key,
  fetch: (after: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
) {
  for (let after = start; ;) {
    const page = await fetch(after);
    yield* page;
    const last = page.at(-1);
    if (page.length < atOnce || !last) return;
    after = keyOf(last);
  }
}
