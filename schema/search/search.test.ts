import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../id.ts';
import { saySeed, seed } from '../testing/random.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { findBy, type Way } from './find.ts';
import { matchesIn } from './matches.ts';
import { queryRule } from './query.ts';
import { scopeOf, threadsAtMost } from './scope.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
beforeAll(async () => {
  saySeed();
  [ann, bob, cat] = await world.people(3);
});

interface Found {
  searchMessages: {
    edges: {
      cursor: string;
      node: { id: string; body: string };
      matches: { start: number; length: number }[];
      attachmentMatches: { attachment: { name: string }; start: number; length: number }[];
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const source = `query ($query: String!, $threadId: ID, $order: SearchOrder, $first: Int, $after: String) {
  searchMessages(query: $query, threadId: $threadId, order: $order, first: $first, after: $after) {
    edges { cursor node { id body } matches { start length }
      attachmentMatches { attachment { name } start length } } pageInfo { hasNextPage endCursor }
  }
}`;

const search = async (who: Person, query: string, more: Record<string, unknown> = {}) =>
  (await who.query<Found>(source, { query, ...more })).searchMessages;

/** What is found, newest first. */
const find = async (who: Person, query: string, more: Record<string, unknown> = {}) =>
  (await search(who, query, more)).edges.map(({ node }) => node.body);

const refusal = async (query: string) => (await ann!.ask(source, { query })).errors?.[0];

const none: Found['searchMessages']['edges'][number] = {
  cursor: '',
  node: { id: '', body: '' },
  matches: [],
  attachmentMatches: [],
};

/** Of a list that nothing was searched in. */
async function marksIn(threadId: string): Promise<object[]> {
  const { thread } = await ann!.query<{ thread: { messages: Found['searchMessages'] } }>(
    `query ($id: ID!) { thread(id: $id) { messages { edges {
      matches { start } attachmentMatches { start } } } } }`,
    { id: threadId },
  );
  return thread.messages.edges.flatMap(({ matches, attachmentMatches }) => [
    ...matches,
    ...attachmentMatches,
  ]);
}

/** A group of its own, in which these were said in this order. */
async function said(...bodies: string[]): Promise<string> {
  const threadId = await group(ann!, { members: [bob!] });
  for (const body of bodies) await say(ann!, threadId, body);
  return threadId;
}

describe('who may see', () => {
  it('[SE1] finds what was said where one is, and nothing else', async () => {
    const theirs = await direct(ann!, bob!);
    await say(ann!, theirs, 'The quokka is between us');
    const all = await group(ann!, { members: [bob!, cat!] });
    await say(bob!, all, 'A quokka for everybody');
    expect(await find(cat!, 'quokka')).toEqual(['A quokka for everybody']);
    expect(await find(bob!, 'quokka')).toEqual(['A quokka for everybody', 'The quokka is between us']);
    expect(await find(cat!, 'quokka', { threadId: theirs })).toEqual([]);
    expect(await find(cat!, `quokka in:${theirs}`)).toEqual([]);
    expect(await find(cat!, 'quokka', { threadId: newId('thr') })).toEqual([]);
    await ann!.must('removeParticipant', { threadId: all, userId: cat!.id });
    expect(await find(cat!, 'quokka')).toEqual([]);
  });

  it('[SE1] finds neither system lines nor what was deleted, and of what was edited what it says now', async () => {
    const threadId = await group(ann!, { members: [bob!], name: 'Wombats' });
    expect(await find(ann!, 'wombats')).toEqual([]);
    const { id } = await say(ann!, threadId, 'A wombat went by');
    expect(await find(bob!, 'wombat')).toEqual(['A wombat went by']);
    await ann!.must('editMessage', { messageId: id, body: 'A numbat went by' });
    expect(await find(bob!, 'wombat')).toEqual([]);
    expect(await find(bob!, 'numbat')).toEqual(['A numbat went by']);
    await ann!.must('deleteMessage', { messageId: id });
    expect(await find(bob!, 'numbat')).toEqual([]);
    expect(await find(bob!, `from:${ann!.handle} in:${threadId}`)).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['in any case', 'Größe der STRASSE', ['größe', 'GRÖSSE', 'straße', 'Strasse']],
    ['without accents', 'Crème brûlée à la carte', ['creme', 'brulee', 'Crème', 'brûlée']],
    ['within others', 'Hindenburgstraße, onClickHandler', ['burg', 'click', 'Handler', 'nburgstr']],
    ['of code', 'call foo_bar.baz(x) -> $HOME/etc/x11', ['foo_bar', 'bar.baz', '$home', 'etc/x11', '"->"']],
    ['with signs that mean something to a database', '100% of a_b \\ done', ['100%', 'a_b', '\\', '%']],
    ['short ones at the beginning', 'Go to the IP of vi', ['go', 'ip', 'v']],
    ['in Chinese', '我们明天去北京大学', ['北京', '大学', '明', '北京大学']],
    ['in Japanese', '東京タワーへ行きましょう', ['東京', 'タワ', 'へ', 'ましょう']],
    ['in Korean', '대한민국의 수도는 서울', ['한민', '서울', '수도']],
    ['in Thai', 'สวัสดีครับ ยินดีต้อนรับ', ['สวัส', 'ครับ', 'ยินดี']],
    ['in Russian', 'Здравствуйте, мир', ['здравствуйте', 'вствуй', 'ми']],
    ['in Arabic', 'مرحبا بالعالم', ['مرحبا', 'بالعالم']],
    ['written wide', 'Ｐａｒｌｅｙ ﬁnds', ['parley', 'finds']],
    ['over a line', 'one\ntwo', ['"one two"']],
  ])('[SE2] are found %s', async (_what, body, queries) => {
    const threadId = await said('Something else', body);
    for (const query of queries) {
      expect([query, await find(ann!, query, { threadId })]).toEqual([query, [body]]);
    }
  });

  it('[SE2] are all there, and short ones not within others', async () => {
    const threadId = await said('red fox', 'fox', 'red', 'Redfoxes are foxes', 'Ergo');
    expect(await find(ann!, 'fox red', { threadId })).toEqual(['Redfoxes are foxes', 'red fox']);
    expect(await find(ann!, 'go', { threadId })).toEqual([]);
  });

  it('[SE3] in quotes stand together, and what has a minus is not there', async () => {
    const threadId = await said('the red fox', 'the fox is red', 'well-known fox');
    expect(await find(ann!, '"red fox"', { threadId })).toEqual(['the red fox']);
    expect(await find(ann!, '“red fox”', { threadId })).toEqual(['the red fox']);
    expect(await find(ann!, '"red fox', { threadId })).toEqual(['the red fox']);
    expect(await find(ann!, 'fox -red', { threadId })).toEqual(['well-known fox']);
    expect(await find(ann!, 'fox -"red fox" -well-known', { threadId })).toEqual(['the fox is red']);
    expect(await find(ann!, '-fox', { threadId })).toEqual([]);
    expect(await find(ann!, '-re -wel', { threadId })).toEqual([]);
  });

  it('[SE3] in quotes stand together whatever blank space is between them', async () => {
    const body = 'a red  \n\t fox,\u2028Füchse\u00a0 \u3000all';
    const threadId = await said(body);
    for (const query of ['"red fox"', '"red \t  fox"', '"fox, fuchse all"']) {
      const [{ node, matches } = none] = (await search(ann!, query, { threadId })).edges;
      const [{ start, length } = { start: 0, length: 0 }, ...others] = matches;
      expect([query, node.body, others.length]).toEqual([query, body, 0]);
      const marked = node.body.slice(start, start + length);
      expect(marked.replaceAll(/\s+/g, ' ')).toMatch(/^(red fox|fox, Füchse all)$/);
    }
    expect(await find(ann!, '"redfox"', { threadId })).toEqual([]);
  });
});

describe('operators', () => {
  it('[SE4] from: is by whom', async () => {
    const threadId = await said('mine');
    await say(bob!, threadId, 'theirs');
    expect(await find(ann!, `from:${bob!.handle}`, { threadId })).toEqual(['theirs']);
    expect(await find(ann!, `from:@${bob!.handle.toUpperCase()} theirs`, { threadId })).toEqual(['theirs']);
    expect(await find(ann!, 'from:me', { threadId })).toEqual(['mine']);
    expect(await find(ann!, `from:me from:${bob!.handle}`, { threadId })).toEqual(['theirs', 'mine']);
    expect(await find(ann!, 'from:nobody-at-all', { threadId })).toEqual([]);
    expect(await find(ann!, '-from:me', { threadId })).toEqual(['theirs']);
    expect(await find(ann!, `-from:@${bob!.handle}`, { threadId })).toEqual(['mine']);
    expect(await find(ann!, `-from:me -from:${bob!.handle}`, { threadId })).toEqual([]);
    expect(await find(ann!, `from:me from:${bob!.handle} -from:me`, { threadId })).toEqual(['theirs']);
    expect(await find(ann!, '-from:nobody-at-all', { threadId })).toEqual(['theirs', 'mine']);
  });

  it('[SE4] in: is where: a group by its name or id, a conversation by whom it is with', async () => {
    const tea = await group(ann!, { members: [bob!], name: 'Café Société' });
    await say(ann!, tea, 'bandicoot one');
    const pair = await direct(ann!, bob!);
    await say(bob!, pair, 'bandicoot two');
    expect(await find(ann!, 'bandicoot in:societe')).toEqual(['bandicoot one']);
    expect(await find(ann!, 'bandicoot in:"cafe soc"')).toEqual(['bandicoot one']);
    expect(await find(ann!, `bandicoot in:${tea}`)).toEqual(['bandicoot one']);
    expect(await find(ann!, `bandicoot in:@${bob!.handle}`)).toEqual(['bandicoot two']);
    expect(await find(ann!, `bandicoot in:${bob!.handle} in:societe`)).toEqual([
      'bandicoot two',
      'bandicoot one',
    ]);
    expect(await find(ann!, `bandicoot in:${bob!.handle}`, { threadId: tea })).toEqual([]);
    expect(await find(ann!, 'bandicoot in:nowhere')).toEqual([]);
    expect(await find(ann!, 'bandicoot -in:"cafe soc"')).toEqual(['bandicoot two']);
    expect(await find(ann!, `bandicoot -in:${bob!.handle}`)).toEqual(['bandicoot one']);
    expect(await find(ann!, `bandicoot -in:${tea} -in:${pair}`)).toEqual([]);
    expect(await find(ann!, 'bandicoot -in:societe', { threadId: tea })).toEqual([]);
    expect(await find(ann!, 'bandicoot -in:nowhere')).toEqual(['bandicoot two', 'bandicoot one']);
    expect(await find(cat!, 'bandicoot -in:nowhere')).toEqual([]);
  });

  it('[SE20] in: is, of more than 100, where something was said last', async () => {
    const [oldest, next] = [await said('numbat one'), await said('numbat two')];
    for (const threadId of [oldest, next]) await ann!.must('updateGroupName', { threadId, name: 'Numbats' });
    const others = Array.from({ length: threadsAtMost }, () => newId('thr'));
    await world.prisma.thread.createMany({
      data: others.map((id) => ({ id, kind: 'GROUP', name: 'Numbats' })),
    });
    await world.prisma.participant.createMany({
      data: others.map((threadId) => ({ id: newId('par'), threadId, userId: ann!.id })),
    });
    // One said twice is one all the same.
    const query = 'numbat in:numbats in:bats';
    expect(await find(ann!, query)).toEqual([]);
    await say(ann!, next, 'Still here');
    expect(await find(ann!, query)).toEqual(['numbat two']);
    await say(ann!, oldest, 'Here, too');
    expect(await find(ann!, query)).toEqual(['numbat two', 'numbat one']);
  });

  it('[SE20] in: and a thread is that thread, however many others are named so', async () => {
    const threadId = await said('bandicoot');
    await ann!.must('updateGroupName', { threadId, name: 'Bandicoots' });
    const others = Array.from({ length: threadsAtMost + 1 }, () => newId('thr'));
    await world.prisma.thread.createMany({
      data: others.map((id) => ({
        id,
        kind: 'GROUP',
        name: 'Bandicoots',
        lastActivityAt: new Date('2099-01-01'),
      })),
    });
    await world.prisma.participant.createMany({
      data: others.map((id) => ({ id: newId('par'), threadId: id, userId: ann!.id })),
    });
    expect(await find(ann!, 'bandicoot in:bandicoots')).toEqual([]);
    expect(await find(ann!, 'bandicoot in:bandicoots', { threadId })).toEqual(['bandicoot']);
    expect(await find(ann!, 'bandicoot in:numbats', { threadId })).toEqual([]);
  });

  it('[SE4] has:link is what holds an address', async () => {
    const threadId = await said('see https://example.org/x', 'http is a protocol', 'HTTP://EXAMPLE.ORG');
    expect(await find(ann!, 'has:link', { threadId })).toEqual([
      'HTTP://EXAMPLE.ORG',
      'see https://example.org/x',
    ]);
    expect(await find(ann!, 'has:link see', { threadId })).toEqual(['see https://example.org/x']);
    expect(await find(ann!, '-has:link', { threadId })).toEqual(['http is a protocol']);
  });

  it('[SE4] has:image is what carries a picture, has:file what carries anything', async () => {
    const threadId = await said('nothing here');
    const carry = async (body: string, ...attachmentIds: string[]) =>
      ann!.must('sendMessage', { threadId, body, attachmentIds });
    const picture = { width: 4, height: 3 };
    await carry('the notes', await uploaded(ann!));
    await carry('the dot', await uploaded(ann!, picture));
    const both = await carry('', await uploaded(ann!), await uploaded(ann!, picture));
    expect(await find(ann!, 'has:image', { threadId })).toEqual(['', 'the dot']);
    expect(await find(bob!, 'has:file', { threadId })).toEqual(['', 'the dot', 'the notes']);
    expect(await find(bob!, 'has:FILE the', { threadId })).toEqual(['the dot', 'the notes']);
    expect(await find(bob!, 'has:image has:file dot', { threadId })).toEqual(['', 'the dot']);
    expect(await find(bob!, `has:file from:${bob!.handle}`, { threadId })).toEqual([]);
    expect(await find(bob!, '-has:file', { threadId })).toEqual(['nothing here']);
    expect(await find(bob!, '-has:image', { threadId })).toEqual(['the notes', 'nothing here']);
    expect(await find(bob!, 'has:file -has:image', { threadId })).toEqual(['the notes']);
    await ann!.must('deleteMessage', { messageId: both.message.id });
    expect(await find(bob!, 'has:image', { threadId })).toEqual(['the dot']);
  });

  it('[SE4] before: and after: are when, in days of UTC', async () => {
    const threadId = await said('first', 'second', 'third');
    const at = async (body: string, moment: string) =>
      world.prisma.message.updateMany({ where: { threadId, body }, data: { createdAt: new Date(moment) } });
    await at('first', '2024-02-28T23:59:59.999Z');
    await at('second', '2024-02-29T00:00:00.000Z');
    await at('third', '2024-03-01T00:00:00.000Z');
    expect(await find(ann!, 'before:2024-02-29', { threadId })).toEqual(['first']);
    expect(await find(ann!, 'after:2024-02-29', { threadId })).toEqual(['third', 'second']);
    expect(await find(ann!, 'after:2024-02-29 before:2024-03', { threadId })).toEqual(['second']);
    expect(await find(ann!, 'before:2024', { threadId })).toEqual([]);
  });
});

describe('a query', () => {
  it('[SE5] of nothing finds nothing', async () => {
    for (const query of ['', '   ', '-', '""', '"', '- -', '\u001f', '"\u001f"'])
      expect(await find(ann!, query)).toEqual([]);
  });

  it('[SE5] with what is no operator takes it for a text', async () => {
    const threadId = await said('see std:vector', 'from: whom?', 'http://a.b/c');
    expect(await find(ann!, 'std:vector', { threadId })).toEqual(['see std:vector']);
    expect(await find(ann!, 'from:', { threadId })).toEqual(['from: whom?']);
    expect(await find(ann!, 'http://a.b', { threadId })).toEqual(['http://a.b/c']);
    expect(await find(ann!, '-from: -before:2024', { threadId })).toEqual(['http://a.b/c', 'see std:vector']);
  });

  it.each([
    ['🦊'.repeat(501), 'A search has at most 500 characters.'],
    ['a\0b', 'No NUL and no lone surrogates.'],
    ['has:everything', 'has: takes link, image or file.'],
    ['-has:everything', 'has: takes link, image or file.'],
    ['before:yesterday', 'before: takes a day, such as 2026-05-31, a month or a year.'],
    ['after:2026-02-31', 'after: takes a day, such as 2026-05-31, a month or a year.'],
    ['after:0000', 'after: takes a day, such as 2026-05-31, a month or a year.'],
    ['a '.repeat(21), 'A search has at most 20 words.'],
    ['-from:a '.repeat(21), 'A search has at most 20 words.'],
  ])('[SE5] that cannot be meant is refused: %j', async (query, reason) => {
    expect(await refusal(query)).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'query', reason }] });
  });

  it('[SE5] of any text is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        const { errors } = await ann!.ask(source, { query });
        for (const { code } of errors ?? []) expect(code).toBe('BAD_INPUT');
      }),
      { numRuns: 60, seed },
    );
  });
});

describe('what is found', () => {
  it('[SE6] stands newest first, and its pages are the whole of it, also while more is said', async () => {
    const bodies = Array.from({ length: 9 }, (_, index) => `echidna ${index}`);
    const threadId = await said(...bodies);
    // As those of one millisecond do.
    await world.prisma.message.updateMany({ where: { threadId }, data: { createdAt: new Date(86_400_000) } });
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo }: Found['searchMessages'] = await search(ann!, 'echidna', {
        threadId,
        first: 4,
        after,
      });
      seen.push(...edges.map(({ node }) => node.id));
      await say(bob!, threadId, 'echidna, later');
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toHaveLength(9);
    expect(seen).toEqual([...seen].toSorted().toReversed());
  });

  it('[SE6] by relevance stands with what fits best in front', async () => {
    const threadId = await said('a numbat', 'numbats everywhere, and much more besides', 'numbat numbat');
    const best = await find(ann!, 'numbat', { threadId, order: 'RELEVANCE' });
    expect(best).toEqual(['numbat numbat', 'a numbat', 'numbats everywhere, and much more besides']);
    const page = await search(ann!, 'numbat', { threadId, order: 'RELEVANCE', first: 1 });
    const rest = await find(ann!, 'numbat', {
      threadId,
      order: 'RELEVANCE',
      after: page.pageInfo.endCursor,
    });
    expect(rest).toEqual(best.slice(1));
    expect(await find(ann!, 'from:me', { threadId, order: 'RELEVANCE' })).toHaveLength(3);
  });

  it('[SE6] has cursors of its own', async () => {
    const threadId = await said('pademelon', 'pademelon');
    const { pageInfo } = await search(ann!, 'pademelon', { threadId, first: 1 });
    for (const other of [{ query: 'pade' }, { query: 'pademelon', order: 'RELEVANCE', threadId }]) {
      const { errors } = await ann!.ask(source, { ...other, after: pageInfo.endCursor });
      expect(errors?.[0]?.fields[0]?.path).toBe('after');
    }
  });

  it('[SE7] says where it holds what was sought', async () => {
    const threadId = await said('😀 Die Straße, die STRASSE: a strass');
    const { edges } = await search(ann!, 'strass 😀 di -nothing from:me', { threadId });
    const [{ node, matches } = { node: { body: '' }, matches: [] }] = edges;
    const marked = matches.map(({ start, length }) =>
      Array.from(node.body)
        .slice(start, start + length)
        .join(''),
    );
    expect(marked).toEqual(['😀', 'Di', 'Straß', 'di', 'STRASS', 'strass']);
    expect(await marksIn(threadId)).toEqual([]);
  });

  it('[SE2] [SE7] finds a message by the names of its files, and says where they hold it', async () => {
    const threadId = await said('the ledger of last year');
    const attachmentIds = [
      await uploaded(ann!, undefined, 'Façade **plan** 🏠 v2.PDF'),
      await uploaded(ann!, undefined, 'notes.txt'),
    ];
    const { message } = await ann!.must('sendMessage', { threadId, body: 'for the ledger', attachmentIds });
    const [{ node, matches, attachmentMatches } = none] = (
      await search(bob!, 'facade led 🏠 V2 v2.p', { threadId })
    ).edges;
    expect(node.id).toBe(message.id);
    expect(matches).toEqual([{ start: 8, length: 3 }]);
    const marked = attachmentMatches.map(({ attachment, start, length }) => [
      attachment.name,
      Array.from(attachment.name)
        .slice(start, start + length)
        .join(''),
    ]);
    const plan = 'Façade **plan** 🏠 v2.PDF';
    expect(marked).toEqual([
      [plan, 'Façade'],
      [plan, '🏠'],
      [plan, 'v2.P'],
    ]);
    expect(await find(bob!, 'notes ledger', { threadId, order: 'RELEVANCE' })).toEqual(['for the ledger']);
    expect(await find(bob!, 'ledger -notes.txt', { threadId })).toEqual(['the ledger of last year']);
    // What stands together does so in what is said, or in one name.
    expect(await find(bob!, '"v2.pdf notes"', { threadId })).toEqual([]);
    expect(await find(bob!, '"ledger facade"', { threadId })).toEqual([]);
    expect(await find(bob!, '"ledger\u001ffacade"', { threadId })).toEqual([]);
    for (const across of ['pdfnotes', 'ledgerfacade'])
      expect(await find(bob!, across, { threadId })).toEqual([]);
    expect(await find(cat!, 'facade', { threadId })).toEqual([]);
    expect(await marksIn(threadId)).toEqual([]);

    const elsewhere = await group(ann!, { members: [cat!] });
    await ann!.must('forwardMessage', { messageId: message.id, threadIds: [elsewhere] });
    expect(await find(cat!, 'facade notes.txt')).toEqual(['for the ledger']);
    await ann!.must('deleteMessage', { messageId: message.id });
    expect(await find(bob!, 'facade', { threadId })).toEqual([]);
  });

  it('[SE6] by relevance counts words in the names of its files', async () => {
    const threadId = await said('dibbler');
    const send = async (body: string, name: string) =>
      ann!.must('sendMessage', { threadId, body, attachmentIds: [await uploaded(ann!, undefined, name)] });
    await send('the notes', 'dibbler_dibbler-one.txt');
    await send('just one dibbler', 'notes of today.txt');
    const found = await find(ann!, 'dibbler', { threadId, order: 'RELEVANCE' });
    expect(found).toEqual(['dibbler', 'the notes', 'just one dibbler']);
  });
});

it('[SE7] says of no more places than can be told, and of each word and name of some', async () => {
  const threadId = await said(`${'a '.repeat(300)}needle`);
  const { edges } = await search(ann!, 'a needle', { threadId });
  const last = edges[0]?.matches.at(-1);
  expect(edges[0]?.matches.length).toBeLessThanOrEqual(100);
  expect(last).toEqual({ start: 600, length: 6 });

  const attachmentIds = [];
  for (let file = 0; file < 10; file += 1)
    attachmentIds.push(await uploaded(ann!, undefined, `${'abc '.repeat(45)}${file}.txt`));
  await ann!.must('sendMessage', { threadId, body: '', attachmentIds });
  const all = (await search(ann!, 'abc', { threadId })).edges[0]?.attachmentMatches ?? [];
  expect(all.map(({ attachment }) => attachment.name.slice(-5, -4)).join('')).toBe('00112233445566778899');
  const named = (await search(ann!, '9.txt abc', { threadId })).edges[0]?.attachmentMatches ?? [];
  expect(named.at(-1)).toEqual({
    attachment: { name: expect.stringMatching(/9\.txt$/) },
    start: 180,
    length: 5,
  });
});

it('[SE7] an accent that is a character of its own belongs to its letter', () => {
  expect(matchesIn('Cafe\u0301 au lait', [{ text: 'café', starts: false }])).toEqual([
    { start: 0, length: 5 },
  ]);
});

it('[SE7] asks Unicode once of a letter, however often a text holds it', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  try {
    expect(matchesIn('\u{10428}é'.repeat(5000), [{ text: 'zz', starts: false }])).toEqual([]);
    expect(normalize.mock.calls.length).toBeLessThan(10);
  } finally {
    normalize.mockRestore();
  }
});

it('[SE8] is the same in whichever way it is found', async () => {
  const threads = [
    await group(ann!, { members: [bob!] }),
    await group(bob!, { members: [cat!] }),
    await direct(ann!, cat!),
  ];
  const words = ['koala', 'koalas', 'kea', 'über', 'Uber', '考拉', 'http://k.example', 'k'];
  const word = fc.constantFrom(...words);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (said) => {
        for (const [index, body] of said.entries()) {
          const who = [ann!, bob!, cat!][index % 3]!;
          const attachmentIds =
            index % 4 === 0
              ? [await uploaded(who, index % 8 === 0 ? { width: 1, height: 1 } : undefined)]
              : [];
          await who.does('sendMessage', {
            threadId: threads[index % threads.length],
            body: body.join(' '),
            attachmentIds,
          });
        }
      },
    ),
    { numRuns: 10, seed },
  );
  const queries = [
    'koala',
    'koala -koalas',
    'k',
    'uber from:me',
    '考',
    'has:link',
    'has:image',
    'has:file k',
    'notes',
    'k -notes',
    '-kea',
    'koala kea',
    'in:group k',
    'k -in:group',
    'koala -from:me',
    '-has:file kea',
    '-has:image -has:link',
  ];
  for (const query of queries) {
    for (const person of [ann!, bob!, cat!]) {
      const ctx = await person.context();
      const sought = queryRule.parse(query);
      const asked = { viewerId: person.id, sought, scope: await scopeOf(ctx, sought, null) };
      const by = async (way: Way, fromBack: boolean) =>
        (await findBy(way, ctx.sql, asked, { after: null, before: null, take: 50, fromBack })).map(
          ({ id }) => id,
        );
      const walked = await by('walk', false);
      const back = await by('walk', true);
      for (const way of ['index', 'threads'] as const) {
        expect([query, await by(way, false)]).toEqual([query, walked]);
        expect([query, await by(way, true)]).toEqual([query, back]);
      }
      if (walked.length > 2) {
        const place = await world.prisma.message.findUniqueOrThrow({ where: { id: walked[1]! } });
        const after = [place.createdAt.getTime(), place.id] as [number, string];
        for (const way of ['walk', 'index', 'threads'] as const) {
          const rows = await findBy(way, ctx.sql, asked, {
            after,
            before: null,
            take: 1,
            fromBack: false,
          });
          expect(rows.map(({ id }) => id)).toEqual([walked[2]]);
        }
      }
    }
  }
});

it('[SE9] of one account’s searches so many run or wait at once, and those of others are answered', async () => {
  await said('numbers of quolls');
  const asked = Array.from({ length: 40 }, async () => ann!.ask(source, { query: 'quolls' }));
  expect(await find(bob!, 'quolls')).toEqual(['numbers of quolls']);
  const answers = await Promise.all(asked);
  const refused = answers.flatMap(({ errors }) => errors ?? []);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(30);
  for (const { code } of refused) expect(code).toBe('RATE_LIMITED');
  expect(await find(ann!, 'quolls')).toEqual(['numbers of quolls']);
});

it('[SE9] what lies beyond a page is searched for who asks alone', async () => {
  await said('one yak', 'two yaks', 'three yaks');
  const { edges } = await search(ann!, 'yak', { first: 1 });
  const planned = vi.spyOn(world.sql, 'planned');
  await ann!.query(
    'query ($query: String!, $after: String) { searchMessages(query: $query, after: $after) { edges { cursor } } }',
    { query: 'yak', after: edges[0]!.cursor },
  );
  expect(planned.mock.calls.map(([name]) => name)).toEqual([
    expect.stringMatching(/^search_(index|threads|walk)$/),
  ]);
  planned.mockRestore();
});
