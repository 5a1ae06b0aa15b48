import type { Participant } from '../../prisma/client/client.ts';
import { builder, ofViewer } from '../builder.ts';
import { present } from '../loader.ts';
import { shownSeq } from '../replies/load.ts';
import { ownParticipant, threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { isArchived, unreadFrom } from './rules.ts';

/** Backed by the row of the person whose they are, whoever asks. */
export const ThreadPreferences = builder.objectRef<Participant>('ThreadPreferences').implement({
  description: 'How somebody has one of their threads in their own list. Nobody else sees it.',
  fields: (t) => ({
    pinned: t.exposeBoolean('pinned', { description: 'It stands in front of the others.' }),
    favourite: t.exposeBoolean('favourite', { description: 'It is among their favourites.' }),
    mutedUntil: t.expose('mutedUntil', {
      type: 'DateTime',
      nullable: true,
      description:
        'It is muted until then, `9999-12-31T23:59:59.999Z` for good; null or past where it is not muted.',
    }),
    archived: t.boolean({
      description: 'It is out of the list, until a message with a `seq` above `archivedSeq` comes.',
      resolve: async (row, _args, ctx) =>
        isArchived(row, await shownSeq(ctx, await present(threadById(ctx).load(row.threadId)))),
    }),
    archivedSeq: t.exposeInt('archivedSeq', {
      nullable: true,
      description: 'The `seq` of its last message when it was archived; null where it was not.',
    }),
    unreadFromSeq: t.int({
      nullable: true,
      description:
        'From this message on they marked it unread; null where they did not, and once they have read or written more since.',
      resolve: unreadFrom,
    }),
    unreadWhileReadSeq: t.int({
      nullable: true,
      description: '`unreadFromSeq` is over as soon as their `lastReadSeq` is another than this.',
      resolve: (row) => (unreadFrom(row) === null ? null : row.lastReadSeq),
    }),
  }),
});

builder.prismaObjectFields(Thread, (t) => ({
  preferences: t.field({
    type: ThreadPreferences,
    ...ofViewer,
    nullable: true,
    description: 'How the viewer has it in their list; null once they have left.',
    resolve: (row, _args, ctx) => ownParticipant(ctx).load(row.id),
  }),
}));
