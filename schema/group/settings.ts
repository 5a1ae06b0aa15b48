import type { Thread } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { postSystemLine } from '../message/system-line.ts';
import { hang } from '../picture/commands.ts';
import { inside } from '../thread/inside.ts';
import { durationOf } from './edit-window.ts';
import { nameOf } from './commands.ts';
import { lines } from './lines.ts';
import { assertMay } from './roles.ts';
import { type AboutGroup, assertCanSetUp, settingsChanged, type UpdateGroupSettings } from './rules.ts';

type InThread = { threadId: string };

/** What is not named stays as it is, and what is so already leaves neither a line nor an event. */
export async function updateGroupSettings(ctx: SignedIn, input: UpdateGroupSettings): Promise<InThread> {
  const { userId: actorId } = ctx.viewer;
  const { threadId } = input;
  const enter = (tx: Tx) => inside(tx, threadId, actorId);
  const of = { mutation: 'updateGroupSettings', input, threads: [threadId], again: enter };
  const done = await write(ctx, of, async (tx) => {
    const actor = await enter(tx);
    assertCanSetUp(input, actor);
    const changed = settingsChanged(input, actor.thread);
    const said = linesOf(changed, await nameOf(tx, actorId));
    if (said.length === 0) return { threadId };
    if (changed.pictureId !== undefined) await hang(tx, threadId, actorId, changed.pictureId);
    await tx.thread.update({ where: { id: threadId }, data: changed });
    await append(tx, { kind: 'GROUP_SETTINGS_CHANGED', threadId, actorId });
    for (const body of said) await postSystemLine(tx, { threadId, actorId, body });
    return { threadId };
  });
  // The picture until now.
  if (input.pictureId != null) ctx.files.sweep();
  return done;
}

function linesOf(changed: Partial<Thread>, actor: string): string[] {
  const { topic, pictureId, whoMayPost, whoMayAdd, whoMayCallAll, historyVisible, editWindowSeconds } =
    changed;
  return [
    ...(topic === undefined ? [] : [topic === null ? lines.noTopic(actor) : lines.topic(actor, topic)]),
    ...(pictureId === undefined ? [] : [pictureId === null ? lines.noPicture(actor) : lines.picture(actor)]),
    ...(whoMayPost ? [whoMayPost === 'ADMINS' ? lines.adminsPost(actor) : lines.everybodyPosts(actor)] : []),
    ...(whoMayAdd ? [whoMayAdd === 'ADMINS' ? lines.adminsAdd(actor) : lines.everybodyAdds(actor)] : []),
    ...(whoMayCallAll
      ? [whoMayCallAll === 'ADMINS' ? lines.adminsCallAll(actor) : lines.everybodyCallsAll(actor)]
      : []),
    ...(historyVisible === undefined
      ? []
      : [historyVisible ? lines.historyShown(actor) : lines.historyHidden(actor)]),
    ...(editWindowSeconds === undefined
      ? []
      : [
          editWindowSeconds === null
            ? lines.noEditWindow(actor)
            : lines.editWindow(actor, durationOf(editWindowSeconds)),
        ]),
  ];
}

/** Nobody writes in it any more, and nobody comes in; everybody goes on reading it. Archiving twice is archiving. */
export const archiveGroup = (ctx: SignedIn, input: AboutGroup) => setArchived(ctx, input, true);

export const unarchiveGroup = (ctx: SignedIn, input: AboutGroup) => setArchived(ctx, input, false);

async function setArchived(ctx: SignedIn, input: AboutGroup, archived: boolean): Promise<InThread> {
  const { userId: actorId } = ctx.viewer;
  const { threadId } = input;
  const mutation = archived ? 'archiveGroup' : 'unarchiveGroup';
  const enter = (tx: Tx) => inside(tx, threadId, actorId);
  return write(ctx, { mutation, input, threads: [threadId], again: enter }, async (tx, now) => {
    const actor = await enter(tx);
    assertMay('archive', actor);
    if ((actor.thread.groupArchivedAt !== null) === archived) return { threadId };
    await tx.thread.update({ where: { id: threadId }, data: { groupArchivedAt: archived ? now : null } });
    await append(tx, { kind: archived ? 'GROUP_ARCHIVED' : 'GROUP_UNARCHIVED', threadId, actorId });
    const line = archived ? lines.archived : lines.unarchived;
    await postSystemLine(tx, { threadId, actorId, body: line(await nameOf(tx, actorId)) });
    return { threadId };
  });
}
