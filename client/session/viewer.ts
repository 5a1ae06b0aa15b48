import { createContext, use } from 'react';

import type { Person_userFragment } from '../generated/graphql.ts';

export const ViewerContext = createContext<Person_userFragment | null>(null);

/** Who is signed in. Only below `Session`. */
export function useViewer(): Person_userFragment {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer is for screens of a signed-in person.');
  return viewer;
}
