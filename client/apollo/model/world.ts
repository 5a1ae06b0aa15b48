import type { Role, ThreadKind, WhoMay } from '../../generated/graphql.ts';

export const viewerId = 'usr_me';

export type Preferences = {
  pinned: boolean;
  favourite: boolean;
  mutedUntil: number | null;
  archivedSeq: number | null;
  unreadFromSeq: number | null;
  unreadWhileReadSeq: number | null;
};
export type Participant = {
  id: string;
  userId: string;
  role: Role;
  lastReadSeq: number;
  lastDeliveredSeq: number;
};
export type Message = {
  id: string;
  seq: number;
  authorId: string | null;
  body: string;
  /** Whether it names the viewer. */
  names: boolean;
  at: number;
  editedAt: number | null;
  deletedAt: number | null;
  pinnedAt: number | null;
  saved: boolean;
  /** Whose words it passes on. */
  forwardedFromId: string | null;
  /** In the order of first use: who has set each. */
  reactions: { emoji: string; people: string[] }[];
  /** What it answers, and whether it stands there alone. */
  answers: Message | null;
  aside: boolean;
  /** Whether the viewer follows the replies to it, has some to see, and is named in one of these. */
  follow: { followed: boolean; unread: boolean; named: boolean };
};
export type Thread = {
  id: string;
  kind: ThreadKind;
  name: string | null;
  topic: string | null;
  pictureUrl: string | null;
  whoMayPost: WhoMay;
  whoMayAdd: WhoMay;
  whoMayCallAll: WhoMay;
  historyVisible: boolean;
  editWindowSeconds: number | null;
  groupArchivedAt: number | null;
  createdAt: number;
  people: Participant[];
  preferences: Preferences;
  messages: Message[];
};

export const nothingSet = (): Preferences => ({
  pinned: false,
  favourite: false,
  mutedUntil: null,
  archivedSeq: null,
  unreadFromSeq: null,
  unreadWhileReadSeq: null,
});
