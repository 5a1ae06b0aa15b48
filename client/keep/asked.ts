import type { Message } from '../messages/list/row.ts';
import { createStore } from '../ui/store.ts';

/** What has a dialog of its own: where to forward a message, and who has reacted to it. */
interface Asked {
  readonly dialog: 'forward' | 'reactors';
  readonly message: Message;
}

/** What somebody has asked for in a message's menu. */
export const asked = createStore<Asked | null>(null);
