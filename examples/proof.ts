import { type Message, type MessagePage, messagePage } from './operations.ts';
import type { Session } from './session.ts';

const pageSize = 100;

/** What a reader must find: a line as its author said it. */
export type Expected = Omit<Message, 'seq' | 'author'> & {
  line: number;
  author: { handle: string; displayName: string };
};

/** All that is wrong with what a reader saw, in words. Nothing, if every line came once, in order, letter for letter. */
export function differences(expected: Expected[], seen: Message[]): string[] {
  const places = new Map(expected.map(({ id }, place) => [id, place]));
  const found = new Set<string>();
  const wrong: string[] = [];
  let latest = -1;
  for (const message of seen) {
    // System lines ("Ada joined") are the group's own, not the log's.
    if (message.author === null) continue;
    const place = places.get(message.id);
    const line = place === undefined ? undefined : expected[place];
    if (place === undefined || !line) {
      wrong.push(`${message.id} is no line of the log: ${JSON.stringify(message.body)}`);
      continue;
    }
    if (found.has(message.id)) wrong.push(`line ${line.line} came again`);
    else if (place < latest) wrong.push(`line ${line.line} came after line ${expected[latest]?.line}`);
    found.add(message.id);
    latest = Math.max(latest, place);
    wrong.push(...changes(line, message));
  }
  for (const { id, line } of expected) if (!found.has(id)) wrong.push(`line ${line} is missing`);
  return wrong;
}

function changes({ line, ...expected }: Expected, message: Message): string[] {
  const pairs: [what: string, expected: unknown, seen: unknown][] = [
    ['text', expected.body, message.body],
    ['author', expected.author.handle, message.author?.handle],
    ["author's name", expected.author.displayName, message.author?.displayName],
    ['reply', expected.replyTo?.id, message.replyTo?.id],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(
      ([what, before, after]) =>
        `line ${line}: ${what} ${JSON.stringify(before)} became ${JSON.stringify(after)}`,
    );
}

/** A thread counts its messages 1, 2, 3 … without a gap. */
export function gaps(seen: Message[]): string[] {
  return seen.flatMap(({ seq }, place) => (seq === place + 1 ? [] : [`message ${place + 1} has seq ${seq}`]));
}

/** A thread's whole history, oldest first, read page by page from either end. */
export async function readHistory(
  session: Session,
  threadId: string,
  from: 'oldest' | 'newest',
): Promise<Message[]> {
  const pages: Message[][] = [];
  let page: MessagePage | undefined;
  do {
    page = await readPage(session, threadId, from, page);
    pages.push(page.edges.map(({ node }) => node));
  } while (from === 'oldest' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage);
  return (from === 'oldest' ? pages : pages.toReversed()).flat();
}

async function readPage(
  session: Session,
  threadId: string,
  from: 'oldest' | 'newest',
  previous: MessagePage | undefined,
): Promise<MessagePage> {
  const window =
    from === 'oldest'
      ? { first: pageSize, after: previous?.pageInfo.endCursor }
      : { last: pageSize, before: previous?.pageInfo.startCursor };
  const { thread } = await session.query(messagePage, { threadId, ...window });
  if (!thread) throw new Error(`Thread ${threadId} is not to be seen`);
  return thread.messages;
}
