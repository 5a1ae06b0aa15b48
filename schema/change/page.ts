import type { SignedIn } from '../context.ts';
import { badInput } from '../errors.ts';
import { comparePositions } from '../log/event.ts';
import { Membership } from '../log/membership.ts';
import { pageLimit } from '../paging.ts';
import { type Change, toChange } from './change.ts';
import { loadRows } from './rows.ts';

/** One piece of the log as the viewer may see it: what a subscription would have told, as a query. */
export async function changesPage(ctx: SignedIn, cursor: string, first: number) {
  if (first < 1 || first > pageLimit) throw badInput('first', `A page has 1 to ${pageLimit} entries.`);
  const { userId } = ctx.viewer;
  const after = await ctx.log.open(cursor);
  const membership = await Membership.load(ctx.sql, userId, null);
  await ctx.log.notice(membership.server);
  // Everything in front of the snapshot's horizon had been committed and seen when the membership was read.
  const upTo = membership.horizon;
  const mine = { userId, threadIds: membership.threadIds, threadsOnly: false };
  const found = await ctx.log.readFor(mine, after, upTo, first + 1);
  const events = found.slice(0, first).filter((event) => membership.admits(event));
  const rows = await loadRows(ctx.sql, events);
  // What this request has read before may be older than these events, and who is in a thread now may be gone in a moment.
  ctx.scope = {};
  ctx.known = rows;
  // Rows are shown as they are by now: of a thread that one has left by now, that may be more than one may see.
  const now = events.length === 0 ? membership : await Membership.load(ctx.sql, userId, null);
  const changes = events.flatMap((event): Change[] => {
    if (!now.admits(event, rows) || ctx.privacy.withholds(event, userId)) return [];
    const change = toChange(event, ctx.log.seal(event), rows);
    return change ? [change] : [];
  });
  const hasMore = found.length > first;
  const last = hasMore ? found[first - 1] : undefined;
  const end = last ?? (comparePositions(after, upTo) < 0 ? upTo : after);
  return { changes, cursor: ctx.log.seal(end), hasMore };
}
