import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { footprint } from '../testing/rows.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { bodyLimit } from './rules.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  [ann, bob, cat] = await world.people(3);
  threadId = await direct(ann!, bob!);
});

const stored = (id: string) => world.prisma.message.findUniqueOrThrow({ where: { id } });

const bodyOf = async (asker: Person, id: string) =>
  (
    await asker.query<{ node: { body: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { body } } }',
      { id },
    )
  ).node.body;

describe('a body', () => {
  const scripts = [
    'Здравствуй, мир',
    '你好，世界',
    'مرحبا بالعالم',
    'שלום עולם',
    'नमस्ते दुनिया',
    'ሰላም ልዑል',
    'ᚠᛇᚻ᛫ᛒᛦᚦ',
    '𐍈𐌰𐌹',
    '𓀀𓂀𓆣',
    'ᠮᠣᠩᠭᠣᠯ',
    'ꦲꦏ꧀ꦱꦫꦗꦮ',
    '👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇺🇳',
    'Z̸̢̛͎̀̀a̷͓̿l̴̰͠g̷̱͑o̴̰͝',
    'e\u0301 is not \u00e9',
    'ﬁ ﬃ Ⅷ ①',
    '\u202Eright to left\u202C',
    'zero\u200Bwidth\u200D\u2060',
    '\uFFFE\uFFFF\u{10FFFF}',
    '\uE000\u{F0000}',
    'a\tb\r\nc\rd\n\n\ne',
    '\u0001\u0007\u001b[31mred\u007f\u0085',
    `'; drop table "Message"; -- \\ %s $1 {{x}} <b>&amp;</b>`,
    'NULL',
    '\\u0000',
    'x\u2028\u2029y',
    '$$ $body$',
  ];

  it.each(scripts.map((body) => [JSON.stringify(body), body]))(
    '[MS2] %s comes back letter for letter',
    async (_name, body) => {
      const message = await say(ann!, threadId, body);
      expect(message.body).toBe(body);
      expect(await bodyOf(bob!, message.id)).toBe(body);
      expect((await stored(message.id)).body).toBe(body);
      // As the thread's list gives it, and after an edit.
      const other = await say(ann!, threadId, 'x');
      expect((await ann!.must('editMessage', { messageId: other.id, body })).message.body).toBe(body);
      expect(await bodyOf(bob!, other.id)).toBe(body);
    },
  );

  it('[MS2] so does any other text', async () => {
    const ctx = await ann!.context();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), async (text) => {
        const body = text.replaceAll('\0', '').trim();
        fc.pre(body.length > 0);
        expect((await say(ann!, threadId, text.replaceAll('\0', ''))).body).toBe(body);
      }),
      { numRuns: 60 },
    );
    const all = await ctx.prisma.message.findMany({ where: { threadId } });
    expect(all.every((row) => !/\p{Surrogate}/u.test(row.body))).toBe(true);
  });

  it('[MS2] with NUL or half a character is refused', async () => {
    const { id } = await say(ann!, threadId, 'Mine');
    const before = await footprint(world);
    for (const body of [
      '\0',
      'a\0b',
      'ab\0',
      '\ud800',
      'a\udc00b',
      '\udc00\ud800',
      '😀'.slice(0, 1),
      '😀'.slice(1),
      `${'x'.repeat(5000)}\ud83d`,
    ]) {
      const sent = await ann!.does('sendMessage', { threadId, body });
      const edited = await ann!.does('editMessage', { messageId: id, body });
      for (const outcome of [sent, edited]) {
        expect([body, outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
          body,
          'InputError',
          ['body'],
        ]);
      }
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[MS1] loses the blank space at both ends, and no other', async () => {
    const blank = ' \t\n\r\v\f\u00A0\u2003\u2028\u3000\uFEFF';
    expect((await say(ann!, threadId, `${blank}a ${blank} b${blank}`)).body).toBe(`a ${blank} b`);
  });

  it('[MS1] of nothing but blank space is refused', async () => {
    const { id } = await say(ann!, threadId, 'Mine');
    const before = await footprint(world);
    for (const body of ['', ' ', '\n\n\n', '\u00A0\u2003\u3000', ' '.repeat(20_000)]) {
      for (const outcome of [
        await ann!.does('sendMessage', { threadId, body }),
        await ann!.does('editMessage', { messageId: id, body }),
      ]) {
        expect([outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
          'InputError',
          ['body'],
        ]);
      }
    }
    expect(await footprint(world)).toBe(before);
  });

  it.each([
    ['letters', 'x'],
    ['emoji', '😀'],
    ['Chinese', '字'],
    ['marks', '\u0301'],
  ])('[MS1] has up to 10,000 characters: %s', async (_what, character) => {
    expect(bodyLimit).toBe(10_000);
    const longest = character.repeat(bodyLimit);
    const message = await say(ann!, threadId, ` ${longest} `);
    expect(message.body).toBe(longest);
    expect(await bodyOf(bob!, message.id)).toBe(longest);
    const before = await footprint(world);
    for (const body of [`${longest}${character}`, `${longest} .`, character.repeat(100_000)]) {
      for (const outcome of [
        await ann!.does('sendMessage', { threadId, body }),
        await ann!.does('editMessage', { messageId: message.id, body }),
      ]) {
        expect([outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
          'InputError',
          ['body'],
        ]);
      }
    }
    expect(await footprint(world)).toBe(before);
  });
});

describe('an id', () => {
  it('[MS3] sent again with the same content gives back the stored message', async () => {
    const id = newId('msg');
    const first = await say(ann!, threadId, 'Once', { id });
    expect(first.id).toBe(id);
    const before = await footprint(world);
    // What is dropped makes no difference.
    for (const body of ['Once', ' Once\n']) expect(await say(ann!, threadId, body, { id })).toEqual(first);
    expect(await footprint(world)).toBe(before);
  });

  it('[MS3] sent ten times at once is one message', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = newId('msg');
      const sent = await Promise.all(
        Array.from({ length: 10 }, () => say(ann!, threadId, `Round ${round}`, { id })),
      );
      for (const message of sent) expect(message).toEqual(sent[0]);
      expect(await world.prisma.event.count({ where: { messageId: id } })).toBe(1);
    }
  });

  it('[MS3] sent again after an edit or a deletion gives back what has become of it', async () => {
    const id = newId('msg');
    await say(ann!, threadId, 'First thought', { id });
    await ann!.must('editMessage', { messageId: id, body: 'Second thought' });
    expect((await say(ann!, threadId, 'First thought', { id })).body).toBe('Second thought');
    expect((await ann!.does('sendMessage', { id, threadId, body: 'Second thought' })).__typename).toBe(
      'ConflictError',
    );
    await ann!.must('deleteMessage', { messageId: id });
    const again = await say(ann!, threadId, 'First thought', { id });
    expect(again).toMatchObject({ id, body: '' });
    expect(again.deletedAt).not.toBeNull();
  });

  it('[MS11] [MS4] of what was deleted is a repeat whatever it says, for its author in its thread alone', async () => {
    const other = await group(ann!, { members: [bob!] });
    const { id } = await say(ann!, threadId, 'Guess me');
    await ann!.must('deleteMessage', { messageId: id });
    expect(await world.prisma.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ digest: null });
    for (const body of ['Guess me', 'No idea', `@${bob!.handle}`])
      expect(await say(ann!, threadId, body, { id })).toMatchObject({ id, body: '' });
    const files = { attachmentIds: [newId('att')] };
    expect(await say(ann!, threadId, '', { id, ...files })).toMatchObject({ id, body: '' });
    for (const [who, where] of [
      [bob!, threadId],
      [ann!, other],
    ] as const)
      expect((await who.does('sendMessage', { id, threadId: where, body: 'Guess me' })).__typename).toBe(
        'ConflictError',
      );
  });

  it('[MS3] sent again with its reply is the same', async () => {
    const replyToId = (await say(bob!, threadId, 'What?')).id;
    const id = newId('msg');
    const first = await say(ann!, threadId, 'That', { id, replyToId });
    expect(first.replyTo).toEqual({ id: replyToId });
    expect(await say(ann!, threadId, 'That', { id, replyToId })).toEqual(first);
  });

  it('[MS4] with another body, reply or thread, or from somebody else, is a conflict', async () => {
    const other = await group(ann!, { members: [bob!] });
    const replyToId = (await say(bob!, threadId, 'What?')).id;
    const id = newId('msg');
    await say(ann!, threadId, 'That', { id, replyToId });
    const before = await footprint(world);
    const tries: [Person, Record<string, unknown>][] = [
      [ann!, { threadId, body: 'this', replyToId }],
      [ann!, { threadId, body: 'That' }],
      [ann!, { threadId, body: 'That', replyToId: id }],
      [ann!, { threadId: other, body: 'That' }],
      [bob!, { threadId, body: 'That', replyToId }],
      [bob!, { threadId: other, body: 'Mine' }],
      [ann!, { threadId, body: 'That', clientMutationId: 'a new key' }],
    ];
    for (const [person, input] of tries) {
      const outcome = await person.does('sendMessage', { id, ...input });
      expect([input, outcome.__typename, outcome.code]).toEqual([input, 'ConflictError', 'CONFLICT']);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[MS4] of a system line is taken', async () => {
    const other = await group(ann!, { members: [bob!], name: 'Lines' });
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: other } });
    expect(
      (await ann!.does('sendMessage', { id: line.id, threadId: other, body: line.body })).__typename,
    ).toBe('ConflictError');
  });

  it('[MS4] tried in two threads at once is stored in one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const other = await group(ann!, { members: [bob!] });
      const id = newId('msg');
      const outcomes = await Promise.all(
        [threadId, other, threadId, other].map((thread, index) =>
          (index < 2 ? ann! : bob!).does('sendMessage', { id, threadId: thread, body: 'Which?' }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.__typename === 'SendMessagePayload')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.__typename === 'ConflictError')).toHaveLength(3);
    }
  });

  it('[MS5] that is malformed, or of another kind, is refused', async () => {
    const before = await footprint(world);
    const good = newId('msg');
    const wrong = [
      '',
      'x',
      'msg_',
      good.slice(4),
      good.toUpperCase(),
      `${good}0`,
      ` ${good}`,
      `${good}\n`,
      newId('thr'),
      newId('usr'),
      `msg_${crypto.randomUUID()}`,
      'msg_\0',
      "msg_' or true",
    ];
    for (const id of wrong) {
      const outcome = await ann!.does('sendMessage', { id, threadId, body: 'Hi' });
      expect([id, outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
        id,
        'InputError',
        ['id'],
      ]);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[MS5] is made by the server where there is none', async () => {
    const sent = await Promise.all(
      [undefined, null, null].map((id) => ann!.must('sendMessage', { id, threadId, body: 'The same' })),
    );
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(3);
    for (const { message } of sent) expect(message.id).toMatch(/^msg_[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});

describe('seq', () => {
  it('[MS6] is 1, 2, 3 … without gaps, whoever writes at once and whatever is refused', async () => {
    const people = await world.people(8);
    const [one, two] = [
      await group(people[0]!, { members: people.slice(1) }),
      await group(people[1]!, { members: people }),
    ];
    await Promise.all(
      people.flatMap((person, index) =>
        [one, two].map(async (thread) => {
          for (let round = 0; round < 6; round += 1) {
            await say(person, thread, `${index} ${round}`);
            // Refused by the rules, by the thread, and by the database.
            await person.does('sendMessage', { threadId: thread, body: '' });
            await person.does('sendMessage', { threadId: thread, body: 'x', replyToId: newId('msg') });
            if (index === 0 && round === 3)
              await person.does('updateGroupName', { threadId: thread, name: 'In between' });
          }
        }),
      ),
    );
    for (const thread of [one, two]) {
      const seqs = (
        await world.prisma.message.findMany({ where: { threadId: thread }, orderBy: { seq: 'asc' } })
      ).map((row) => row.seq);
      expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
      const { lastSeq, lastMessageId } = await world.prisma.thread.findUniqueOrThrow({
        where: { id: thread },
      });
      expect(lastSeq).toBe(seqs.length);
      expect((await stored(lastMessageId!)).seq).toBe(lastSeq);
    }
  });

  it('[MS6] keeps the order in which one person sends without waiting', async () => {
    const thread = await group(ann!, { members: [bob!] });
    // What is long takes longer on its way.
    const long = '😀'.repeat(bodyLimit);
    const bodies = Array.from({ length: 10 }, (_, round) => [
      `${round} ${long.slice(4000)}`,
      `${round} short`,
    ]);
    for (const two of bodies) await Promise.all(two.map((body) => say(ann!, thread, body)));
    // All at once, beside somebody else's.
    const many = Array.from({ length: 30 }, (_, index) => `${index}`);
    await Promise.all(many.flatMap((body) => [say(ann!, thread, body), say(bob!, thread, `not ${body}`)]));
    const rows = await world.prisma.message.findMany({
      where: { threadId: thread, authorId: ann!.id },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map((row) => row.body)).toEqual([...bodies.flat(), ...many]);
  });
});

describe('a reply', () => {
  it('[MS7] is to a message of the same thread', async () => {
    const other = await group(ann!, { members: [bob!] });
    const foreign = (await say(ann!, other, 'Elsewhere')).id;
    const hidden = (await say(bob!, await direct(bob!, cat!), 'Not for Ann')).id;
    const before = await footprint(world);
    const reasons = new Set<string>();
    for (const replyToId of [foreign, hidden, newId('msg')]) {
      const outcome = await ann!.does('sendMessage', { threadId, body: 'Re', replyToId });
      expect(outcome.__typename).toBe('NotFoundError');
      reasons.add(outcome.reason);
    }
    expect(reasons.size).toBe(1);
    for (const replyToId of ['x', newId('thr')]) {
      const outcome = await ann!.does('sendMessage', { threadId, body: 'Re', replyToId });
      expect(outcome.fields?.map((field) => field.path)).toEqual(['replyToId']);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[MS7] may follow at once what it answers', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    for (let round = 0; round < 5; round += 1) {
      const id = newId('msg');
      // While two others keep the way busy, both wait together.
      const [, , question, answer] = await Promise.all([
        say(bob!, thread, 'Busy'),
        say(cat!, thread, 'Busy'),
        say(ann!, thread, 'Question', { id }),
        say(ann!, thread, 'Answer', { replyToId: id }),
      ]);
      expect(answer.replyTo).toEqual({ id });
      expect(answer.seq).toBeGreaterThan(question.seq);
    }
  });

  it('[MS7] may be to a deleted message, and to a system line', async () => {
    const thread = await group(ann!, { members: [bob!] });
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: thread } });
    const { id } = await say(bob!, thread, 'Oops');
    await bob!.must('deleteMessage', { messageId: id });
    expect((await say(ann!, thread, 'What was it?', { replyToId: id })).replyTo).toEqual({ id });
    expect((await say(ann!, thread, 'Good', { replyToId: line.id })).replyTo).toEqual({ id: line.id });
  });

  it('[MS13] is listed by what it answers, in the thread’s order', async () => {
    const { id } = await say(ann!, threadId, 'Poll');
    const answers: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      answers.push((await say(index % 2 ? ann! : bob!, threadId, `${index}`, { replyToId: id })).id);
      await say(bob!, threadId, 'Something else');
    }
    const listed = async (args: string) =>
      (
        await bob!.query<{ node: { replies: { edges: { node: { id: string } }[] } } }>(
          `query ($id: ID!) { node(id: $id) { ... on Message { replies(${args}) { edges { node { id } } } } } }`,
          { id },
        )
      ).node.replies.edges.map((edge) => edge.node.id);
    expect(await listed('first: 100')).toEqual(answers);
    expect(await listed('last: 2')).toEqual(answers.slice(-2));
    const listedMessages = await bob!.query<{ thread: { messages: { edges: { node: { seq: number } }[] } } }>(
      'query ($id: ID!) { thread(id: $id) { messages(last: 100) { edges { node { seq } } } } }',
      { id: threadId },
    );
    const seqs = listedMessages.thread.messages.edges.map((edge) => edge.node.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  });
});

describe('editing', () => {
  it('[MS8] changes what it says and says when, and nothing else', async () => {
    const sent = await say(ann!, threadId, 'Frist', { replyToId: (await say(bob!, threadId, 'Q')).id });
    expect(sent.editedAt).toBeNull();
    const { message } = await ann!.must('editMessage', { messageId: sent.id, body: ' First ' });
    expect(message).toEqual({ ...sent, body: 'First', editedAt: message.editedAt });
    expect(Math.abs(Date.parse(message.editedAt!) - Date.now())).toBeLessThan(60_000);
  });

  it('[MS8] to what is there already changes nothing', async () => {
    const { id } = await say(ann!, threadId, 'Same');
    const before = await footprint(world);
    expect((await ann!.must('editMessage', { messageId: id, body: ' Same ' })).message.editedAt).toBeNull();
    expect(await footprint(world)).toBe(before);
  });

  it('[MS8] is the author’s alone', async () => {
    const thread = await group(ann!, { admins: [bob!], members: [cat!] });
    const { id } = await say(cat!, thread, 'Mine');
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: thread, authorId: null } });
    const before = await footprint(world);
    for (const person of [ann!, bob!]) {
      expect((await person.does('editMessage', { messageId: id, body: 'Yours' })).__typename).toBe(
        'ForbiddenError',
      );
    }
    expect((await ann!.does('editMessage', { messageId: line.id, body: 'Rewritten' })).__typename).toBe(
      'ForbiddenError',
    );
    expect(await footprint(world)).toBe(before);
  });

  it('[MS8] takes the words away only where files are left', async () => {
    const emptied = (messageId: string) => ann!.does('editMessage', { messageId, body: ' ' });
    const { id } = await say(ann!, threadId, 'Caption', { attachmentIds: [await uploaded(ann!)] });
    expect(await emptied(id)).toMatchObject({ message: { body: '', attachments: [{}] } });
    expect(await emptied((await say(ann!, threadId, 'No caption')).id)).toMatchObject({
      __typename: 'InputError',
      fields: [{ path: 'body' }],
    });
  });

  it('[MS9] does not bring a deleted message back', async () => {
    const { id } = await say(ann!, threadId, 'Gone');
    await ann!.must('deleteMessage', { messageId: id });
    const before = await footprint(world);
    expect((await ann!.does('editMessage', { messageId: id, body: 'Back' })).__typename).toBe(
      'ConflictError',
    );
    expect(await footprint(world)).toBe(before);
  });

  it('[MS9] that races with deleting leaves it deleted', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await say(ann!, threadId, 'Now');
      await Promise.all([
        ann!.does('editMessage', { messageId: id, body: 'Edited' }),
        ann!.must('deleteMessage', { messageId: id }),
        ann!.does('editMessage', { messageId: id, body: 'Edited again' }),
      ]);
      expect(await stored(id)).toMatchObject({ body: '', deletedAt: expect.any(Date) as Date });
    }
  });
});

describe('deleting', () => {
  it('[MS10] is the author’s, and in a group its owner’s and admins’', async () => {
    const [owner, admin, member, other] = (await world.people(4)) as [Person, Person, Person, Person];
    const thread = await group(owner, { admins: [admin], members: [member, other] });
    for (const [person, author, typename] of [
      [member, member, 'DeleteMessagePayload'],
      [admin, member, 'DeleteMessagePayload'],
      [owner, member, 'DeleteMessagePayload'],
      [admin, owner, 'DeleteMessagePayload'],
      [other, member, 'ForbiddenError'],
      [member, owner, 'ForbiddenError'],
      [member, admin, 'ForbiddenError'],
    ] as const) {
      const { id } = await say(author, thread);
      const before = await footprint(world);
      expect((await person.does('deleteMessage', { messageId: id })).__typename).toBe(typename);
      if (typename === 'ForbiddenError') expect(await footprint(world)).toBe(before);
    }
  });

  it('[MS10] in a direct thread is the author’s alone, and a system line stays', async () => {
    const { id } = await say(ann!, threadId, 'Mine');
    const thread = await group(ann!, { members: [bob!] });
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: thread, authorId: null } });
    const before = await footprint(world);
    expect((await bob!.does('deleteMessage', { messageId: id })).__typename).toBe('ForbiddenError');
    expect((await ann!.does('deleteMessage', { messageId: line.id })).__typename).toBe('ForbiddenError');
    expect(await footprint(world)).toBe(before);
  });

  it('[MS11] empties a message in its place, once', async () => {
    const sent = await say(ann!, threadId, 'A secret that must go');
    const reply = await say(bob!, threadId, 'Oh?', { replyToId: sent.id });
    const { message } = await ann!.must('deleteMessage', { messageId: sent.id });
    const answered = { replyCount: 1, lastRepliers: [{ id: bob!.id }] };
    expect(message).toEqual({ ...sent, ...answered, body: '', deletedAt: message.deletedAt, status: 'READ' });
    expect(message.deletedAt).not.toBeNull();
    const seen = await bob!.query<{ node: { replyTo: { id: string; body: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { replyTo { id body } } } }',
      { id: reply.id },
    );
    expect(seen.node.replyTo).toEqual({ id: sent.id, body: '' });
    const before = await footprint(world);
    expect((await ann!.must('deleteMessage', { messageId: sent.id })).message).toEqual(message);
    expect(await footprint(world)).toBe(before);
    const left = await world.prisma.$queryRaw<
      unknown[]
    >`select 1 from "Message" m where m::text like '%A secret that must go%'`;
    expect(left).toEqual([]);
  });
});

describe('for who is not in the thread', () => {
  it('[MS12] sending, editing and deleting are what they are of nothing', async () => {
    const thread = await group(ann!, { members: [bob!] });
    const { id } = await say(bob!, thread, 'Here');
    await bob!.must('leaveGroup', { threadId: thread });
    const before = await footprint(world);
    for (const person of [bob!, cat!]) {
      const send = (target: string) => person.does('sendMessage', { threadId: target, body: 'Let me in' });
      const edit = (target: string) => person.does('editMessage', { messageId: target, body: 'Let me in' });
      const remove = (target: string) => person.does('deleteMessage', { messageId: target });
      expect(await send(thread)).toEqual(await send(newId('thr')));
      expect(await edit(id)).toEqual(await edit(newId('msg')));
      expect(await remove(id)).toEqual(await remove(newId('msg')));
      for (const outcome of [await send(thread), await edit(id), await remove(id)])
        expect(outcome.__typename).toBe('NotFoundError');
      // Also for who tries an id that is there.
      expect((await person.does('sendMessage', { id, threadId: thread, body: 'Here' })).__typename).toBe(
        'NotFoundError',
      );
    }
    expect(await footprint(world)).toBe(before);
  });
});

describe('messages around one', () => {
  const source = `query ($id: ID!, $around: ID!, $first: Int, $last: Int, $after: String) {
    thread(id: $id) { messages(around: $around, first: $first, last: $last, after: $after) {
      edges { cursor node { id seq } } pageInfo { hasNextPage hasPreviousPage endCursor }
    } }
  }`;
  interface Page {
    edges: { cursor: string; node: { id: string; seq: number } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  }
  const pageOf = async (who: Person, id: string, around: string, first: number) =>
    (await who.query<{ thread: { messages: Page } }>(source, { id, around, first })).thread.messages;
  const seqsAround = async (id: string, around: string, first: number) => {
    const { edges, pageInfo } = await pageOf(ann!, id, around, first);
    return [...edges.map(({ node }) => node.seq), pageInfo.hasPreviousPage, pageInfo.hasNextPage];
  };

  it('[MS14] are the page with it in the middle, and at the ends as many', async () => {
    const thread = await direct(ann!, cat!);
    const sent = [];
    for (let seq = 1; seq <= 9; seq += 1) sent.push(await say(ann!, thread, `No. ${seq}`));
    const ids = sent.map(({ id }) => id);
    expect(await seqsAround(thread, ids[4]!, 5)).toEqual([3, 4, 5, 6, 7, true, true]);
    expect(await seqsAround(thread, ids[4]!, 4)).toEqual([3, 4, 5, 6, true, true]);
    expect(await seqsAround(thread, ids[0]!, 4)).toEqual([1, 2, 3, 4, false, true]);
    expect(await seqsAround(thread, ids[8]!, 4)).toEqual([6, 7, 8, 9, true, false]);
    expect(await seqsAround(thread, ids[5]!, 1)).toEqual([6, true, true]);
    expect(await seqsAround(thread, ids[5]!, 100)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, false, false]);
    // From there on, its cursors go on.
    const { endCursor: after } = (await pageOf(ann!, thread, ids[4]!, 3)).pageInfo;
    const next = await ann!.query<{ thread: { messages: Page } }>(
      `query ($id: ID!, $after: String) { thread(id: $id) { messages(first: 2, after: $after) { edges { node { seq } } } } }`,
      { id: thread, after },
    );
    expect(next.thread.messages.edges.map(({ node }) => node.seq)).toEqual([7, 8]);
  });

  it('[MS14] of what is missing, elsewhere or not theirs are none', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    const { id } = await say(ann!, thread, 'Here');
    const nothing = { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } };
    expect((await pageOf(bob!, thread, id, 3)).edges.at(-1)?.node.id).toBe(id);
    expect(await pageOf(bob!, thread, newId('msg'), 3)).toEqual(nothing);
    expect(await pageOf(bob!, threadId, id, 3)).toEqual(nothing);
    await bob!.must('leaveGroup', { threadId: thread });
    const { data } = await bob!.ask(source, { id: thread, around: id });
    expect(data).toEqual({ thread: null });
  });

  it('[MS14] are asked for beside a size alone', async () => {
    const { id } = await say(ann!, threadId, 'Here');
    const refusal = async (more: Record<string, unknown>) =>
      (await ann!.ask(source, { id: threadId, around: id, ...more })).errors?.[0];
    expect(await refusal({ last: 3 })).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'around' }] });
    expect(await refusal({ after: 'x' })).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'around' }] });
    expect(await refusal({ first: 101 })).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'first' }] });
    expect(await refusal({ around: threadId })).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ path: 'around' }],
    });
  });
});
