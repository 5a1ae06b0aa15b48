import type { Person_userFragment } from '../generated/graphql.ts';
import { usePeopleQuery } from '../generated/graphql.ts';
import { useSettled } from '../ui/use-settled.ts';

const FOUND_AT_MOST = 30;

/**
 * People whose name or handle fits, asked for once typing pauses. Until the answer is there, those of the last one that fit: whatever
 * stands in the list is what was typed, so Enter never takes somebody else.
 */
export function useFoundPeople(search: string, skip = false) {
  const settled = useSettled(search);
  const { data, previousData, loading, error } = usePeopleQuery({
    variables: { search: settled, first: FOUND_AT_MOST },
    skip,
    // People sign up and change their names; the cache does not hear of it.
    fetchPolicy: 'cache-and-network',
  });
  const people: readonly Person_userFragment[] =
    (data ?? previousData)?.users.edges.map(({ node }) => node) ?? [];
  const isAnswer = data !== undefined && settled === search;
  return {
    people: isAnswer ? people : people.filter((person) => fits(person, search)),
    loading: loading || settled !== search,
    error,
  };
}

function fits({ handle, displayName }: Person_userFragment, search: string): boolean {
  const needle = search.toLocaleLowerCase();
  return handle.includes(needle) || displayName.toLocaleLowerCase().includes(needle);
}
