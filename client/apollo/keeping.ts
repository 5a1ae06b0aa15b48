import type { ApolloCache, FieldPolicy, Reference } from '@apollo/client';

import { ApplyChange_savedFragmentDoc } from '../generated/graphql.ts';
import type { Connection } from './connections.ts';
import { hitsOfSearch } from './connections.ts';

/** Nobody has saved what has just come: the live stream, which tells everybody alike, does not say. What is deleted drops out. */
export const viewerSaved: FieldPolicy<boolean> = {
  read: (saved = false, { readField }) => saved && readField<string | null>('deletedAt') == null,
};

/** What is deleted or taken out, or stands where one is no more, goes from the list at once. */
export const savedMessages: FieldPolicy<Connection> = {
  ...hitsOfSearch,
  keyArgs: false,
  read: (existing, { readField, canRead }) =>
    existing && {
      ...existing,
      edges: existing.edges.filter(
        ({ node }) =>
          canRead(node) &&
          readField<boolean>('viewerSaved', node) !== false &&
          readField<string | null>('deletedAt', node) == null &&
          canRead(readField<Reference>('thread', node)),
      ),
    },
};

/** Last pinned first. What is taken down or deleted is left out when it is read. */
export const pinnedOfThread: FieldPolicy<Connection> = {
  keyArgs: false,
  read(existing, { readField, canRead }) {
    if (!existing) return undefined;
    const pinned = existing.edges.flatMap((edge) => {
      const at = canRead(edge.node) ? readField<string | null>('pinnedAt', edge.node) : null;
      return at == null ? [] : [{ edge, at, id: edge.node.__ref }];
    });
    pinned.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
    return { ...existing, edges: pinned.map(({ edge }) => edge) };
  },
  merge: (_existing, incoming) => incoming,
};

export function withPinned(pinned: Connection, node: Reference): Connection {
  if (pinned.edges.some((edge) => edge.node.__ref === node.__ref)) return pinned;
  return { ...pinned, edges: [{ __typename: 'MessageEdge', cursor: '', node }, ...pinned.edges] };
}

/** What is saved anew stands in front: who looks at the list reads it again. */
export function savedChanged(cache: ApolloCache, messageId: string, saved: boolean): void {
  const message = { id: `Message:${messageId}`, fragment: ApplyChange_savedFragmentDoc };
  // Not by `modify`: of what has come by the stream the field is not there yet.
  if (cache.readFragment(message))
    cache.writeFragment({ ...message, data: { __typename: 'Message', id: messageId, viewerSaved: saved } });
  if (saved) cache.evict({ id: 'ROOT_QUERY', fieldName: 'savedMessages' });
}
