import type { FieldFunctionOptions, FieldPolicy, Reference, StoreObject } from '@apollo/client';

import { type Connection, seqOf } from './connections.ts';

type Preferences = { unreadFromSeq?: number | null };

/** How far the viewer has read in a thread, or marked it as if they had; undefined where that is not loaded. */
export function readUpTo({ readField }: Pick<FieldFunctionOptions, 'readField'>): number | undefined {
  const participant = readField<Reference | StoreObject | null>('viewerParticipant');
  if (participant == null) return undefined;
  const marked = readField<Preferences | null>('preferences')?.unreadFromSeq;
  return marked == null ? readField<number>('lastReadSeq', participant) : marked - 1;
}

/** Where a message stands never changes: what is known is kept, and what has been read is left out when it is asked for. */
export const asidesOfThread: FieldPolicy<readonly number[]> = {
  merge: (existing = [], incoming) => [...new Set([...existing, ...incoming])].sort((a, b) => a - b),
  read(existing, options) {
    const read = readUpTo(options);
    return read === undefined ? existing : existing?.filter((seq) => seq > read);
  },
};

/** The replies to a message, from some point up to the newest. A page that does not touch what is loaded takes its place. */
export const repliesOfMessage: FieldPolicy<Connection> = {
  keyArgs: false,
  merge(existing, incoming, options) {
    if (!existing || existing.edges.length === 0) return incoming;
    if (incoming.edges.length === 0) return existing;
    const known = new Set(existing.edges.map(({ node }) => node.__ref));
    const touches =
      options.args?.['before'] != null ||
      incoming.pageInfo.hasPreviousPage === false ||
      incoming.edges.some(({ node }) => known.has(node.__ref));
    if (!touches) return incoming;
    const bySeq = new Map([...existing.edges, ...incoming.edges].map((edge) => [seqOf(edge, options), edge]));
    const edges = [...bySeq].sort(([a], [b]) => a - b).map(([, edge]) => edge);
    const first = edges[0]?.node.__ref;
    const start = incoming.edges[0]?.node.__ref === first ? incoming.pageInfo : existing.pageInfo;
    const { hasPreviousPage = false, startCursor = null } = start;
    return {
      ...incoming,
      edges,
      pageInfo: { ...incoming.pageInfo, hasPreviousPage, startCursor, hasNextPage: false },
    };
  },
};
