import type { Reaction } from '../messages/list/row.ts';

/** For who cannot see the pill: what it is, how many have set it, and whether oneself has. */
export function wordsOf({ emoji, count, viewerReacted }: Reaction): string {
  const people = `${emoji} ${count} ${count === 1 ? 'person' : 'people'}`;
  if (!viewerReacted) return people;
  return count === 1 ? `${people}: you` : `${people}, you among them`;
}

/** Who has reacted, as far as their names are known: Ada, Bo and 3 more. */
export function namesOf(names: readonly string[], count: number): string {
  const more = count - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(all);
}
