import type { MessageRow_shownFragment } from '../../generated/graphql.ts';
import type { LocalFile } from '../../uploads/local-file.ts';

export interface Refusal {
  /** In words for who wrote it. */
  readonly reason: string;
  /** Sent again as it is, it would be the same again. */
  readonly final: boolean;
}

/** One own message on its way. Ids are time-ordered, so their order is the order of writing. */
export interface OutboxEntry {
  readonly id: string;
  readonly threadId: string;
  readonly body: string;
  readonly createdAt: string;
  /** As it was quoted, so that the row can be shown after a restart without asking anybody. */
  readonly replyTo: MessageRow_shownFragment['replyTo'];
  /** It stands only among the replies to that. */
  readonly onlyInReplies?: true;
  /** What it carries, in order. */
  readonly files?: readonly LocalFile[];
  /** What the server calls them, once it has all of them; from then on the same is sent however often. */
  readonly attachmentIds?: readonly string[];
  /** Why the server did not take it; null while it waits. */
  readonly failure: Refusal | null;
  /** What the server made of it. Kept in memory for a moment, until the list has the message; never stored. */
  readonly stored?: MessageRow_shownFragment;
}

/** Whether its files are still on their way. */
export const isUploading = ({ files = [], attachmentIds }: OutboxEntry): boolean =>
  files.length > 0 && attachmentIds === undefined;

export function byId(a: OutboxEntry, b: OutboxEntry): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
