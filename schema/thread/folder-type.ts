import { builder } from '../builder.ts';
import { countedUpTo, type Counted } from './folders.ts';

export const ThreadFolder = builder.enumType('ThreadFolder', {
  description: 'A part of the viewer’s list. What is archived is in ARCHIVED alone.',
  values: {
    INBOX: { description: 'Everything that is not archived.' },
    UNREAD: { description: 'What has something unread and is not muted.' },
    MENTIONS: { description: 'What has something unread that mentions the viewer, muted or not.' },
    DIRECT: { description: 'Direct threads.' },
    GROUPS: { description: 'Groups.' },
    FAVOURITES: { description: 'What the viewer has made a favourite.' },
    ARCHIVED: { description: 'What the viewer has archived, until something new comes.' },
  },
});

export const FolderCount = builder.objectRef<Counted>('FolderCount').implement({
  description: 'How much waits in a folder of the viewer’s list.',
  fields: (t) => ({
    folder: t.expose('folder', { type: ThreadFolder, description: 'Which folder.' }),
    unreadThreads: t.exposeInt('unreadThreads', {
      description: `How many of its threads have something unread and are not muted, or, of MENTIONS, mention the viewer: ${countedUpTo} means that many or more.`,
    }),
  }),
});
