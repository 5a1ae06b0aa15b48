import type { ThreadFolder } from '../generated/graphql.ts';
import { createStore } from '../ui/store.ts';

interface Beyond {
  /** Ids of the threads that were loaded then: these are counted here. */
  readonly loaded: ReadonlySet<string>;
  /** How many more wait in each folder, as the server counts them. */
  readonly waiting: Partial<Record<ThreadFolder, number>>;
}

/** What the loaded part of the list does not know of. Null where it is all there is, and until the server has counted (see folders/). */
export const beyondList = createStore<Beyond | null>(null);
