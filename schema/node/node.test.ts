import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { schema } from '../index.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [member, friend, former, stranger]: Person[] = [];
let ids: Record<string, string> = {};
beforeAll(async () => {
  [member, friend, former, stranger] = await world.people(4);
  const threadId = await group(member!, { members: [friend!, former!] });
  const message = await say(former!, threadId, 'Was here');
  await former!.must('leaveGroup', { threadId });
  const own = await world.prisma.participant.findUniqueOrThrow({
    where: { threadId_userId: { threadId, userId: member!.id } },
  });
  const pair = await direct(member!, friend!);
  const file = await uploaded(member!);
  await say(member!, threadId, '', { attachmentIds: [file] });
  const { invite } = await member!.must('createInvite', { threadId });
  const barred = await world.person();
  const { ban } = await member!.must('banParticipant', { threadId, userId: barred.id });
  ids = {
    User: stranger!.id,
    Thread: threadId,
    Message: message.id,
    Participant: own.id,
    Invite: invite.id,
    Ban: ban.id,
    Attachment: file,
    waiting: await uploaded(member!),
    direct: pair,
    reply: (await say(friend!, pair)).id,
  };
});

const node = (person: Person, id: string) =>
  person.ask<{ node: { __typename: string; id: string } | null }>(
    'query ($id: ID!) { node(id: $id) { __typename id } }',
    { id },
  );
const nodes = (person: Person, list: string[]) =>
  person.ask<{ nodes: ({ __typename: string; id: string } | null)[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    { ids: list },
  );

describe('node', () => {
  it('[ER5] gives everything that the viewer may see, of every kind there is', async () => {
    const kinds = schema.getPossibleTypes(schema.getType('Node') as never).map((type) => type.name);
    for (const kind of kinds) {
      const { data } = await node(member!, ids[kind]!);
      expect(data).toEqual({ node: { __typename: kind, id: ids[kind] } });
    }
    expect(kinds).toHaveLength(7);
  });

  it('[ER3] [ER5] answers of another’s as of what is missing, letter for letter', async () => {
    for (const [kind, prefix] of [
      ['Thread', 'thr'],
      ['Message', 'msg'],
      ['Participant', 'par'],
      ['Invite', 'inv'],
      ['Attachment', 'att'],
      ['Ban', 'ban'],
      ['waiting', 'att'],
      ['direct', 'thr'],
      ['reply', 'msg'],
    ] as const) {
      const missing = JSON.stringify(await node(stranger!, newId(prefix)));
      expect(missing).toBe('{"data":{"node":null},"errors":null}');
      expect(JSON.stringify(await node(stranger!, ids[kind]!))).toBe(missing);
      expect(JSON.stringify(await node(former!, ids[kind]!))).toBe(missing);
    }
    expect((await node(stranger!, newId('usr'))).data).toEqual({ node: null });
    // A session is nobody's to see, not even one's own.
    expect((await node(member!, member!.viewer.sessionId)).data).toEqual({ node: null });
  });

  it('[ER4] [ER5] refuses what is no id at all', async () => {
    const good = ids['Thread']!;
    for (const id of [
      '',
      'x',
      '1',
      good.slice(4),
      good.toUpperCase(),
      ` ${good}`,
      `${good}\n`,
      `${good}x`,
      'foo_0190a0b0-0000-7000-8000-000000000000',
      `thr_${crypto.randomUUID()}`,
      'thr_\0',
      '😀',
      "' or 1=1",
    ]) {
      const { data, errors } = await node(member!, id);
      expect([
        id,
        data,
        errors?.map(({ code, fields, path }) => [code, fields.map((field) => field.path), path]),
      ]).toEqual([id, { node: null }, [['BAD_INPUT', ['id'], 'node']]]);
    }
  });
});

describe('nodes', () => {
  it('[ER5] gives them in the order asked for, and null where there is nothing to see', async () => {
    const asked = [
      ids['Message']!,
      newId('msg'),
      ids['User']!,
      ids['Thread']!,
      ids['Message']!,
      newId('thr'),
      ids['Participant']!,
    ];
    const found = async (person: Person) =>
      (await nodes(person, asked)).data?.nodes.map((each) => each?.id ?? null);
    expect(await found(member!)).toEqual([asked[0], null, asked[2], asked[3], asked[4], null, asked[6]]);
    expect(await found(stranger!)).toEqual([null, null, asked[2], null, null, null, null]);
    expect((await nodes(member!, [])).data).toEqual({ nodes: [] });
  });

  it('[ER5] gives at most 100', async () => {
    const hundred = Array.from({ length: 100 }, () => ids['User']!);
    expect((await nodes(member!, hundred)).data?.nodes).toHaveLength(100);
    const { data, errors } = await nodes(member!, [...hundred, ids['User']!]);
    expect([data, errors?.map(({ code, fields }) => [code, fields.map((field) => field.path)])]).toEqual([
      null,
      [['BAD_INPUT', ['ids']]],
    ]);
  });

  it('[ER4] [ER5] says which is no id', async () => {
    const { data, errors } = await nodes(member!, [ids['User']!, 'x', ids['Thread']!]);
    expect([data, errors?.map(({ code, fields }) => [code, fields.map((field) => field.path)])]).toEqual([
      null,
      [['BAD_INPUT', ['ids.1']]],
    ]);
  });
});
