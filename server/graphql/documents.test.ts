import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery, type GraphQLError, parse, print, separateOperations } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { Documents } from './documents.ts';

const documents = new Documents(schema);

/** What becomes of a document: its code, or null where it may run. */
function codeOf(text: string, signedIn = true): string | null {
  try {
    return codeIn(documents.read(text, signedIn).errors[0]);
  } catch (error) {
    return codeIn(error as GraphQLError);
  }
}
const codeIn = (error: GraphQLError | undefined) => (error ? String(error.extensions['code']) : null);
const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');
const nested = (depth: number) =>
  `${'{ thread(id: "x") { lastMessage '.repeat(depth)}{ id }${' } }'.repeat(depth)}`;
const deep = (depth: number) =>
  `{ thread(id: "x") { ${'lastMessage { thread { '.repeat(depth)} id ${'} }'.repeat(depth)} } }`;
/** Each fragment spreads the next twice: a short text that unfolds without end. */
const bomb = `{ viewer { ...F0 } } ${many(30, (at) => `fragment F${at} on User { ${at < 29 ? `...F${at + 1} ... on User { ...F${at + 1} }` : 'id'} }`)}`;
const circle = '{ viewer { ...A } } fragment A on User { ...B } fragment B on User { ...A }';

describe('a document', () => {
  it.each<[string, string, string | null]>([
    ['20 aliases', `{ ${many(20, (at) => `a${at}: viewer { id }`)} }`, null],
    ['21 aliases', `{ ${many(21, (at) => `a${at}: viewer { id }`)} }`, 'COST_LIMIT'],
    ['21 aliases of __typename', `{ ${many(21, (at) => `a${at}: __typename`)} }`, 'COST_LIMIT'],
    [
      '21 aliases in a fragment',
      `{ ...F } fragment F on Query { ${many(21, (at) => `a${at}: __typename`)} }`,
      'COST_LIMIT',
    ],
    ['20 directives', `{ viewer { ${many(20, () => 'id @include(if: true)')} } }`, null],
    ['21 directives', `{ viewer { ${many(21, () => 'id @include(if: true)')} } }`, 'COST_LIMIT'],
    ['21 unknown directives', `{ viewer { id ${many(21, (at) => `@d${at}`)} } }`, 'COST_LIMIT'],
    ['a depth of 14', deep(6), null],
    ['a depth of 16', deep(7), 'COST_LIMIT'],
    ['a depth of 4,000', nested(100), 'COST_LIMIT'],
    [
      'a depth that fragments hide',
      `{ thread(id: "x") { ...A } } fragment A on Thread { ${'lastMessage { thread { '.repeat(5)} ...B ${'} }'.repeat(5)} } fragment B on Thread { lastMessage { thread { lastMessage { thread { id } } } } }`,
      'COST_LIMIT',
    ],
    ['fragments in a circle', circle, 'BAD_REQUEST'],
    ['a field that stands there 51 times', `{ ${'viewer { id } '.repeat(51)} }`, null],
    ['a field that stands there 52 times', `{ ${'viewer { id } '.repeat(52)} }`, 'COST_LIMIT'],
    ['fields that nobody knows, 52 times', `{ ${'a { b } '.repeat(52)} }`, 'COST_LIMIT'],
    ['a field behind 52 nameless fragments', `{ ${'... { viewer { id } } '.repeat(52)} }`, 'COST_LIMIT'],
    ['1,000 words and signs', `{ ${many(998, (at) => `f${at}`)} }`, 'BAD_REQUEST'],
    ['more than 1,000 words and signs', `{ ${many(999, (at) => `f${at}`)} }`, 'COST_LIMIT'],
    ['20,000 characters and more', `{ viewer { id } } #${'x'.repeat(20_000)}`, 'COST_LIMIT'],
    ['one sign-in', 'mutation { signIn(input: { handle: "a", password: "b" }) { __typename } }', null],
    [
      'two sign-ins',
      'mutation { signIn(input: { handle: "a", password: "b" }) { __typename } x: signIn(input: { handle: "a", password: "c" }) { __typename } }',
      'COST_LIMIT',
    ],
    [
      'a sign-in and a sign-up',
      'mutation { signIn(input: { handle: "a", password: "b" }) { __typename } signUp(input: { handle: "a", displayName: "a", password: "c" }) { __typename } }',
      'COST_LIMIT',
    ],
    [
      'sign-ins in a fragment',
      `mutation { ...F } fragment F on Mutation { ${many(2, (at) => `a${at}: signIn(input: { handle: "a", password: "b" }) { __typename }`)} }`,
      'COST_LIMIT',
    ],
    [
      'introspection',
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }),
      null,
    ],
    [
      'introspection without end',
      `{ __type(name: "Query") { ${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)} } }`,
      'BAD_REQUEST',
    ],
    ['broken syntax', '{ viewer', 'BAD_REQUEST'],
  ])('[WI24] with %s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('[WI24] is read in no time, however it is built', () => {
    const began = performance.now();
    codeOf(bomb);
    codeOf(bomb, false);
    codeOf(`{ ${'viewer { id } '.repeat(249)} }`);
    codeOf(`{ ${many(20, (at) => `a${at}: viewer { ${'id handle '.repeat(20)} }`)} }`);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('[WI24] of the web app is within every bound', () => {
    const client = new URL('../../client/', import.meta.url);
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.graphql'),
    );
    const all = parse(files.map((name) => readFileSync(new URL(name, client), 'utf8')).join('\n'));
    const own = Object.entries(separateOperations(all));
    expect(own.length).toBeGreaterThan(10);
    expect(own.map(([name, document]) => [name, codeOf(print(document))])).toEqual(
      own.map(([name]) => [name, null]),
    );
  });

  it('[WI24] is read once for all', () => {
    const text = '{ viewer { id handle } }';
    expect(documents.read(text, true).document).toBe(documents.read(text, true).document);
    for (let at = 0; at < 300; at += 1) documents.read(`query Q${at} { viewer { id } }`, true);
    expect(documents.read(text, true).errors).toEqual([]);
  });
});

describe('a stranger', () => {
  it.each([
    '{ viewer { id handle displayName } }',
    'query Q { __typename viewer { __typename ...F } } fragment F on User { id }',
    'mutation ($input: SignUpInput!) { signUp(input: $input) { ... on SignUpPayload { viewer { id } } ... on Error { code reason } ... on InputError { fields { path } } } }',
    'mutation { signIn(input: { handle: "a", password: "b" }) { ... on ForbiddenError { reason } } }',
    'mutation { signOut { ... on SignOutPayload { ok } } }',
    'query ($token: String!) { invite(token: $token) { groupName participantCount threadId } }',
    '{ __type(name: "Thread") { name fields { name } } }',
    'query ($name: String!) { __type(name: $name) { name } }',
  ])('[WI25] may ask %s', (text) => {
    expect(codeOf(text, false)).toBeNull();
  });

  const secrets = [
    '{ threads { edges { node { id } } } }',
    '{ threadz { edges { node { id } } } }',
    '{ viewer { emial } }',
    '{ viewer { id ... on Node { ... on Thread { id } } } }',
    '{ viewer { id ... on Node { ... on Thread { idd } } } }',
    '{ viewer { id ... on Node { ... on Nonsense { id } } } }',
    '{ __schema { types { name } } }',
    '{ node(id: "x") { id } }',
    'mutation { sendMessage(input: { threadId: "x", body: "y" }) { __typename } }',
    'mutation { sendMessages(input: { threadId: "x", body: "y" }) { __typename } }',
    'mutation { signIn(input: { handle: "a", passwort: "b" }) { __typename } }',
    'mutation { signOut { ... on SendMessagePayload { message { id } } } }',
    'subscription { changes { cursor } }',
    'subscription { nothing { cursor } }',
    'query A { viewer { id } } query B { threads { edges { cursor } } }',
    'query A { viewer { id } } query B { nonsense }',
  ];

  it('[WI25] is given one answer for all that is not public, whether it exists or not', () => {
    const answers = secrets.map((text) =>
      documents.read(text, false).errors.map((error) => JSON.stringify(error)),
    );
    expect(new Set(answers.flat())).toEqual(new Set(answers[0]));
    expect(answers[0]).toEqual([expect.stringContaining('UNAUTHENTICATED')]);
    expect(answers.every((errors) => errors.length === 1)).toBe(true);
  });

  it('[WI25] is told what is wrong by any schema', () => {
    for (const text of ['{ viewer', 'query ($a: ID) { viewer { id } }', '{ viewer { ...Nothing } }', circle])
      expect(codeOf(text, false)).toBe('BAD_REQUEST');
  });

  it('[WI25] leaves nothing behind that others would be given', () => {
    const text = '{ threads { edges { node { id name } } } }';
    expect(codeOf(text, false)).toBe('UNAUTHENTICATED');
    expect(codeOf(text, true)).toBeNull();
    expect(codeOf(text, false)).toBe('UNAUTHENTICATED');
  });
});
