import { createStore } from '../ui/store.ts';

/** Known from an answer alone: the session's cookie cannot be read here. */
export const signedOut = createStore(false);
