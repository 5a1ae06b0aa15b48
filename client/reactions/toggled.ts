import type { Reaction } from '../messages/list/row.ts';

/** The reactions of a message once the viewer has set an emoji, or taken it back. */
export function toggled(reactions: readonly Reaction[], emoji: string, on: boolean): Reaction[] {
  const there = reactions.find((each) => each.emoji === emoji);
  if ((there?.viewerReacted ?? false) === on) return [...reactions];
  if (!there) return [...reactions, { __typename: 'ReactionGroup', emoji, count: 1, viewerReacted: true }];
  return reactions.flatMap((each) => {
    if (each !== there) return [each];
    const count = each.count + (on ? 1 : -1);
    return count > 0 ? [{ ...each, count, viewerReacted: on }] : [];
  });
}
