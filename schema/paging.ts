import { badInput } from './errors.ts';
import { builder } from './builder.ts';

export const pageLimit = 100;
const pageDefault = 50;

export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** A place in a list: the values by which the list is ordered. */
type Key = readonly (string | number)[];

/** What is wanted of a list: up to `take` rows strictly between two places, from its front or from its back. */
export interface Range<K extends Key> {
  after: K | null;
  before: K | null;
  /** More rows than that do no harm. */
  take: number;
  fromBack: boolean;
}

interface List<Row, K extends Key> {
  /** Names the list and what it is a list of; a cursor of another list is refused. */
  name: string;
  keyOf(row: Row): K;
  /** Whether it could be one: a cursor can be made up, and what the database cannot take must not reach it. */
  isKey(key: unknown): key is K;
  /** The rows of a range, nearest to the end that is read from first. */
  fetch(range: Range<K>): Promise<Row[]>;
}

const encode = (name: string, key: Key): string =>
  Buffer.from(JSON.stringify([name, ...key])).toString('base64url');

/** For who knows a place of a list without having been given it: the cursor of what stands there. */
export const cursorAt = <Row, K extends Key>(list: List<Row, K>, key: K): string => encode(list.name, key);

function decode<Row, K extends Key>(
  list: List<Row, K>,
  path: string,
  cursor: string | null | undefined,
): K | null {
  if (cursor == null) return null;
  try {
    const [name, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (name === list.name && list.isKey(key) && encode(list.name, key) === cursor) return key;
  } catch {
    // Not one of ours: said below.
  }
  throw badInput(path, 'This is not a cursor of this list.');
}

/** @throws BAD_INPUT for a page size out of bounds */
export function sizeOf({ first, last }: PageArgs): { take: number; fromBack: boolean } {
  if (first != null && last != null) throw badInput('last', 'Ask for `first` or for `last`, not for both.');
  const take = first ?? last ?? pageDefault;
  if (take < 1 || take > pageLimit) {
    throw badInput(last == null ? 'first' : 'last', `A page has 1 to ${pageLimit} entries.`);
  }
  return { take, fromBack: last != null };
}

const limits = [1, 21, 51, pageLimit + 1];

/**
 * How many rows a prepared statement reads where `take` are wanted. The number stands in its text, since a plan for any number
 * may sort the whole list; these few keep the texts few.
 */
export const limitFor = (take: number): number => limits.find((limit) => limit >= take) ?? pageLimit + 1;

/** For `isKey`. */
export const isTextLike = (pattern: RegExp, value: unknown): boolean =>
  typeof value === 'string' && pattern.test(value);

/** For `isKey`: milliseconds up to the year 9999, which every clock and the database can write. */
export const isMoment = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 253_402_300_800_000;

/** A place in a list by time; the id decides between two of the same millisecond. */
export type ByTime = [at: number, id: string];

export const isByTime = (pattern: RegExp, key: unknown): key is ByTime =>
  Array.isArray(key) && key.length === 2 && isMoment(key[0]) && isTextLike(pattern, key[1]);

/**
 * The place as values to compare a row with; where there is none, the end of all time: an index is bounded by any plan, where
 * `$1 is null or …` bounds it by none that is kept for all values.
 */
export const placeOr = (key: ByTime | null, end: 'infinity' | '-infinity'): [Date | string, string] =>
  key ? [new Date(key[0]), key[1]] : [end, ''];

/** A row of a page. Its cursor is written when it is asked for. */
class Edge<Row, K extends Key> {
  readonly #list: List<Row, K>;
  readonly node: Row;

  constructor(list: List<Row, K>, node: Row) {
    this.#list = list;
    this.node = node;
  }

  get cursor(): string {
    return encode(this.#list.name, this.#list.keyOf(this.node));
  }
}

/**
 * One page by keyset: stable while others write, and as fast at the end of a list as at its front.
 * @throws BAD_INPUT for a page size out of bounds or a cursor that is not of this list
 */
export async function page<Row, K extends Key>(args: PageArgs, list: List<Row, K>) {
  const { take, fromBack } = sizeOf(args);
  const after = decode(list, 'after', args.after);
  const before = decode(list, 'before', args.before);
  const found = await list.fetch({ after, before, take: take + 1, fromBack });
  const rows = found.slice(0, take);
  if (fromBack) rows.reverse();
  const edges = rows.map((node) => new Edge(list, node));
  const more = found.length > take;
  const [first, last] = [rows[0], rows.at(-1)];
  // Where the page is empty, nothing lies between its cursors: what is found from one of them on lies beyond the other.
  const somethingBehind = async () =>
    (
      await list.fetch({
        after: last === undefined ? after : list.keyOf(last),
        before: null,
        take: 1,
        fromBack: false,
      })
    ).length > 0;
  const somethingInFront = async () =>
    (
      await list.fetch({
        after: null,
        before: first === undefined ? before : list.keyOf(first),
        take: 1,
        fromBack: true,
      })
    ).length > 0;
  const look = async () => ({
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage: (!fromBack && more) || (before !== null && (await somethingBehind())),
    hasPreviousPage: (fromBack && more) || (after !== null && (await somethingInFront())),
  });
  let looked: ReturnType<typeof look> | undefined;
  return {
    edges,
    // A getter: what lies on the far side of the page costs a statement, and only who asks pays, once. So hand the page on as it is:
    // whoever copies it asks, and nobody waits for what then fails.
    get pageInfo() {
      return (looked ??= look());
    },
  };
}

/** A page of nothing, for a list that the viewer may not see. */
export const emptyPage = {
  edges: [],
  pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
};

/** The arguments of a list that is read from its front. */
export const forwardArgs = builder.args((t) => ({
  first: t.int({
    description: `How many from the front: 1–${pageLimit}; ${pageDefault} where nothing is said.`,
  }),
  after: t.string({ description: 'Only what stands behind this cursor.' }),
}));

/** The arguments of a list that is read from either end. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many from the front: 1–${pageLimit}; ${pageDefault} where nothing is said.`,
  }),
  after: t.string({ description: 'Only what stands behind this cursor.' }),
  last: t.int({ description: `How many from the back: 1–${pageLimit}.` }),
  before: t.string({ description: 'Only what stands in front of this cursor.' }),
}));
