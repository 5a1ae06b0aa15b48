import type { Message } from '../messages/list/row.ts';
import { createStore } from '../ui/store.ts';

/** The message that one is about to forward. */
export const forwarding = createStore<Message | null>(null);
