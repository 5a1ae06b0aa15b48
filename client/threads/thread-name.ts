import type { ThreadRow_threadFragment } from '../generated/graphql.ts';

type Named = Pick<ThreadRow_threadFragment, 'kind' | 'name'> & {
  peer: { id: string; displayName: string } | null;
};

/** A group has a name; a direct thread is called after the other person. */
export function threadName({ kind, name, peer }: Named): string {
  return (kind === 'GROUP' ? name : peer?.displayName) ?? 'Conversation';
}

/** Whose hue and picture stand for a thread. */
export function threadFace(
  thread: Named & { id: string; pictureUrl: string | null; peer: { avatarUrl: string | null } | null },
) {
  const { peer, pictureUrl } = thread;
  return { id: peer?.id ?? thread.id, name: threadName(thread), url: peer ? peer.avatarUrl : pictureUrl };
}
