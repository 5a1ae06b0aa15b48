import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { exampleTabs } from './examples.ts';
import { fillIn, learn, nothingFound } from './findings.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const everything = {
  password: 'made up here',
  viewerId: 'usr_1',
  friendId: 'usr_2',
  threadId: 'thr_1',
  cursor: 'place',
};

describe.each(
  exampleTabs().map((tab) => [/(?:query|mutation|subscription) (\w+)/.exec(tab.query)?.[1], tab] as const),
)('the example %s', (_name, { query, variables }) => {
  it('is a valid document of the schema as it is', () => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('has comments that do not run under the buttons of a window 1280 pixels wide', () => {
    const comments = query.split('\n').filter((line) => line.trimStart().startsWith('#'));
    expect(comments.filter((line) => line.length > 49)).toEqual([]);
  });

  it('has variables that what came before completes', () => {
    const filled = fillIn(variables, everything);
    expect(() => JSON.parse(filled) as unknown).not.toThrow();
    expect(filled).not.toMatch(/<\w+>/);
  });
});

it('each page load signs up other people', () => {
  expect(exampleTabs()[0]?.variables).not.toBe(exampleTabs()[0]?.variables);
});

describe('what examples learn from answers', () => {
  it('is who signed up last, and who did before', () => {
    const friend = learn(nothingFound(), { signUp: { viewer: { id: 'usr_2' } } });
    expect(learn(friend, { signUp: { viewer: { id: 'usr_1' } } })).toMatchObject({
      viewerId: 'usr_1',
      friendId: 'usr_2',
    });
  });

  it('is the first other person of a list, where nobody is known', () => {
    const users = { edges: [{ node: { id: 'usr_1' } }, { node: { id: 'usr_3' } }] };
    const found = learn(nothingFound(), { cursor: 'place', viewer: { id: 'usr_1' }, users });
    expect(found).toMatchObject({ viewerId: 'usr_1', friendId: 'usr_3', cursor: 'place' });
  });

  it('is the thread that was started, and nothing from an error', () => {
    const found = learn(everything, { startDirectThread: { thread: { id: 'thr_2' } } });
    expect(found.threadId).toBe('thr_2');
    expect(learn(found, { startDirectThread: { code: 'NOT_FOUND' } })).toEqual(found);
    expect(learn(found, null)).toEqual(found);
  });
});
