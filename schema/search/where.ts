import { Prisma } from '../../prisma/client/client.ts';
import type { Has, Sought, Word } from './query.ts';
import { type Scope, threadsCalled } from './scope.ts';

/** Whom it is for, what is sought, and between which places of the list. */
export interface Search {
  viewerId: string;
  sought: Sought;
  scope: Scope;
}

/** Whether the viewer, as the participant `p`, may see the message `m`: the one place that says so for every search. */
export const sees = (viewerId: string) => Prisma.sql`
  p."threadId" = m."threadId" and p."userId" = ${viewerId} and p."visibleFromSeq" <= m.seq`;

/** As a subquery, since the planner takes a join for a reason to read everything that somebody may see. */
export const visible = (viewerId: string) =>
  Prisma.sql`(select true from "Participant" p where ${sees(viewerId)})`;

/** What is asked of `m` besides what it says: by columns that bear an index. */
export function placed({ viewerId, sought, scope: { authors, threads, notAuthors } }: Search): Prisma.Sql {
  const { since, until, not } = sought;
  return all([
    Prisma.sql`m."authorId" is not null and m."deletedAt" is null`,
    ...(authors ? [Prisma.sql`m."authorId" = any(${authors})`] : []),
    ...(threads ? [Prisma.sql`m."threadId" = any(${threads})`] : []),
    ...(notAuthors.length > 0 ? [Prisma.sql`m."authorId" <> all(${notAuthors})`] : []),
    // Looked up in the statement itself: however many they are, none of them is found.
    ...(not.in.length > 0 ? [Prisma.sql`m."threadId" not in (${threadsCalled(viewerId, not.in)})`] : []),
    ...(since ? [Prisma.sql`m."createdAt" >= ${since}`] : []),
    ...(until ? [Prisma.sql`m."createdAt" < ${until}`] : []),
    ...(asksForFiles(sought) ? [Prisma.sql`m."attachmentCount" > 0`] : []),
  ]);
}

/** Whether only messages that carry something are wanted. */
export const asksForFiles = ({ has }: Sought): boolean => has.includes('image') || has.includes('file');

/** What is searched of a message: what it says, and the names of its files. The index is of it. */
const searched = Prisma.sql`m.body || m."fileNames"`;

/** What the index finds; null where it has nothing to look for. */
export function indexed({ sought: { words, has } }: Search): Prisma.Sql | null {
  const found = [
    ...words.map(({ text, starts }) =>
      starts
        ? Prisma.sql`search_text(${searched}) ~ search_start(${text})`
        : Prisma.sql`search_text(${searched}) like search_within(${text})`,
    ),
    ...(has.includes('link') ? [Prisma.sql`search_text(${searched}) like '%http%'`] : []),
  ];
  return found.length === 0 ? null : all(found);
}

/** The whole of what a message says or does not say, asked in a way that no index answers. */
export const holds = (search: Search): Prisma.Sql =>
  all([holdsWords(search.sought.words, search.sought.without), ...carries(search)]);

/** What is left of it to be asked of what the index has found: that looks at the words itself. */
export const holdsBesides = (search: Search): Prisma.Sql[] => [
  ...(search.sought.without.length > 0 ? [holdsWords([], search.sought.without)] : []),
  ...carries(search),
];

function holdsWords(words: readonly Word[], without: readonly Word[]): Prisma.Sql {
  const split = (list: readonly Word[]) => [
    Prisma.sql`array(select search_within(w) from unnest(${texts(list, false)}::text[]) w)`,
    Prisma.sql`array(select search_start(w) from unnest(${texts(list, true)}::text[]) w)`,
  ];
  return Prisma.sql`search_holds(${searched}, ${Prisma.join([...split(words), ...split(without)])})`;
}

/** What is asked once however often it is typed. */
const carried: Record<Has, Prisma.Sql> = {
  link: Prisma.sql`m.body ~* '\\mhttps?://\\S'`,
  image: Prisma.sql`exists (select from "Attachment" a where a."messageId" = m.id and a.kind = 'IMAGE'::"AttachmentKind")`,
  file: Prisma.sql`m."attachmentCount" > 0`,
};

const carries = ({ sought: { has, not } }: Search): Prisma.Sql[] => [
  ...Array.from(new Set(has), (kind) => carried[kind]),
  ...Array.from(new Set(not.has), (kind) => Prisma.sql`not (${carried[kind]})`),
];

const texts = (words: readonly Word[], starts: boolean) =>
  words.filter((word) => word.starts === starts).map(({ text }) => text);

export const all = (conditions: Prisma.Sql[]): Prisma.Sql => Prisma.join(conditions, ' and ');
