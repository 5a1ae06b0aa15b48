import { wordsFor } from '../apollo/words.ts';
import {
  type Receipts_peopleFragment,
  useMessageDeliveredToQuery,
  useMessageReadByQuery,
} from '../generated/receipts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { People } from './people.tsx';

const PAGE = 50;

type Props = { messageId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Who has read a message, who has it on a device, and by when at the latest. */
export function ReceiptsDialog({ messageId, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Who has read this"
      description="The times say by when at the latest."
    >
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto">
        <Readers messageId={messageId} />
        <Receivers messageId={messageId} />
      </div>
    </Dialog>
  );
}

/** Nothing tells of each receipt of a large group. */
const asked = (messageId: string) =>
  ({ variables: { id: messageId, first: PAGE }, fetchPolicy: 'network-only' }) as const;

function Readers({ messageId }: { messageId: string }) {
  const { data, error, refetch, fetchMore } = useMessageReadByQuery(asked(messageId));
  const readBy = data?.node?.__typename === 'Message' ? data.node.readBy : undefined;
  const more = () =>
    fetchMore({
      variables: { after: readBy?.pageInfo.endCursor ?? null },
      updateQuery: (held, { fetchMoreResult }) => {
        const [before, behind] = [held.node, fetchMoreResult.node];
        if (before?.__typename !== 'Message' || behind?.__typename !== 'Message') return held;
        return { ...fetchMoreResult, node: { ...behind, readBy: joined(before.readBy, behind.readBy) } };
      },
    });
  return (
    <People
      title="Read"
      people={data && peopleOf(readBy)}
      nobody={
        data?.privacy.readReceipts === false
          ? 'You keep to yourself what you read, so you do not see what others have read.'
          : 'Nobody yet.'
      }
      since={({ readAt }) => readAt}
      more={readBy?.pageInfo.hasNextPage ? () => void more().catch(complain) : undefined}
      error={error}
      retry={() => void refetch().catch(() => {})}
    />
  );
}

function Receivers({ messageId }: { messageId: string }) {
  const { data, error, refetch, fetchMore } = useMessageDeliveredToQuery(asked(messageId));
  const message = data?.node?.__typename === 'Message' ? data.node : undefined;
  const { readReceipts = true, presence = true } = data?.privacy ?? {};
  const unread = (deliveredTo: Receipts_peopleFragment | undefined) =>
    peopleOf(deliveredTo).filter(({ lastReadSeq }) => lastReadSeq < (message?.seq ?? 0));
  /** Of a page all may have read it: on to the first who has not. */
  async function more() {
    for (let after = message?.deliveredTo.pageInfo.endCursor ?? null; after !== null;) {
      const { data: next } = await fetchMore({
        variables: { after },
        updateQuery: (held, { fetchMoreResult }) => {
          const [before, behind] = [held.node, fetchMoreResult.node];
          if (before?.__typename !== 'Message' || behind?.__typename !== 'Message') return held;
          const deliveredTo = joined(before.deliveredTo, behind.deliveredTo);
          return { ...fetchMoreResult, node: { ...behind, deliveredTo } };
        },
      });
      const page = next?.node?.__typename === 'Message' ? next.node.deliveredTo : undefined;
      after = unread(page).length === 0 && page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  }
  return (
    <People
      title={readReceipts ? 'Delivered, not read' : 'Delivered'}
      people={data && unread(message?.deliveredTo)}
      nobody={
        presence
          ? 'Nobody.'
          : 'You keep to yourself when you are here, so you do not see what has reached others.'
      }
      since={({ deliveredAt }) => deliveredAt}
      more={message?.deliveredTo.pageInfo.hasNextPage ? () => void more().catch(complain) : undefined}
      error={error}
      retry={() => void refetch().catch(() => {})}
    />
  );
}

const peopleOf = (page: Receipts_peopleFragment | undefined) => page?.edges.map(({ node }) => node) ?? [];

const joined = (before: Receipts_peopleFragment, behind: Receipts_peopleFragment) => ({
  ...behind,
  edges: [...before.edges, ...behind.edges],
});

const complain = (cause: unknown) => toast(wordsFor(cause));
