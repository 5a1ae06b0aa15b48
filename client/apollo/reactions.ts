import type { FieldPolicy } from '@apollo/client';

export type Reactions = readonly { emoji: string; count?: number; viewerReacted?: boolean }[];

/** What is told to everybody alike does not say what is the viewer's own: it stays as it was, and what is new is not. */
export const reactionsOfMessage: FieldPolicy<Reactions> = {
  merge(existing, incoming) {
    const own = new Set(existing?.filter(({ viewerReacted }) => viewerReacted).map(({ emoji }) => emoji));
    return incoming.map((each) =>
      each.viewerReacted === undefined ? { ...each, viewerReacted: own.has(each.emoji) } : each,
    );
  },
};
