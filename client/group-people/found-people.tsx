import { wordsFor } from '../apollo/words.ts';
import { useGroupPeopleFoundQuery } from '../generated/group-people.ts';
import { PersonRow } from '../groups/person-row.tsx';
import type { ViewerCan } from '../groups/viewer-can.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useSettled } from '../ui/use-settled.ts';

const FOUND_AT_MOST = 30;

type Props = { threadId: string; search: string; can: ViewerCan | null };

/** Who in the group has a name or handle that holds what is sought. */
export function FoundPeople({ threadId, search, can }: Props) {
  const settled = useSettled(search);
  const { data, previousData, error } = useGroupPeopleFoundQuery({
    variables: { threadId, search: settled, first: FOUND_AT_MOST },
    // Of who has come since, a list that was found before does not know.
    fetchPolicy: 'cache-and-network',
  });
  const found = (data ?? previousData)?.thread?.found;
  if (!found) {
    if (!error) return <SkeletonRows inline count={3} />;
    return <p className="py-2 text-muted">{wordsFor(error)}</p>;
  }
  if (found.edges.length === 0)
    return (
      <p role="status" className="py-2 text-muted">
        Nobody here is called “{settled}”.
      </p>
    );
  return (
    <>
      <ul className="-mx-2">
        {found.edges.map(({ node }) => (
          <PersonRow key={node.id} threadId={threadId} participant={node} can={can} />
        ))}
      </ul>
      {found.pageInfo.hasNextPage && <p className="py-2 text-muted">There are more: type on to find them.</p>}
    </>
  );
}
