import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from './id.ts';
import { sendMessage } from './message/commands.ts';
import { page, type PageArgs, type Range } from './paging.ts';
import { direct, group, say } from './testing/threads.ts';
import { openWorld, type Person } from './testing/world.ts';

type Page = Awaited<ReturnType<typeof page<number, [number]>>>;

/** A list in memory. */
const listOf = (rows: readonly number[], name = 'numbers') => ({
  name,
  keyOf: (row: number): [number] => [row],
  isKey: (key: unknown): key is [number] =>
    Array.isArray(key) && key.length === 1 && Number.isInteger(key[0]),
  fetch: async ({ after, before, take, fromBack }: Range<[number]>) => {
    const found = rows.filter((row) => (!after || row > after[0]) && (!before || row < before[0]));
    return (fromBack ? found.toReversed() : found).slice(0, take);
  },
});

const rowsIn = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
  .map((rows) => rows.toSorted((a, b) => a - b));
const size = fc.integer({ min: 1, max: 100 });
const nodes = (found: Page) => found.edges.map((edge) => edge.node);

describe('a page of any list', () => {
  it('[PG2] walked from the front or from the back, the pages are the list', async () => {
    await fc.assert(
      fc.asyncProperty(rowsIn, fc.integer({ min: 1, max: 7 }), fc.boolean(), async (rows, take, fromBack) => {
        const walked: number[][] = [];
        let cursor: string | null = null;
        for (;;) {
          const found: Page = await page(
            fromBack ? { last: take, before: cursor } : { first: take, after: cursor },
            listOf(rows),
          );
          walked.push(nodes(found));
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = await found.pageInfo;
          if (!(fromBack ? hasPreviousPage : hasNextPage)) break;
          cursor = fromBack ? startCursor : endCursor;
        }
        expect((fromBack ? walked.toReversed() : walked).flat()).toEqual(rows);
        // No page more than it takes.
        expect(walked).toHaveLength(Math.max(1, Math.ceil(rows.length / take)));
      }),
    );
  });

  it('[PG3] says truly whether there is more behind and in front, whatever was asked', async () => {
    const anywhere = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        rowsIn,
        size,
        fc.boolean(),
        anywhere,
        anywhere,
        async (rows, take, fromBack, one, other) => {
          const [after, before] =
            one !== null && other !== null && one >= other ? [other, one + 1] : [one, other];
          const cursorOf = async (row: number | null) =>
            row === null ? null : (await page({}, listOf([row]))).edges[0]!.cursor;
          const args: PageArgs = {
            after: await cursorOf(after),
            before: await cursorOf(before),
            ...(fromBack ? { last: take } : { first: take }),
          };
          const found = await page(args, listOf(rows));
          const between = rows.filter(
            (row) => (after === null || row > after) && (before === null || row < before),
          );
          const expected = fromBack ? between.slice(-take) : between.slice(0, take);
          expect(nodes(found)).toEqual(expected);
          // An empty page stands where its cursors say.
          const behind =
            expected.length > 0
              ? rows.some((row) => row > expected.at(-1)!)
              : before !== null && rows.some((row) => row >= before);
          const inFront =
            expected.length > 0
              ? rows.some((row) => row < expected[0]!)
              : after !== null && rows.some((row) => row <= after);
          const { hasNextPage, hasPreviousPage } = await found.pageInfo;
          expect({ hasNextPage, hasPreviousPage }).toEqual({ hasNextPage: behind, hasPreviousPage: inFront });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[PG3] looks at its far side for who asks alone, and once', async () => {
    const list = listOf([1, 2, 3]);
    const fetch = vi.spyOn(list, 'fetch');
    const after = (await page({ first: 1 }, list)).edges[0]!.cursor;
    fetch.mockClear();
    const found = await page({ first: 1, after }, list);
    expect(nodes(found)).toEqual([2]);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect((await found.pageInfo).hasPreviousPage).toBe(true);
    expect((await found.pageInfo).hasPreviousPage).toBe(true);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('[PG4] refuses a cursor that is broken, made up, or of another list', async () => {
    const good = (await page({}, listOf([5]))).edges[0]!.cursor;
    const foreign = (await page({}, listOf([5], 'others'))).edges[0]!.cursor;
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const wrong = [
      foreign,
      '',
      ' ',
      'x',
      `${good}=`,
      `${good}A`,
      good.slice(1),
      good.toUpperCase(),
      '\0',
      '😀',
      made(null),
      made(7),
      made([]),
      made({}),
      made(['numbers']),
      made(['numbers', '5']),
      made(['numbers', 5, 5]),
      made(['numbers', 5.5]),
      made(['numbers', null]),
    ];
    for (const cursor of wrong) {
      for (const argument of ['after', 'before'] as const) {
        await expect(page({ [argument]: cursor }, listOf([1, 5, 9])), cursor).rejects.toMatchObject({
          extensions: {
            code: 'BAD_INPUT',
            fields: [{ path: argument, reason: 'This is not a cursor of this list.' }],
          },
        });
      }
    }
    expect(nodes(await page({ after: good }, listOf([1, 5, 9])))).toEqual([9]);
  });

  it('[PG4] never takes a made-up cursor for one of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.base64String(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        async (cursor) => {
          await expect(page({ after: cursor }, listOf([1, 2, 3]))).rejects.toMatchObject({
            extensions: { code: 'BAD_INPUT' },
          });
        },
      ),
    );
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: 0 }, 'last'],
    [{ last: 101 }, 'last'],
    [{ first: 2_147_483_647 }, 'first'],
    [{ first: 1, last: 1 }, 'last'],
  ])('[PG1] refuses a page of %j', async (args, path) => {
    await expect(page(args, listOf([1]))).rejects.toMatchObject({
      extensions: { code: 'BAD_INPUT', fields: [{ path }] },
    });
  });

  it('[PG1] has 50 entries where nothing is said, and at most 100', async () => {
    const many = listOf(Array.from({ length: 300 }, (_, index) => index));
    expect((await page({}, many)).edges).toHaveLength(50);
    expect((await page({ first: null, last: null, after: null, before: null }, many)).edges).toHaveLength(50);
    expect(nodes(await page({ first: 100 }, many))).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(nodes(await page({ last: 100 }, many))[0]).toBe(200);
    expect(
      nodes(await page({ before: (await page({ last: 1 }, many)).edges[0]!.cursor }, many)),
    ).toHaveLength(50);
  });

  it('[PG6] begins and ends where its edges do', async () => {
    const found = await page({ first: 3 }, listOf([1, 2, 3, 4]));
    expect(await found.pageInfo).toMatchObject({
      startCursor: found.edges[0]!.cursor,
      endCursor: found.edges[2]!.cursor,
    });
    expect(await (await page({}, listOf([]))).pageInfo).toEqual({
      startCursor: null,
      endCursor: null,
      hasNextPage: false,
      hasPreviousPage: false,
    });
  });
});

/** The lists as the API gives them. `backwards` is whether one can walk from the back. */
interface Listed {
  name: string;
  list(): { path: string; args?: string; variables: Record<string, unknown>; asker: Person };
  expected(): Promise<string[]>;
  backwards: boolean;
}

describe('the lists of the API', async () => {
  const world = await openWorld();
  afterAll(() => world.close());

  const numbered = 987_654_321_000_000;
  let [ann, bob]: Person[] = [];
  let threadId = '';
  let messageId = '';
  beforeAll(async () => {
    // Whatever is numbered by the database goes on from here.
    for (const table of ['"Reaction"', '"MessageEdit"', '"SavedMessage"', '"Event"'])
      await world.prisma.$executeRaw`select setval(pg_get_serial_sequence(${table}, 'id'), ${numbered})`;
    [ann, bob] = [await world.person({ handle: 'ann' }), await world.person({ handle: 'bob' })];
    const others = await world.people(12);
    threadId = await group(ann, { admins: [bob], members: others });
    messageId = (await say(bob, threadId, 'What do you think?')).id;
    for (let index = 0; index < 21; index += 1)
      await say(index % 3 ? ann : bob, threadId, `${index}`, index % 2 ? { replyToId: messageId } : {});
    for (let index = 0; index < 12; index += 1) {
      const said = await say(bob, threadId, `${['@ann', '@all', '@ann @all'][index % 3]} ${index}`);
      for (const mutation of ['saveMessage', 'pinMessage']) await ann.must(mutation, { messageId: said.id });
    }
    await world.prisma
      .$executeRaw`update "Message" set "pinnedAt" = '2026-01-01T00:00:00Z' where "pinnedAt" is not null and seq % 3 = 0`;
    // Of one millisecond, too.
    await world.prisma
      .$executeRaw`update "Message" set "createdAt" = (select max("createdAt") from "Message") where body like '@%' and seq % 4 < 2`;
    await world.prisma
      .$executeRaw`update "Mention" n set "createdAt" = m."createdAt" from "Message" m where n."messageId" = m.id`;
    for (const other of others) await direct(ann, other);
    await world.prisma
      .$executeRaw`update "Participant" set pinned = true where "userId" = ${ann.id} and id > (
      select id from "Participant" where "userId" = ${ann.id} order by id offset 8 limit 1)`;
    // Of one millisecond: only the id tells them apart.
    await world.prisma
      .$executeRaw`update "Thread" set "lastActivityAt" = '2026-01-01T00:00:00Z' where kind = 'DIRECT' and id > (
      select id from "Thread" where kind = 'DIRECT' order by id offset 5 limit 1)`;
  });

  const lists: Listed[] = [
    {
      name: 'users',
      list: () => ({ path: 'users', variables: {}, asker: ann! }),
      expected: async () =>
        (await world.prisma.user.findMany({ orderBy: { handle: 'asc' } })).map((row) => row.id),
      backwards: false,
    },
    {
      name: 'threads',
      list: () => ({ path: 'threads', variables: {}, asker: ann! }),
      expected: async () =>
        (await world.prisma.thread.findMany({ orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }] })).map(
          (row) => row.id,
        ),
      backwards: true,
    },
    {
      name: 'threads of a folder',
      list: () => ({ path: 'threads', args: 'folder: INBOX', variables: {}, asker: ann! }),
      expected: async () =>
        (
          await world.prisma.participant.findMany({
            where: { userId: ann!.id },
            orderBy: [{ pinned: 'desc' }, { thread: { lastActivityAt: 'desc' } }, { thread: { id: 'desc' } }],
          })
        ).map((row) => row.threadId),
      backwards: true,
    },
    {
      name: 'participants',
      list: () => ({ path: 'node.participants', variables: { id: threadId }, asker: ann! }),
      expected: async () =>
        (await world.prisma.participant.findMany({ where: { threadId }, orderBy: { id: 'asc' } })).map(
          (row) => row.id,
        ),
      backwards: false,
    },
    {
      name: 'messages',
      list: () => ({ path: 'node.messages', variables: { id: threadId }, asker: bob! }),
      expected: async () =>
        (await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'asc' } })).map(
          (row) => row.id,
        ),
      backwards: true,
    },
    {
      name: 'replies',
      list: () => ({ path: 'node.replies', variables: { id: messageId }, asker: ann! }),
      expected: async () =>
        (
          await world.prisma.message.findMany({ where: { replyToId: messageId }, orderBy: { seq: 'asc' } })
        ).map((row) => row.id),
      backwards: true,
    },
    {
      name: 'saved messages',
      list: () => ({ path: 'savedMessages', variables: {}, asker: ann! }),
      expected: async () =>
        (
          await world.prisma.savedMessage.findMany({
            where: { userId: ann!.id },
            orderBy: [{ createdAt: 'desc' }, { messageId: 'desc' }],
          })
        ).map((row) => row.messageId),
      backwards: true,
    },
    {
      name: 'pinned messages',
      list: () => ({ path: 'node.pinnedMessages', variables: { id: threadId }, asker: ann! }),
      expected: async () =>
        (
          await world.prisma.message.findMany({
            where: { threadId, pinnedAt: { not: null } },
            orderBy: [{ pinnedAt: 'desc' }, { id: 'desc' }],
          })
        ).map((row) => row.id),
      backwards: false,
    },
    {
      name: 'mentions',
      list: () => ({ path: 'mentions', variables: {}, asker: ann! }),
      expected: async () =>
        (
          await world.prisma.message.findMany({
            where: { body: { startsWith: '@' } },
            orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          })
        ).map((row) => row.id),
      backwards: true,
    },
  ];

  interface Connection {
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  }

  async function ask({ list, backwards }: Listed, args: PageArgs): Promise<Connection> {
    const { asker, variables, ...rest } = list();
    const { data, errors } = await asker.ask<Record<string, Connection & Record<string, Connection>>>(
      documentFor(rest.path, backwards, rest.args),
      { ...variables, ...args },
    );
    if (errors) throw Object.assign(new Error(errors[0]!.message), { refusal: errors[0] });
    const [head = '', tail] = rest.path.split('.');
    return tail ? data![head]![tail]! : data![head]!;
  }

  function documentFor(path: string, backwards: boolean, args = ''): string {
    const selection =
      'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const declared = `$first: Int, $after: String${backwards ? ', $last: Int, $before: String' : ''}`;
    const passed = `${args} first: $first, after: $after${backwards ? ', last: $last, before: $before' : ''}`;
    const [head, field] = path.split('.');
    if (!field) return `query (${declared}) { ${head}(${passed}) { ${selection} } }`;
    const type = field === 'replies' ? 'Message' : 'Thread';
    return `query ($id: ID!, ${declared}) { node(id: $id) { ... on ${type} { ${field}(${passed}) { ${selection} } } } }`;
  }

  it.each(lists)('[PG2] the pages of $name are the list, in both directions', async (listed) => {
    const expected = await listed.expected();
    expect(expected.length).toBeGreaterThan(9);
    for (const take of [1, 2, 5, expected.length, 100]) {
      for (const fromBack of listed.backwards ? [false, true] : [false]) {
        const walked: string[][] = [];
        let cursor: string | null = null;
        for (;;) {
          const { edges, pageInfo } = await ask(
            listed,
            fromBack ? { last: take, before: cursor } : { first: take, after: cursor },
          );
          walked.push(edges.map((edge) => edge.node.id));
          // One has just come from the other side.
          expect(fromBack ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
          if (!(fromBack ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
          cursor = fromBack ? pageInfo.startCursor : pageInfo.endCursor;
        }
        expect((fromBack ? walked.toReversed() : walked).flat()).toEqual(expected);
        expect(walked).toHaveLength(Math.ceil(expected.length / take));
      }
    }
  });

  it.each(lists)('[PG3] a range of $name says truly what is around it', async (listed) => {
    const expected = await listed.expected();
    const { edges } = await ask(listed, { first: 100 });
    const place = fc.option(fc.integer({ min: 0, max: edges.length - 1 }), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        place,
        listed.backwards ? place : fc.constant(null),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        async (after, before, take, back) => {
          fc.pre(after === null || before === null || after < before);
          const fromBack = back && listed.backwards;
          const { edges: found, pageInfo } = await ask(listed, {
            after: after === null ? null : edges[after]!.cursor,
            ...(listed.backwards ? { before: before === null ? null : edges[before]!.cursor } : {}),
            ...(fromBack ? { last: take } : { first: take }),
          });
          const between = expected.slice(after === null ? 0 : after + 1, before ?? undefined);
          const wanted = fromBack ? between.slice(-take) : between.slice(0, take);
          expect(found.map((edge) => edge.node.id)).toEqual(wanted);
          const begin = wanted.length > 0 ? expected.indexOf(wanted[0]!) : (after ?? -1) + 1;
          const end = wanted.length > 0 ? expected.indexOf(wanted.at(-1)!) + 1 : (before ?? expected.length);
          expect(pageInfo).toMatchObject({
            hasPreviousPage: wanted.length > 0 || after !== null ? begin > 0 : false,
            hasNextPage: wanted.length > 0 || before !== null ? end < expected.length : false,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(lists)(
    '[PG4] $name refuses cursors of the other lists, and any that are made up',
    async (listed) => {
      const name = (cursor: string) =>
        (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[])[0]!;
      const own = name((await ask(listed, { first: 1 })).edges[0]!.cursor);
      const made = (...key: unknown[]) => Buffer.from(JSON.stringify([own, ...key])).toString('base64url');
      const others = await Promise.all(
        lists
          .filter((other) => other !== listed)
          .map(async (other) => (await ask(other, { first: 1 })).edges[0]!.cursor),
      );
      const wrong = [
        ...others,
        'rubbish',
        '',
        made(),
        made('a\0b'),
        made('\ud800'),
        made('x'.repeat(5000)),
        made(2 ** 31),
        made(2 ** 53),
        made(-1),
        made(0.5),
        made(1e300),
        made(null),
        made([1]),
        made({}),
        made(1, 2, 3),
        made(8.7e15, newId('thr')),
        made(-1, newId('thr')),
        made(1, 'thr_'),
        made(9e15, '\0'),
        made(newId('msg')),
        made(true),
      ];
      for (const cursor of wrong) {
        for (const argument of listed.backwards ? ['after', 'before'] : ['after']) {
          await expect(ask(listed, { [argument]: cursor }), cursor).rejects.toMatchObject({
            refusal: { code: 'BAD_INPUT', fields: [{ path: argument }] },
          });
        }
      }
    },
  );

  it('[PG4] one’s threads refuse the cursor of somebody else’s', async () => {
    const listed = lists[1]!;
    const { cursor } = (await ask(listed, { first: 1 })).edges[0]!;
    const { errors } = await bob!.ask(
      'query ($after: String) { threads(after: $after) { edges { cursor } } }',
      { after: cursor },
    );
    expect(errors?.map((error) => error.code)).toEqual(['BAD_INPUT']);
  });

  it.each(lists)('[PG1] $name refuses sizes out of bounds', async (listed) => {
    for (const first of [0, -5, 101]) {
      await expect(ask(listed, { first })).rejects.toMatchObject({
        refusal: { code: 'BAD_INPUT', fields: [{ path: 'first' }] },
      });
    }
    if (!listed.backwards) return;
    await expect(ask(listed, { last: 101 })).rejects.toMatchObject({
      refusal: { code: 'BAD_INPUT', fields: [{ path: 'last' }] },
    });
    await expect(ask(listed, { first: 1, last: 1 })).rejects.toMatchObject({
      refusal: { code: 'BAD_INPUT' },
    });
  });

  it('[PG9] no cursor shows how much the server holds of anything', async () => {
    const pages = await Promise.all(lists.map((listed) => ask(listed, { first: 100 })));
    await bob!.must('addReaction', { messageId, emoji: '👍' });
    await bob!.must('editMessage', { messageId, body: 'What do you think of it?' });
    const { node } = await ann!.query<{ node: { reactions: { users: Connection }[]; edits: Connection } }>(
      `query ($id: ID!) { node(id: $id) { ... on Message {
        reactions { users { edges { cursor } } } edits { edges { cursor } } } } }`,
      { id: messageId },
    );
    const cursors = [...pages, ...node.reactions.map(({ users }) => users), node.edits].map(({ edges }) =>
      edges.map(({ cursor }) => Buffer.from(cursor, 'base64url').toString()),
    );
    expect(cursors.every((each) => each.length > 0)).toBe(true);
    expect(cursors.flat().filter((cursor) => cursor.includes(String(numbered).slice(0, 9)))).toEqual([]);
  });

  it('[PG5] walking messages while eight others write gives each once, in order', async () => {
    const writers = await world.people(8);
    const busy = await group(ann!, { members: writers });
    for (let index = 0; index < 30; index += 1) await say(ann!, busy, `before ${index}`);
    const before = (
      await world.prisma.message.findMany({ where: { threadId: busy }, orderBy: { seq: 'asc' } })
    ).map((row) => row.id);

    const state = { writing: true };
    const writing = Promise.all(
      writers.map(async (writer) => {
        const ctx = await writer.context();
        for (let index = 0; index < 12; index += 1)
          await sendMessage(ctx, { threadId: busy, body: `${index}` });
      }),
    ).finally(() => (state.writing = false));

    const listed: Listed = {
      ...lists[3]!,
      list: () => ({ path: 'node.messages', variables: { id: busy }, asker: ann! }),
    };
    const backwards = async () => {
      const walked: string[][] = [];
      let cursor: string | null = null;
      for (;;) {
        const { edges, pageInfo } = await ask(listed, { last: 7, before: cursor });
        walked.push(edges.map((edge) => edge.node.id));
        if (!pageInfo.hasPreviousPage) return walked.toReversed().flat();
        cursor = pageInfo.startCursor;
      }
    };
    const forwards = async () => {
      const walked: string[] = [];
      let cursor: string | null = null;
      for (;;) {
        const last = !state.writing;
        const { edges, pageInfo } = await ask(listed, { first: 7, after: cursor });
        walked.push(...edges.map((edge) => edge.node.id));
        cursor = pageInfo.endCursor ?? cursor;
        if (!pageInfo.hasNextPage && last) return walked;
      }
    };
    const [walkedBack, walkedOn] = await Promise.all([backwards(), forwards(), writing]);
    const all = (
      await world.prisma.message.findMany({ where: { threadId: busy }, orderBy: { seq: 'asc' } })
    ).map((row) => row.id);
    expect(all).toHaveLength(before.length + 8 * 12);
    expect(walkedOn).toEqual(all);
    // From the back: what was there when it began, without a gap and without anything twice.
    expect(walkedBack).toEqual(all.slice(0, walkedBack.length));
    expect(walkedBack.slice(0, before.length)).toEqual(before);
  });
});
