import { wordsFor } from '../apollo/words.ts';
import { useMessageEditsQuery } from '../generated/history.ts';
import { MessageBody } from '../messages/markdown/message-body.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatWhole } from '../ui/format.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';

/** All that the server keeps: the last, and the first. */
const PAGE = 100;

interface Props {
  readonly messageId: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What a message says, and what it said before, the newest first. */
export function HistoryDialog({ messageId, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="History of this message">
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto">
        <Versions messageId={messageId} />
      </div>
    </Dialog>
  );
}

function Versions({ messageId }: { readonly messageId: string }) {
  const { data, error, refetch } = useMessageEditsQuery({
    variables: { id: messageId, first: PAGE },
    // Nothing tells of what was kept; and it is looked at rarely.
    fetchPolicy: 'no-cache',
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
  if (message === null) return <p className="text-muted">This message is no longer here.</p>;
  const edits = message.edits.edges.map(({ node }) => node);
  if (edits.length === 0) return <p className="text-muted">Nothing was kept of what it said before.</p>;
  // Each was said from the edit before it on, the first from the beginning. Behind the first there may have been more than are kept.
  const last = edits.length - 1;
  const gapAt = edits.length < PAGE ? undefined : last;
  const versions = [
    { body: message.body, since: edits[0]?.editedAt },
    ...edits.map(({ body }, index) => ({
      body,
      since: index + 1 === gapAt ? undefined : edits[index + 1]?.editedAt,
    })),
  ];
  return (
    <ol className="flex flex-col gap-4" aria-label="Versions, newest first">
      {versions.map(({ body, since }, index) => (
        <li key={since ?? index}>
          {index - 1 === gapAt && (
            <p className="mb-4 text-muted">
              The first version and the last {PAGE - 1} are kept: some may be missing here.
            </p>
          )}
          <p className="mb-0.5 text-meta text-muted">
            {index === 0 && <span className="font-semibold text-text">Now · </span>}
            {since !== undefined && <time dateTime={since}>Edited {formatWhole(since)}</time>}
            {since === undefined && index - 1 === last && (
              <time dateTime={message.createdAt}>Sent {formatWhole(message.createdAt)}</time>
            )}
            {since === undefined && index === gapAt && 'Earlier'}
          </p>
          <MessageBody body={body} />
        </li>
      ))}
    </ol>
  );
}
