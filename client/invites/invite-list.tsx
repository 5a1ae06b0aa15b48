import { wordsFor } from '../apollo/words.ts';
import { useGroupInvitesQuery } from '../generated/invites.ts';
import { Button } from '../ui/button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { InviteRow } from './invite-row.tsx';

const PAGE = 50;

/** The group's links, the newest first, also those that do not work any more. */
export function InviteList({ threadId }: { threadId: string }) {
  const query = useGroupInvitesQuery({ variables: { threadId, first: PAGE } });
  // While it is read again, what was there stays on screen.
  const connection = (query.data ?? query.previousData)?.thread?.invites;
  const more = () =>
    void query
      .fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } })
      .catch((cause: unknown) => toast(wordsFor(cause)));
  if (!connection) {
    if (!query.error) return <SkeletonRows count={2} />;
    return (
      <div className="flex flex-col items-start gap-2 text-muted">
        {wordsFor(query.error)}
        <Button onClick={() => void query.refetch().catch(() => {})}>Try again</Button>
      </div>
    );
  }
  if (connection.edges.length === 0) return null;
  return (
    <section aria-labelledby="links-heading">
      <h3 id="links-heading" className="mb-1 font-semibold">
        Links of this group
      </h3>
      <ul>
        {connection.edges.map(({ node }) => (
          <InviteRow key={node.id} invite={node} />
        ))}
      </ul>
      {connection.pageInfo.hasNextPage && (
        <Button onClick={more} className="mt-2 w-full">
          Show more links
        </Button>
      )}
    </section>
  );
}
