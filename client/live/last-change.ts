import type { Change } from '../apollo/change.ts';
import { createStore } from '../ui/store.ts';

/** What the stream brought last, for those who follow it beside the cache. */
export const lastChange = createStore<Change | null>(null);
