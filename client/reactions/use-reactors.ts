import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';

import { ReactorsDocument } from '../generated/reactions.ts';
import { namesOf } from './words.ts';

/** So many fit into a line. */
const namesAtMost = 5;

const nobody: ReadonlyMap<string, string> = new Map();

/** Who has reacted with what, asked when somebody points at it: by emoji, in words. */
export function useReactors(messageId: string) {
  const client = useApolloClient();
  const [words, setWords] = useState(nobody);
  const ask = useCallback(async (): Promise<ReadonlyMap<string, string>> => {
    try {
      const { data } = await client.query({
        query: ReactorsDocument,
        variables: { id: messageId, first: namesAtMost },
        // What is kept of reactions is what rows show.
        fetchPolicy: 'no-cache',
      });
      if (data?.node?.__typename !== 'Message') return nobody;
      const found = new Map(
        data.node.reactions.map(({ emoji, count, users }) => [
          emoji,
          namesOf(
            users.edges.map(({ node }) => node.displayName),
            count,
          ),
        ]),
      );
      setWords(found);
      return found;
    } catch {
      // Without a network nobody is named; how many there are is said all the same.
      return nobody;
    }
  }, [client, messageId]);
  return { words, ask };
}
