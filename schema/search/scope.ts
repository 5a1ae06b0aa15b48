import type { SignedIn } from '../context.ts';
import type { Sought } from './query.ts';

/** Whose messages, and of which threads; null for anybody's, and for all that one is in. */
export interface Scope {
  authors: string[] | null;
  threads: string[] | null;
}

const threadsAtMost = 100;

/** Handles and names as ids. What there is none of is nobody, and nowhere: nothing is found by it. */
export async function scopeOf(ctx: SignedIn, sought: Sought, threadId: string | null): Promise<Scope> {
  const [authors, named] = await Promise.all([
    sought.from.length === 0 ? null : authorsCalled(ctx, sought.from),
    sought.in.length === 0 ? null : threadsCalled(ctx, sought.in),
  ]);
  if (threadId === null) return { authors, threads: named };
  return { authors, threads: named === null || named.includes(threadId) ? [threadId] : [] };
}

async function authorsCalled(ctx: SignedIn, handles: string[]): Promise<string[]> {
  const rows = await ctx.prisma.user.findMany({
    where: { handle: { in: handles } },
    select: { id: true },
    take: handles.length,
  });
  return [...rows.map(({ id }) => id), ...(handles.includes('me') ? [ctx.viewer.userId] : [])];
}

/** Groups whose name holds it, the group or conversation with this id, and the conversation with who has this handle. */
const threadsSql = `
  select t.id from "Participant" own join "Thread" t on t.id = own."threadId", unnest($2::text[]) as wanted
  where own."userId" = $1 and (
    t.id = wanted or (t.kind = 'GROUP' and search_text(t.name) like search_within(wanted))
    or (t.kind = 'DIRECT' and exists (
      select from "Participant" p join "User" u on u.id = p."userId"
      where p."threadId" = t.id and p."userId" <> $1 and u.handle = lower(ltrim(wanted, '@')))))
  limit ${threadsAtMost}`;

async function threadsCalled(ctx: SignedIn, names: string[]): Promise<string[]> {
  const rows = await ctx.sql.all<{ id: string }>('search_threads', threadsSql, [ctx.viewer.userId, names]);
  return rows.map(({ id }) => id);
}
