import { Prisma } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import type { Sought } from './query.ts';

/** Whose messages, and of which threads; null for anybody's, and for all that one is in. */
export interface Scope {
  authors: string[] | null;
  threads: string[] | null;
  /** Whose messages not. */
  notAuthors: string[];
}

/** Of more, those that were active last. */
export const threadsAtMost = 100;

/** Handles and names as ids. What there is none of is nobody, and nowhere: nothing is found by it. */
export async function scopeOf(ctx: SignedIn, sought: Sought, threadId: string | null): Promise<Scope> {
  const [authors, named, notAuthors] = await Promise.all([
    sought.from.length === 0 ? null : authorsCalled(ctx, sought.from),
    sought.in.length === 0 ? null : threadsNamed(ctx, sought.in, threadId),
    sought.not.from.length === 0 ? [] : authorsCalled(ctx, sought.not.from),
  ]);
  return { authors, threads: named ?? (threadId === null ? null : [threadId]), notAuthors };
}

async function authorsCalled(ctx: SignedIn, handles: string[]): Promise<string[]> {
  const rows = await ctx.prisma.user.findMany({
    where: { handle: { in: handles } },
    select: { id: true },
    take: handles.length,
  });
  return [...rows.map(({ id }) => id), ...(handles.includes('me') ? [ctx.viewer.userId] : [])];
}

/**
 * Of somebody's threads the ids: groups whose name holds any of these, the group or conversation with this id, and the conversation
 * with who has this handle. Each is a statement of its own, so that it is found by its index, and not by looking at all of one's threads.
 */
export function threadsCalled(userId: string, names: string[]): Prisma.Sql {
  const handles = names.map((name) => name.replace(/^@+/, '').toLowerCase());
  const named = names.map((name) => Prisma.sql`search_text(t.name) like search_within(${name})`);
  const own = Prisma.sql`join "Participant" own on own."threadId" = t.id and own."userId" = ${userId}`;
  return Prisma.sql`
  select t.id from "Thread" t ${own} where t.kind = 'GROUP' and (${Prisma.join(named, ' or ')})
  union select t.id from "Thread" t ${own} where t.id = any(${names}::text[])
  union select t.id from "User" u
    join "Thread" t on t."directKey" in (u.id || ':' || ${userId}, ${userId} || ':' || u.id) ${own}
    where u.handle = any(${handles}::text[])`;
}

/** @param threadId the only one that is meant, if it is one of them */
async function threadsNamed(ctx: SignedIn, names: string[], threadId: string | null): Promise<string[]> {
  const within = threadId === null ? Prisma.sql`true` : Prisma.sql`t.id = ${threadId}`;
  const rows = await ctx.sql.planned<{ id: string }>(
    'search_threads',
    Prisma.sql`
      select t.id from "Thread" t where ${within} and t.id in (${threadsCalled(ctx.viewer.userId, names)})
      order by t."lastActivityAt" desc, t.id desc limit ${threadsAtMost}`,
  );
  return rows.map(({ id }) => id);
}
