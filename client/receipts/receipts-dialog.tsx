import { wordsFor } from '../apollo/words.ts';
import { type ReceiptRow_participantFragment, useMessageReceiptsQuery } from '../generated/receipts.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/** The API's largest page; of a crowd, those who have been in it longest. */
const PAGE = 100;

type Props = { messageId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Who has read a message, who has it on a device, and since when. */
export function ReceiptsDialog({ messageId, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Who has read this">
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto">
        <Receipts messageId={messageId} />
      </div>
    </Dialog>
  );
}

function Receipts({ messageId }: { messageId: string }) {
  const { data, error, refetch } = useMessageReceiptsQuery({
    variables: { id: messageId, first: PAGE },
    // Nothing tells of each receipt of a large group.
    fetchPolicy: 'network-only',
  });
  if (error) {
    return (
      <div className="flex flex-col items-start gap-2 text-muted">
        {wordsFor(error)}
        <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
      </div>
    );
  }
  if (!data) return <SkeletonRows count={3} />;
  const message = data.node?.__typename === 'Message' ? data.node : null;
  const readers = message?.readBy.edges.map(({ node }) => node) ?? [];
  const have = message?.deliveredTo.edges.map(({ node }) => node) ?? [];
  const unread = have.filter(({ id }) => !readers.some((reader) => reader.id === id));
  return (
    <>
      <People
        title="Read"
        nobody={
          data.privacy.readReceipts
            ? 'Nobody yet.'
            : 'You keep to yourself what you read, so you do not see what others have read.'
        }
        people={readers}
        more={message?.readBy.pageInfo.hasNextPage === true}
        since={({ readAt }) => readAt}
      />
      <People
        title={data.privacy.readReceipts ? 'Delivered, not read' : 'Delivered'}
        nobody={readers.length > 0 ? 'Nobody else.' : 'Nobody yet.'}
        people={unread}
        more={message?.deliveredTo.pageInfo.hasNextPage === true}
        since={({ deliveredAt }) => deliveredAt}
      />
    </>
  );
}

type PeopleProps = {
  title: string;
  nobody: string;
  people: readonly ReceiptRow_participantFragment[];
  more: boolean;
  since: (participant: ReceiptRow_participantFragment) => string | null;
};

function People({ title, nobody, people, more, since }: PeopleProps) {
  const heading = `receipts-${title.replaceAll(/\W+/g, '-').toLowerCase()}`;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-1 font-semibold">
        {title}
      </h3>
      {people.length === 0 && <p className="text-muted">{nobody}</p>}
      <ul>
        {people.map((participant) => {
          const at = since(participant);
          return (
            <li key={participant.id} className="flex min-h-11 items-center gap-3 py-1">
              <Avatar
                id={participant.user.id}
                name={participant.user.displayName}
                url={participant.user.avatarUrl}
                size={32}
              />
              <bdi className="min-w-0 flex-1 truncate">{participant.user.displayName}</bdi>
              {at !== null && <RelativeTime at={at} className="text-meta text-muted" />}
            </li>
          );
        })}
      </ul>
      {more && <p className="text-meta text-muted">and more</p>}
    </section>
  );
}
