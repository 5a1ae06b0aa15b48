import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isLeafType,
  isListType,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { newId } from './id.ts';
import { schema } from './index.ts';
import { direct, group, say } from './testing/threads.ts';
import { uploaded } from './testing/uploads.ts';
import { openWorld, type Person } from './testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob]: Person[] = [];
let ids = { usr: '', thr: '', msg: '', inv: '', att: '' };
/** A group, which is not among what is tried: somebody would leave it. */
let room = '';
beforeAll(async () => {
  [ann, bob] = await world.people(2);
  const thr = await direct(ann!, bob!);
  room = await group(ann!, { members: [bob!] });
  const { invite } = await ann!.must('createInvite', { threadId: room });
  ids = { usr: bob!.id, thr, msg: (await say(ann!, thr)).id, inv: invite.id, att: await uploaded(ann!) };
});

/** Codes of what is refused on purpose; `ask` throws whatever else goes wrong. */
const codes = ['BAD_INPUT', 'BAD_REQUEST', 'NOT_FOUND', 'RESYNC_REQUIRED', 'UNAUTHENTICATED'];

const base64 = (text: string) => Buffer.from(text).toString('base64url');
const texts = () => [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '\uFFFF',
  '\u202E',
  '😀'.repeat(300),
  'x'.repeat(100_000),
  '\\',
  '%',
  "'",
  '"',
  '\n',
  '\u001b[31m',
  '{}',
  'null',
  '$1',
  '../..',
  '-1',
  '1e999',
  ...Object.values(ids),
  newId('usr'),
  newId('thr'),
  newId('msg'),
  newId('par'),
  newId('ses'),
  newId('inv'),
  newId('att'),
  newId('ban'),
  ids.thr.toUpperCase(),
  `${ids.thr}\0`,
  `msg_${'0'.repeat(36)}`,
  ...[
    '[]',
    '["users:","\\u0000"]',
    '["users:",null]',
    `["messages:${ids.thr}",1e9]`,
    `["messages:${ids.thr}",99999999999]`,
    `["participants:${ids.thr}","\\u0000"]`,
    `["invites:${ids.thr}","\\u0000"]`,
    `["bans:${room}","\\u0000"]`,
    `["saved:${ann!.id}",1e30]`,
    `["pinned:${ids.thr}",1,"\\u0000"]`,
  ].map(base64),
  world.log.seal({ transaction: 2n ** 63n - 1n, id: 2n ** 63n - 1n }),
  world.log.seal({ transaction: 1n, id: 0n }),
];
const numbers = [0, 1, -1, 100, 101, 2 ** 31 - 1, -(2 ** 31)];

/** What is tried in a place of a type. */
function triesOf(type: GraphQLInputType): unknown[] {
  const inner = getNullableType(type);
  if (isListType(inner))
    return [[], ...texts().map((text) => [text]), Array.from({ length: 200 }, () => ids.usr)];
  const named = getNamedType(type).name;
  if (named === 'Int') return numbers;
  if (named === 'Boolean') return [true, false];
  if (named === 'WhoMay') return ['ADMINS', 'NOBODY', ''];
  if (named === 'Role') return ['OWNER', 'NOBODY', ''];
  return texts();
}

/** Something good, for the places that are not tried. */
function goodFor(name: string, type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (name === 'threadIds') return [ids.thr];
  if (isListType(inner)) return [ids.usr];
  const goods: Record<string, unknown> = {
    id: ids.thr,
    threadId: ids.thr,
    userId: ids.usr,
    messageId: ids.msg,
    emoji: '👍',
    inviteId: ids.inv,
    pictureId: ids.att,
    role: 'MEMBER',
    typing: true,
    away: true,
    seq: 1,
    size: 5,
    contentType: 'text/plain',
    handle: 'somebody',
    displayName: 'Somebody',
    password: 'correct horse battery',
    after: world.log.seal({ transaction: 1n, id: 0n }),
  };
  return goods[name] ?? 'Text';
}

type Place = GraphQLArgument | GraphQLInputField;
const isRequired = ({ type }: Place) => getNullableType(type) !== type;

/** The variables of a field with one of its places filled as wanted. */
function variablesOf(
  field: GraphQLField<unknown, Context>,
  place: Place,
  value: unknown,
): Record<string, unknown> {
  const given = field.args.find((arg) => arg.name === 'input');
  const input = given && getNamedType(given.type);
  const places = isInputObjectType(input) ? Object.values(input.getFields()) : field.args;
  const filled = Object.fromEntries(
    places
      .filter((each) => each === place || isRequired(each))
      .map((each) => [each.name, each === place ? value : goodFor(each.name, each.type)]),
  );
  return given ? { input: filled } : filled;
}

const fields = [schema.getQueryType(), schema.getMutationType()]
  .flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({ kind: root!.name.toLowerCase(), field })),
  )
  .flatMap(({ kind, field }) =>
    field.args
      .flatMap((arg): readonly Place[] => {
        const type = getNamedType(arg.type);
        return isInputObjectType(type) ? Object.values(type.getFields()) : [arg];
      })
      .map((place) => ({
        kind,
        name: field.name,
        field: field as GraphQLField<unknown, Context>,
        place,
        at: place.name,
      })),
  );

let asker: Person | ReturnType<typeof world.browser>;
beforeEach(() => {
  asker = ann!;
});

describe('whatever a client sends', () => {
  it.each(fields)(
    '[ER17] as $at of $name, is answered with sense',
    { timeout: 180_000 },
    async ({ kind, name, field, place }) => {
      if (name === 'signUp' || name === 'signIn' || name === 'changePassword') asker = world.browser();
      const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const leaf = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
      const source = `${kind} (${declared}) { ${name}(${passed}) ${leaf} }`;
      for (const value of triesOf(place.type)) {
        const { errors } = await asker.ask(source, variablesOf(field, place, value));
        for (const { code } of errors ?? [])
          expect([value, codes]).toEqual([value, expect.arrayContaining([code])]);
      }
    },
  );

  it.each([
    ['Thread', 'messages', 'thr', ['after', 'before']],
    ['Thread', 'participants', 'thr', ['after']],
    ['Thread', 'invites', 'room', ['after']],
    ['Thread', 'bans', 'room', ['after']],
    ['Thread', 'pinnedMessages', 'thr', ['after']],
    ['Message', 'replies', 'msg', ['after', 'before']],
    ['Message', 'edits', 'msg', ['after']],
  ] as const)('[ER17] as a cursor of %s.%s, is answered with sense', async (type, field, prefix, places) => {
    for (const place of places) {
      for (const text of texts()) {
        const { errors } = await ann!.ask(
          `query ($id: ID!, $cursor: String) { node(id: $id) { ... on ${type} { ${field}(${place}: $cursor) { pageInfo { hasNextPage } } } } }`,
          { id: prefix === 'room' ? room : ids[prefix], cursor: text },
        );
        expect([text, errors?.map((error) => error.code)]).toEqual([text, ['BAD_INPUT']]);
      }
    }
  });

  it('[ER1] a refusal that one can act on has a code and a plain sentence', async () => {
    const { id } = await say(ann!, ids.thr);
    const outcomes = [
      await ann!.does('sendMessage', { threadId: ids.thr, body: '' }),
      await ann!.does('sendMessage', { threadId: newId('thr'), body: 'x' }),
      await ann!.does('leaveGroup', { threadId: ids.thr }),
      await ann!.does('sendMessage', { id, threadId: ids.thr, body: 'Other' }),
    ];
    expect(outcomes.map(({ __typename, code }) => [__typename, code])).toEqual([
      ['InputError', 'BAD_INPUT'],
      ['NotFoundError', 'NOT_FOUND'],
      ['ForbiddenError', 'FORBIDDEN'],
      ['ConflictError', 'CONFLICT'],
    ]);
    for (const { reason } of outcomes) expect(reason).toMatch(/^[A-Z“]?.+\.$/);
  });
});
