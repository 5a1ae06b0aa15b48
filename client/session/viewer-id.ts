import { createStore } from '../ui/store.ts';

/** Whose screens these are. The server is told with all that it is asked: another tab may have signed somebody else in. */
export const viewerId = createStore<string | null>(null);
