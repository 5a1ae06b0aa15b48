import type { FieldFunctionOptions, FieldPolicy, Reference, StoreObject } from '@apollo/client';

import type { Connection, Edge } from './connections.ts';

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

/**
 * The replies to a message, from some point up to the newest. A page that does not touch what is loaded takes its place.
 *
 * Their seqs cannot be read here: a reply leads back to what it answers, which Apollo therefore writes first.
 */
export const repliesOfMessage: FieldPolicy<Connection> = {
  keyArgs: false,
  merge(existing, incoming, { args }) {
    if (!existing || existing.edges.length === 0) return incoming;
    if (incoming.edges.length === 0) return existing;
    const page = new Set(incoming.edges.map(({ node }) => node.__ref));
    const isShared = ({ node }: Edge) => page.has(node.__ref);
    const from = existing.edges.findIndex(isShared);
    const isOlder = args?.['before'] != null;
    if (from < 0 && !isOlder && incoming.pageInfo.hasPreviousPage !== false) return incoming;
    // Both are runs without a hole: what is in both lies together, and a page without a beginning lies in front.
    const older = existing.edges.slice(0, Math.max(from, 0));
    const newer = existing.edges.slice(existing.edges.findLastIndex(isShared) + 1);
    const edges = [...older, ...incoming.edges, ...newer];
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
