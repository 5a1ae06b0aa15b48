import type { MessageReactorsQuery } from '../generated/reactors.ts';

type Reacted = Extract<NonNullable<MessageReactorsQuery['node']>, { __typename: 'Message' }>;
/** Those who have set the same emoji, as far as they are known. */
export type Kind = Reacted['reactions'][number];

export const kindsOf = ({ node }: MessageReactorsQuery): readonly Kind[] =>
  node?.__typename === 'Message' ? node.reactions : [];

/** What is known of all kinds, with the next page of one of them. */
export function withMore(
  before: MessageReactorsQuery,
  next: MessageReactorsQuery,
  emoji: string,
): MessageReactorsQuery {
  const { node } = before;
  if (node?.__typename !== 'Message') return before;
  const more = kindsOf(next).find((kind) => kind.emoji === emoji)?.users;
  const reactions = node.reactions.map((kind) => (kind.emoji === emoji ? longer(kind, more) : kind));
  return { ...before, node: { ...node, reactions } };
}

/** Without `more` all of them have taken it back meanwhile. */
function longer({ users, ...kind }: Kind, more: Kind['users'] | undefined): Kind {
  if (!more) return { ...kind, users: { ...users, pageInfo: { ...users.pageInfo, hasNextPage: false } } };
  // Who has taken it back and set it again comes twice.
  const known = new Set(users.edges.map(({ node }) => node.id));
  return {
    ...kind,
    users: { ...more, edges: [...users.edges, ...more.edges.filter(({ node }) => !known.has(node.id))] },
  };
}
