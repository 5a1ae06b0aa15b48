import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

import { followCounts } from './follow-counts.ts';

/** Keeps the badges of the folders right where not all of the list is loaded. Renders nothing. */
export function LiveCounts() {
  const client = useApolloClient();
  useEffect(() => followCounts(client), [client]);
  return null;
}
