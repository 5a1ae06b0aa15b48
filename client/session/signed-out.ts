import { createStore } from '../ui/store.ts';

/** Known from an answer alone: the session's cookie cannot be read here. */
export const signedOut = createStore(false);

/** Whether who leaves does so of their own will: what this browser kept for them goes too. */
export const forGood = createStore(false);
