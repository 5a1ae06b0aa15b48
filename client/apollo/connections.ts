import type { FieldFunctionOptions, FieldPolicy, Reference, StoreObject } from '@apollo/client';

import type { ThreadFolder } from '../generated/graphql.ts';
import { isInFolder, listedThread } from './folders.ts';

export type Edge = { __typename?: string; cursor?: string; node: Reference };

type PageInfo = {
  hasNextPage?: boolean;
  hasPreviousPage?: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
};

export type Connection = { __typename?: string; edges: readonly Edge[]; pageInfo: PageInfo };

type Options = Pick<FieldFunctionOptions, 'readField'>;

export const seqOf = (edge: Edge, { readField }: Options): number => readField<number>('seq', edge.node) ?? 0;

/**
 * Messages of a thread, whatever page they came with: one run of seqs without a hole. A page that touches the run makes it longer; one
 * from elsewhere takes its place, since between the two lies what nobody has loaded.
 *
 * A selection that leads from a message back to its thread (`messages { … thread { id } }`) makes Apollo write the thread before its
 * messages, and their seqs cannot be read here yet: ask for the thread around the messages, not inside them.
 */
export const contiguousRun: FieldPolicy<Connection> = {
  // Two runs of a thread at most: the one that ends with the newest, and, by its alias, one far from there.
  keyArgs: (_args, { field }) => (field?.alias?.value === 'far' ? 'messages:far' : 'messages'),
  merge(existing, incoming, options) {
    if (!existing || existing.edges.length === 0) return incoming;
    if (incoming.edges.length === 0) return existing;
    const [old, fresh] = [existing, incoming].map((run) => ({
      first: seqOf(edgeAt(run, 0), options),
      last: seqOf(edgeAt(run, -1), options),
    })) as [Ends, Ends];
    if (fresh.first > old.last + 1 || old.first > fresh.last + 1) return incoming;
    const bySeq = new Map([...existing.edges, ...incoming.edges].map((edge) => [seqOf(edge, options), edge]));
    const start = old.first < fresh.first ? existing.pageInfo : incoming.pageInfo;
    const end = old.last > fresh.last ? existing.pageInfo : incoming.pageInfo;
    return {
      ...incoming,
      edges: [...bySeq].sort(([a], [b]) => a - b).map(([, edge]) => edge),
      pageInfo: {
        ...incoming.pageInfo,
        ...pick(start, ['hasPreviousPage', 'startCursor']),
        ...pick(end, ['hasNextPage', 'endCursor']),
      },
    };
  },
};

type Ends = { first: number; last: number };

function edgeAt({ edges }: Connection, index: number): Edge {
  const edge = edges.at(index);
  if (!edge) throw new RangeError('A page without edges has no ends.');
  return edge;
}

function pick(info: PageInfo, keys: readonly (keyof PageInfo)[]): PageInfo {
  return Object.fromEntries(keys.filter((key) => key in info).map((key) => [key, info[key]]));
}

/** A list read from its beginning by `first` and `after`. A repeated first page moves nobody who was loaded after it. */
export const listWithoutRepeats: FieldPolicy<Connection> = {
  keyArgs: false,
  read: readable,
  merge(existing, incoming, { args }) {
    if (!existing) return incoming;
    const further = args?.['after'] != null;
    const [ahead, behind] = further ? [existing, incoming] : [incoming, existing];
    const refs = new Set(ahead.edges.map((edge) => edge.node.__ref));
    const edges = [...ahead.edges, ...behind.edges.filter((edge) => !refs.has(edge.node.__ref))];
    const pageInfo =
      further || edges.length === incoming.edges.length ? incoming.pageInfo : existing.pageInfo;
    return { ...incoming, edges, pageInfo };
  },
};

/** A thread's people, and, by their alias, those of them who were sought. */
export const peopleOfThread: FieldPolicy<Connection> = {
  ...listWithoutRepeats,
  keyArgs: (args, { field }) =>
    field?.alias?.value === 'found' ? `participants:found ${args?.['search']}` : 'participants',
};

/** What a search has found so far. Asked for again from the front, it begins anew: what was found before may not fit any more. */
export const hitsOfSearch: FieldPolicy<Connection> = {
  ...listWithoutRepeats,
  keyArgs: ['query', 'threadId', 'order'],
  merge: (existing, incoming, { args }) =>
    existing && args?.['after'] != null
      ? { ...incoming, edges: [...existing.edges, ...incoming.edges] }
      : incoming,
};

/**
 * The viewer's threads, or those of a folder. What belongs there, and the order, is found out when it is read: whatever moves a thread's
 * activity moves its row, and what is archived goes from one folder to the other.
 */
export const threadsOfFolder: FieldPolicy<Connection> = {
  ...listWithoutRepeats,
  keyArgs: ['folder'],
  read(existing, options) {
    const connection = readable(existing, options);
    if (!connection) return undefined;
    const { readField } = options;
    const folder = options.args?.['folder'] as ThreadFolder | undefined;
    const keyed = connection.edges
      .map((edge) => ({ edge, thread: listedThread(edge.node, readField) }))
      .filter(({ thread }) => folder === undefined || isInFolder(folder, thread));
    keyed.sort(
      ({ thread: a, edge: one }, { thread: b, edge: other }) =>
        (folder === undefined ? 0 : Number(b.pinned) - Number(a.pinned)) ||
        b.activity - a.activity ||
        (one.node.__ref < other.node.__ref ? 1 : -1),
    );
    return { ...connection, edges: keyed.map(({ edge }) => edge) };
  },
};

/** Leaves out the edges whose node has gone from the cache. */
function readable(
  existing: Connection | undefined,
  { canRead }: { canRead: (value: Reference | StoreObject | undefined) => boolean },
): Connection | undefined {
  return existing && { ...existing, edges: existing.edges.filter((edge) => canRead(edge.node)) };
}
