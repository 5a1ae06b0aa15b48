import { v7 } from 'uuid';
import { lines as systemLines } from '../schema/group/lines.ts';
import { createGroupRule } from '../schema/group/rules.ts';
import { digestOfSend, sendMessageRule } from '../schema/message/rules.ts';
import { parse } from '../schema/parse.ts';
import { assertCanReact, keptKinds, kindsOf, reactionRule, withOne } from '../schema/reaction/rules.ts';
import { directKeyOf } from '../schema/thread/rules.ts';
import type { Message, Prisma } from './client/client.ts';
import { type Handle, people } from './seed-people.ts';
import { Random } from './seed-random.ts';
import type { Talk } from './seed-talk.ts';

/** The rows of the demo, in the order in which they are written. */
export interface Plan {
  users: Omit<Prisma.UserCreateManyInput, 'passwordHash'>[];
  threads: Prisma.ThreadCreateManyInput[];
  participants: Prisma.ParticipantCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  reactions: Prisma.ReactionCreateManyInput[];
  events: (Prisma.EventCreateManyInput & { at: Date })[];
}

const minute = 60_000;
/** Ids begin here and not at `now`: they are the same in every demo, and with them the colours of its people. */
const idsFrom = Date.UTC(2026, 0, 5, 9);

/**
 * What the commands of the API would have left behind, had the talks been held up to `now`: every row, receipt and entry
 * of the log. Made as a whole, since two thousand sends would take a minute, and none of them could lie in the past.
 */
export function plan(talks: readonly Talk[], now: Date): Plan {
  const random = new Random(1);
  let ids = 0;
  const newId = (prefix: string): string =>
    `${prefix}_${v7({ msecs: idsFrom + (ids += 1), random: random.bytes(16), seq: 0 })}`;
  const made: Plan = { users: [], threads: [], participants: [], messages: [], reactions: [], events: [] };

  const joined = new Date(now.getTime() - 200 * 24 * 60 * minute);
  for (const person of people) made.users.push({ id: newId('usr'), createdAt: joined, ...person });
  const idOf = (handle: Handle): string => made.users.find((user) => user.handle === handle)?.id ?? '';
  const nameOf = (handle: Handle): string =>
    people.find((person) => person.handle === handle)?.displayName ?? '';

  for (const talk of talks) {
    const began = talk.lines.reduce(
      (at, line) => at - line.after * minute,
      now.getTime() - talk.ended * minute,
    );
    let at = new Date(began - 30 * minute);
    const threadId = newId('thr');
    const [starter] = talk.people;
    if (!starter) throw new Error('A talk needs people.');
    const startedAt = at;
    const sent: string[] = [];
    /** How far each has come by what they did themselves. */
    const reached = new Map<Handle, number>();
    let lastMessageId = '';

    const put = (
      by: Handle,
      message: Pick<Prisma.MessageCreateManyInput, 'id' | 'authorId' | 'body'>,
      more = {},
    ) => {
      sent.push(message.id);
      made.messages.push({ ...message, ...more, threadId, seq: sent.length, createdAt: at });
      made.events.push({ kind: 'MESSAGE_ADDED', threadId, messageId: message.id, actorId: idOf(by), at });
      reached.set(by, sent.length);
      lastMessageId = message.id;
    };
    const note = (by: Handle, body: string) => put(by, { id: newId('msg'), authorId: null, body });

    for (const handle of talk.people) {
      const userId = idOf(handle);
      made.participants.push({
        id: newId('par'),
        threadId,
        userId,
        role: roleOf(talk, handle),
        joinedAt: at,
      });
      made.events.push({ kind: 'THREAD_ADDED', threadId, userId, actorId: idOf(starter), at });
    }
    if (talk.name !== null) {
      parse(createGroupRule, { name: talk.name, participantIds: talk.people.slice(1).map(idOf) });
      made.events.push({ kind: 'GROUP_CREATED', threadId, actorId: idOf(starter), at });
      note(starter, systemLines.created(nameOf(starter), talk.name));
      for (const handle of talk.people) reached.set(handle, sent.length);
      for (const handle of talk.admins ?? []) {
        made.events.push({
          kind: 'ROLE_CHANGED',
          threadId,
          userId: idOf(handle),
          actorId: idOf(starter),
          at,
        });
        note(starter, systemLines.admin(nameOf(starter), nameOf(handle)));
      }
    }
    at = new Date(began);
    for (const { by, text, after, answers, edited, deleted, reactions = {} } of talk.lines) {
      at = new Date(at.getTime() + after * minute);
      const id = newId('msg');
      const replyToId = answers === undefined ? null : (sent.at(-answers) ?? null);
      const send = parse(sendMessageRule, { id, threadId, body: text, replyToId });
      // Changed a little later, and not later than now.
      const changedAt = new Date(Math.min(at.getTime() + minute / 2, now.getTime()));
      const changes = {
        ...(edited ? { editedAt: changedAt } : {}),
        ...(deleted ? { body: '', deletedAt: changedAt } : {}),
      };
      put(
        by,
        { id, authorId: idOf(by), body: send.body },
        { replyToId, digest: digestOfSend(send), ...changes },
      );
      const answered = made.messages.find((row) => row.id === replyToId);
      if (answered) noteReply(answered, idOf(by));
      const changed = { threadId, messageId: id, actorId: idOf(by), at: changedAt };
      if (edited) made.events.push({ kind: 'MESSAGE_EDITED', ...changed });
      if (deleted) made.events.push({ kind: 'MESSAGE_DELETED', ...changed });
      for (const [emoji, handles] of Object.entries(reactions))
        for (const handle of handles) react(made, { emoji, threadId, userId: idOf(handle), at: changedAt });
    }

    const direct = talk.name === null;
    made.threads.push({
      id: threadId,
      kind: direct ? 'DIRECT' : 'GROUP',
      name: talk.name,
      directKey: direct ? directKeyOf(...(talk.people.map(idOf) as [string, string])) : null,
      createdById: idOf(starter),
      createdAt: startedAt,
      lastSeq: sent.length,
      lastMessageId,
      lastActivityAt: at,
    });
    for (const handle of talk.people) {
      const own = reached.get(handle) ?? 0;
      const lastReadSeq = sent.length - (talk.unread[handle] ?? 0);
      const lastDeliveredSeq = sent.length - (talk.undelivered?.[handle] ?? 0);
      if (lastReadSeq < own || lastDeliveredSeq < lastReadSeq)
        throw new Error(`${handle} cannot have that much unread in ${talk.name ?? 'a direct talk'}.`);
      const userId = idOf(handle);
      const place = made.participants.find((row) => row.threadId === threadId && row.userId === userId);
      if (place)
        Object.assign(place, {
          lastReadSeq,
          shownReadSeq: lastReadSeq,
          readAt: at,
          lastDeliveredSeq,
          shownDeliveredSeq: lastDeliveredSeq,
          deliveredAt: at,
        });
      if (lastReadSeq > own || lastDeliveredSeq > own)
        made.events.push({ kind: 'RECEIPT_MOVED', threadId, userId, actorId: userId, at });
    }
  }
  made.events.sort((a, b) => a.at.getTime() - b.at.getTime());
  return made;
}

/** As `send_replying` counts it. */
function noteReply(answered: Prisma.MessageCreateManyInput, author: string): void {
  answered.replyCount = (answered.replyCount ?? 0) + 1;
  const before = (answered.replierIds ?? []) as string[];
  answered.replierIds = [author, ...before.filter((id) => id !== author)].slice(0, 3);
}

/** To what was said last, as `addReaction` leaves it. */
function react(
  made: Plan,
  { emoji: given, threadId, userId, at }: { emoji: string; threadId: string; userId: string; at: Date },
): void {
  const message = made.messages.at(-1) as Message;
  const { emoji } = parse(reactionRule, { messageId: message.id, emoji: given });
  assertCanReact(message);
  message.reactionKinds = keptKinds(withOne(kindsOf(message), emoji));
  made.reactions.push({ messageId: message.id, userId, emoji, createdAt: at });
  made.events.push({ kind: 'REACTION_ADDED', threadId, messageId: message.id, actorId: userId, emoji, at });
}

function roleOf(talk: Talk, handle: Handle): 'OWNER' | 'ADMIN' | 'MEMBER' {
  if (talk.name === null) return 'MEMBER';
  if (handle === talk.people[0]) return 'OWNER';
  return talk.admins?.includes(handle) ? 'ADMIN' : 'MEMBER';
}
