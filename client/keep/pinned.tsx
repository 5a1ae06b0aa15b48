import { usePinnedMessagesQuery } from '../generated/keep.ts';
import { PinnedBar } from './pinned-bar.tsx';
import type { PinnedProps } from './pinned-host.tsx';

/** Asks what is pinned; from then on the stream tells. Where nothing is, nothing stands there. */
export function Pinned({ threadId, ...props }: PinnedProps) {
  const { data } = usePinnedMessagesQuery({ variables: { threadId } });
  const messages = data?.thread?.pinnedMessages.edges.map(({ node }) => node) ?? [];
  return messages.length === 0 ? <></> : <PinnedBar messages={messages} {...props} />;
}
