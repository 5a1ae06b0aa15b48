import { createHash } from 'node:crypto';
import type { Attachment, Message } from '../../prisma/client/client.ts';
import { readAhead } from '../ahead.ts';
import { attachmentsOf } from '../attachment/load.ts';
import { AttachmentType } from '../attachment/type.ts';
import { atMost, builder } from '../builder.ts';
import { assertSignedIn, type SignedIn } from '../context.ts';
import { idArgument } from '../id-rule.ts';
import { MessageConnection, MessageEdge } from '../message/type.ts';
import { forwardArgs, page, type PageArgs } from '../paging.ts';
import { parseArgument } from '../parse.ts';
import { Turns } from '../turns.ts';
import { bestHits, newestHits } from './lists.ts';
import { matchesIn, rangesAtMost, type TextRange } from './matches.ts';
import { isEmpty, queryLimit, queryRule, type Word, wordLimit } from './query.ts';
import { ranked } from './rank.ts';
import { scopeOf } from './scope.ts';

const TextRangeType = builder.objectRef<TextRange>('TextRange').implement({
  description: 'A part of a text.',
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'How many characters stand in front of it, as Unicode counts them: an emoji is one.',
    }),
    length: t.exposeInt('length', { description: 'How many characters it has.' }),
  }),
});

const SearchOrder = builder.enumType('SearchOrder', {
  description: 'What comes first among what is found.',
  values: {
    NEWEST: { description: 'The newest message.' },
    RELEVANCE: {
      description: `What fits best, of the ${ranked.toLocaleString('en')} newest that fit at all.`,
    },
  } as const,
});

interface AttachmentMatch extends TextRange {
  attachment: Attachment;
}

const AttachmentMatchType = builder.objectRef<AttachmentMatch>('AttachmentMatch').implement({
  description: 'Where the name of a file holds what was sought.',
  fields: (t) => ({
    attachment: t.expose('attachment', { type: AttachmentType, description: 'The file.' }),
    start: t.exposeInt('start', {
      description: 'How many characters of its `name` stand in front of it, as Unicode counts them.',
    }),
    length: t.exposeInt('length', { description: 'How many characters it has.' }),
  }),
});

/** Of all of a message's files together, of which each has its share. */
const nameRangesAtMost = 20;

/** Matches are looked for where they are asked for alone: a page of long messages takes its time. */
interface Hit {
  matches?: () => TextRange[];
  attachmentMatches?: () => Promise<AttachmentMatch[]>;
}

builder.objectField(MessageEdge, 'matches', (t) =>
  t.field({
    type: [TextRangeType],
    ...atMost(rangesAtMost),
    description:
      'Of a message that was searched for, where its `body` holds what was sought, in order: at most ' +
      `${rangesAtMost} places. Empty in every other list.`,
    resolve: (edge) => (edge as Hit).matches?.() ?? [],
  }),
);

builder.objectField(MessageEdge, 'attachmentMatches', (t) =>
  t.field({
    type: [AttachmentMatchType],
    ...atMost(nameRangesAtMost),
    description:
      'Of a message that was searched for, where the names of its attachments hold what was sought, in order: at most ' +
      `${nameRangesAtMost} places. Empty in every other list.`,
    resolve: (edge) => (edge as Hit).attachmentMatches?.() ?? [],
  }),
);

async function attachmentMatches(ctx: SignedIn, message: Message, words: readonly Word[]) {
  const attachments = await attachmentsOf(message, ctx);
  const share = Math.floor(nameRangesAtMost / attachments.length);
  return attachments.flatMap((attachment) =>
    matchesIn(attachment.name, words, share).map((range) => ({ attachment, ...range })),
  );
}

interface SearchArgs extends PageArgs {
  query: string;
  threadId?: string | null | undefined;
  order?: 'NEWEST' | 'RELEVANCE' | null | undefined;
}

/** Of one account, on one instance. */
const turns = new Turns(2, 8);

async function searchMessages(ctx: SignedIn, { query, threadId, order, ...args }: SearchArgs) {
  const sought = parseArgument('query', queryRule, query);
  const within = threadId == null ? null : idArgument('thr', 'threadId', threadId);
  const viewerId = ctx.viewer.userId;
  const scope = await scopeOf(ctx, sought, within);
  const name = createHash('sha256')
    .update(JSON.stringify([viewerId, query, within]))
    .digest('base64url')
    .slice(0, 16);
  const search = { viewerId, sought, scope };
  const { sql } = ctx.reader(within ?? 'messages');
  const nothing = isEmpty(sought) || scope.authors?.length === 0 || scope.threads?.length === 0;
  const hits =
    order === 'RELEVANCE'
      ? await page(args, bestHits(sql, name, search, nothing))
      : await page(args, newestHits(sql, name, search, nothing));
  for (const edge of hits.edges) {
    const hit = edge as Hit;
    hit.matches = () => matchesIn(edge.node.body, sought.words);
    hit.attachmentMatches = () => attachmentMatches(ctx, edge.node, sought.words);
  }
  return {
    edges: hits.edges,
    // What lies on the far side of the page is another search, and takes its turn.
    get pageInfo() {
      return turns.take(viewerId, async () => hits.pageInfo);
    },
  };
}

builder.queryField('searchMessages', (t) =>
  t.field({
    type: MessageConnection,
    description:
      'What was said in the viewer’s threads. A message is found that holds every word of the query, in what it says or in the names ' +
      'of its files, without regard to case and accents: also within longer words, from three characters on, and in any script.',
    args: {
      query: t.arg.string({
        required: true,
        description:
          'Words, `"several words"` that stand together, `-word` for what is not to be there, and `from:handle` (`from:me`), ' +
          '`in:name` (a group’s name or id, or the handle of whom one talks with), `has:link`, `has:image`, `has:file`, each of ' +
          'these also with a minus in front (`-from:handle`), `before:` and `after:` a day, ' +
          `month or year in UTC (\`after:2026-05-31\` with that day). Up to ${queryLimit} characters and ${wordLimit} words; an empty one finds nothing.`,
      }),
      threadId: t.arg.id({ description: 'Only in this thread.' }),
      order: t.arg({
        type: SearchOrder,
        defaultValue: 'NEWEST',
        description: 'What comes first.',
      }),
      ...forwardArgs,
    },
    resolve: async (_root, args, ctx, info) => {
      assertSignedIn(ctx);
      const found = turns.take(ctx.viewer.userId, () => searchMessages(ctx, args));
      return readAhead(await found, ctx, info);
    },
  }),
);
