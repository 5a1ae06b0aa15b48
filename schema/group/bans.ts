import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { postSystemLine } from '../message/system-line.ts';
import { inside } from '../thread/inside.ts';
import { nameOf, takeOut } from './commands.ts';
import { lines } from './lines.ts';
import { assertMay } from './roles.ts';
import { type AboutParticipant, assertCanBan, assertMayBanAnother, banLimit } from './rules.ts';

type Banned = { threadId: string; banId: string };

/**
 * Somebody is taken out of a group, where they are in it, and does not come back: neither added nor by a link. Banning twice
 * is banning.
 */
export async function banParticipant(ctx: SignedIn, input: AboutParticipant): Promise<Banned> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, userId } = input;
  const where = { threadId_userId: { threadId, userId } };
  const again = async (tx: Tx, { banId }: Banned) => {
    assertMay('ban', await inside(tx, threadId, actorId));
    if (!(await tx.ban.findUnique({ where: { id: banId } }))) throw notBanned();
  };
  return write<Banned>(ctx, { mutation: 'banParticipant', input, threads: [threadId], again }, async (tx) => {
    const actor = await inside(tx, threadId, actorId);
    const target = await tx.participant.findUnique({ where });
    assertCanBan(actor, target ?? { userId });
    const there = await tx.ban.findUnique({ where });
    if (there) return { threadId, banId: there.id };
    const person = await nameOf(tx, userId);
    assertMayBanAnother(await tx.ban.count({ where: { threadId }, take: banLimit }));
    const banId = newId('ban');
    await tx.ban.create({ data: { id: banId, threadId, userId, bannedById: actorId } });
    if (target) await takeOut(tx, target, actorId);
    await append(tx, { kind: 'BANS_CHANGED', threadId, userId, actorId });
    const body = lines.banned(await nameOf(tx, actorId), person);
    await postSystemLine(tx, { threadId, actorId, userId, body });
    return { threadId, banId };
  });
}

/** They may be added again, and come by a link. */
export async function unbanParticipant(
  ctx: SignedIn,
  input: AboutParticipant,
): Promise<{ threadId: string }> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, userId } = input;
  const enter = (tx: Tx) => inside(tx, threadId, actorId);
  const of = { mutation: 'unbanParticipant', input, threads: [threadId], again: enter };
  return write(ctx, of, async (tx) => {
    assertMay('ban', await enter(tx));
    const { count } = await tx.ban.deleteMany({ where: { threadId, userId } });
    if (count === 0) throw notBanned();
    await append(tx, { kind: 'BANS_CHANGED', threadId, userId, actorId });
    const body = lines.unbanned(await nameOf(tx, actorId), await nameOf(tx, userId));
    await postSystemLine(tx, { threadId, actorId, userId, body });
    return { threadId };
  });
}

const notBanned = () => new NotFoundError('They are not banned from this group.');
