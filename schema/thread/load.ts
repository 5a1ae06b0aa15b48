import { type Participant, Prisma, type Thread, type User } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context, SignedIn } from '../context.ts';
import { byId, loader, present } from '../loader.ts';
import { type Place, placeName } from './place.ts';

export const threadColumns = columnsOf(Prisma.ThreadScalarFieldEnum, 't');
const threadsById = `select ${threadColumns} from "Thread" t where t.id = any($1)`;

/** For whoever got the id from something that they may see; `visibleThread` is for ids that a client sent. */
export const threadById = loader<string, Thread>(
  async (ids, { sql }) => byId(await sql.all<Thread>('threads_by_id', threadsById, [ids])),
  undefined,
  ({ threads }) => threads,
);

const ownParticipants = `
  select ${columnsOf(Prisma.ParticipantScalarFieldEnum, 'p')} from "Participant" p
  where p."threadId" = any($1) and p."userId" = $2`;

/** The viewer's own place in each thread; null where they have none. */
export const ownParticipant = loader<string, Participant>(async (threadIds, { sql, viewer }) => {
  const rows = viewer
    ? await sql.all<Participant>('own_participants', ownParticipants, [threadIds, viewer.userId])
    : [];
  return new Map(rows.map((row) => [row.threadId, row]));
});

/** A thread that the viewer is in; null when it is missing or not for them, which look alike. */
export async function visibleThread(ctx: Context, threadId: string): Promise<Thread | null> {
  return (await ownParticipant(ctx).load(threadId)) && threadById(ctx).load(threadId);
}

const peers = `
  select p."threadId" as place, ${columnsOf(Prisma.UserScalarFieldEnum, 'u')}
  from "Participant" p join "User" u on u.id = p."userId"
  where p."threadId" = any($1) and p."userId" <> $2 limit cardinality($1)`;

/** The other person of each direct thread. */
export const peerOf = loader<string, User>(async (threadIds, ctx) => {
  const values = [threadIds, (ctx as SignedIn).viewer.userId];
  const rows = await ctx.sql.all<User & { place: string }>('peers', peers, values);
  return new Map(rows.map(({ place, ...user }) => [place, user]));
});

export interface Audience {
  threadId: string;
  count: number;
  /** Everybody shows to have read and received up to here; 0 while nobody else is there. */
  readSeq: number;
  deliveredSeq: number;
}

const audiences = `
  select "threadId", count(*)::int as count,
    case when count(*) > 1 then min("shownReadSeq") else 0 end as "readSeq",
    case when count(*) > 1 then min("shownDeliveredSeq") else 0 end as "deliveredSeq"
  from "Participant" where "threadId" = any($1) group by "threadId"`;

/** How many are in each thread and how far all of them have come. */
export const audienceOf = loader<string, Audience>(async (threadIds, { sql }) => {
  const rows = await sql.all<Audience>('audiences', audiences, [threadIds]);
  return new Map(rows.map((row) => [row.threadId, row]));
});

/** The same as the viewer sees it: who shows nobody what they read, or what their devices get, sees of nobody what they have. */
export async function seenAudience(ctx: Context, threadId: string): Promise<Audience | null> {
  const audience = await audienceOf(ctx).load(threadId);
  if (!audience) return null;
  const { readSeq, deliveredSeq } = seenBy(ctx, audience);
  return { ...audience, readSeq, deliveredSeq };
}

interface Reached {
  readSeq: number;
  deliveredSeq: number;
}

/** What is seen to be read is seen to be delivered, too. */
export function seenBy({ viewer, privacy }: Context, { readSeq, deliveredSeq }: Reached): Reached {
  const read = privacy.hidesReceipts(viewer?.userId) ? 0 : readSeq;
  return { readSeq: read, deliveredSeq: privacy.hidesPresence(viewer?.userId) ? read : deliveredSeq };
}

/** A thread as one who has left it sees it: what it was called then, and nothing of what came after. */
export async function leftThread(ctx: Context, threadId: string, name: string | null): Promise<Thread> {
  const thread = await present(threadById(ctx).load(threadId));
  // They may be back by the time a retry is answered.
  if (await ownParticipant(ctx).load(threadId)) return thread;
  audienceOf(ctx).prime(threadId, { threadId, count: 0, readSeq: 0, deliveredSeq: 0 });
  const nothing = { lastSeq: 0, lastMessageId: null, topic: null, groupArchivedAt: null };
  const asMade = {
    whoMayPost: 'EVERYBODY',
    whoMayAdd: 'ADMINS',
    whoMayCallAll: 'ADMINS',
    historyVisible: true,
  } as const;
  const unset = { pictureId: null, editWindowSeconds: null };
  return { ...thread, ...nothing, ...asMade, ...unset, name, lastActivityAt: thread.createdAt };
}

/** Anybody's place in a thread. */
export const participantOf = loader<Place, Participant>(
  async (places, { prisma }) => {
    const rows = await prisma.participant.findMany({
      where: { OR: places.map(({ threadId, userId }) => ({ threadId, userId })) },
      take: places.length,
    });
    return new Map(rows.map((row) => [placeName(row), row]));
  },
  placeName,
  ({ participants }) => participants,
);

export const participantById = loader<string, Participant>(async (ids, { prisma }) =>
  byId(await prisma.participant.findMany({ where: { id: { in: [...ids] } } })),
);
