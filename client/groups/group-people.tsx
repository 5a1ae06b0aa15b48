import { UserPlus } from 'lucide-react';
import { useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { ThreadRow_threadFragment, useGroupPeopleQuery } from '../generated/graphql.ts';
import { FoundPeople } from '../group-people/found-people.tsx';
import { countOfPeople } from '../threads/count-of-people.ts';
import { Button } from '../ui/button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { AddPeopleDialog } from './add-people-dialog.tsx';
import { PersonRow } from './person-row.tsx';
import type { ViewerCan } from './viewer-can.ts';

export const PAGE = 100;

/** More than one sees at a glance. */
const MANY = 20;

type Props = {
  thread: ThreadRow_threadFragment;
  can: ViewerCan | null;
  query: ReturnType<typeof useGroupPeopleQuery>;
};

/** Who is in the group, in the order in which they came. */
export function GroupPeople({ thread, can, query: { data, error, fetchMore, refetch } }: Props) {
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useState('');
  const many = thread.participantCount > MANY;
  const sought = many ? search.trim() : '';
  const connection = data?.thread?.participants;
  const people = connection?.edges.map(({ node }) => node) ?? [];
  const more = () =>
    void fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } }).catch((cause: unknown) =>
      toast(wordsFor(cause)),
    );
  return (
    <section aria-labelledby="people-heading">
      <div className="mb-1 flex min-h-9 pointer-coarse:min-h-11 items-center justify-between gap-2">
        <h3 id="people-heading" className="font-semibold">
          {countOfPeople(thread.participantCount)}
        </h3>
        {can?.add && (
          <Button onClick={() => setAdding(true)}>
            <UserPlus aria-hidden size={18} />
            Add people
          </Button>
        )}
      </div>
      {many && (
        <TextField
          label="Find somebody in the group"
          type="search"
          placeholder="Name or handle"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="mb-2"
        />
      )}
      {sought !== '' ? (
        <FoundPeople threadId={thread.id} search={sought} can={can} />
      ) : connection ? (
        <ul className="-mx-2">
          {people.map((participant) => (
            <PersonRow key={participant.id} threadId={thread.id} participant={participant} can={can} />
          ))}
        </ul>
      ) : error ? (
        <div className="flex flex-col items-start gap-2 py-2 text-muted">
          {wordsFor(error)}
          <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
        </div>
      ) : (
        <SkeletonRows inline count={3} />
      )}
      {sought === '' && connection?.pageInfo.hasNextPage && (
        <Button onClick={more} className="mt-2 w-full">
          Show more people
        </Button>
      )}
      <AddPeopleDialog
        open={adding}
        onOpenChange={setAdding}
        threadId={thread.id}
        members={new Set(people.map(({ user }) => user.id))}
      />
    </section>
  );
}
