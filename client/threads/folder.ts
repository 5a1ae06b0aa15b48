import type { LucideIcon } from 'lucide-react';
import { Archive, AtSign, CircleDot, MessagesSquare, Star, User, Users } from 'lucide-react';

import type { ThreadFolder } from '../generated/graphql.ts';
import { createStore } from '../ui/store.ts';

/** Which part of the list is shown: for as long as the page lives. */
export const openFolder = createStore<ThreadFolder>('INBOX');

interface FolderFace {
  readonly folder: ThreadFolder;
  readonly label: string;
  readonly icon: LucideIcon;
  /** What stands there when it holds nothing. */
  readonly empty: string;
}

export const inbox: FolderFace = {
  folder: 'INBOX',
  label: 'Conversations',
  icon: MessagesSquare,
  empty: 'What you archived is in the archive.',
};

export const folders: readonly FolderFace[] = [
  inbox,
  { folder: 'UNREAD', label: 'Unread', icon: CircleDot, empty: 'You have read everything.' },
  {
    folder: 'MENTIONS',
    label: 'Mentions',
    icon: AtSign,
    empty: 'Where somebody mentions you and you have not read it yet, the conversation stands here.',
  },
  { folder: 'DIRECT', label: 'Direct', icon: User, empty: 'Conversations with one person stand here.' },
  { folder: 'GROUPS', label: 'Groups', icon: Users, empty: 'Conversations of several people stand here.' },
  {
    folder: 'FAVOURITES',
    label: 'Favourites',
    icon: Star,
    empty: 'Make a conversation a favourite, and you find it here.',
  },
  {
    folder: 'ARCHIVED',
    label: 'Archive',
    icon: Archive,
    empty: 'What you archive waits here until something new comes.',
  },
];

export const faceOf = (folder: ThreadFolder): FolderFace =>
  folders.find((each) => each.folder === folder) ?? inbox;
