import type { Context } from '../context.ts';
import { append } from '../log/append.ts';
import { lock, type Tx, written } from '../log/write.ts';

/** How many lines are looked up at once. */
const atOnce = 100;

interface Named {
  /** Whose doing the line tells. Where they are named, they stand in front. */
  actorId: string;
  /** Whom it is about, where that is somebody else. */
  userId: string | undefined;
}

/** Notes whose name stands where in a system line, so that it can be taken out again. */
export async function noteNames(tx: Tx, messageId: string, body: string, { actorId, userId }: Named) {
  const ids = [...new Set([actorId, ...(userId === undefined ? [] : [userId])])];
  const users = await tx.user.findMany({ where: { id: { in: ids } } });
  let end = 0;
  const data = ids.flatMap((id) => {
    const name = users.find((user) => user.id === id)?.displayName;
    if (name === undefined) return [];
    const inFront = end === 0 && body.startsWith(`${name} `);
    const within = id === actorId ? -1 : body.indexOf(` ${name}`, end);
    if (!inFront && within < 0) return [];
    const start = inFront ? 0 : within + 1;
    end = start + name.length;
    return [{ messageId, userId: id, name, start }];
  });
  await tx.lineName.createMany({ data });
}

/** Takes somebody's name out of every system line, and tells who can see it. Each by itself, so that none holds up the log. */
export async function forgetName(ctx: Context, userId: string, instead: string): Promise<void> {
  for (;;) {
    const places = await ctx.prisma.lineName.findMany({
      where: { userId },
      include: { message: { select: { threadId: true } } },
      orderBy: { messageId: 'asc' },
      take: atOnce,
    });
    if (places.length === 0) return;
    for (const { messageId, message } of places) {
      await ctx.prisma.$transaction((tx) => replaceName(tx, { ...message, messageId, userId }, instead));
      written(ctx);
    }
  }
}

interface Place {
  threadId: string;
  messageId: string;
  userId: string;
}

async function replaceName(tx: Tx, { threadId, messageId, userId }: Place, instead: string): Promise<void> {
  await lock(tx, [threadId]);
  const where = { messageId_userId: { messageId, userId } };
  const place = await tx.lineName.findUnique({ where, include: { message: true } });
  if (!place) return;
  const { name, start, message } = place;
  const body = message.body.slice(0, start) + instead + message.body.slice(start + name.length);
  await tx.message.update({ where: { id: messageId }, data: { body } });
  await tx.lineName.delete({ where });
  await tx.lineName.updateMany({
    where: { messageId, start: { gt: start } },
    data: { start: { increment: instead.length - name.length } },
  });
  await append(tx, { kind: 'MESSAGE_EDITED', threadId, messageId });
}
