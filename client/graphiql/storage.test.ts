import { expect, it } from 'vitest';
import { withoutPasswords } from './storage.ts';

function kept(value: string): string | undefined {
  const written = new Map<string, string>();
  const inner = {
    getItem: (key: string) => written.get(key) ?? null,
    setItem: (key: string, text: string) => void written.set(key, text),
    removeItem: (key: string) => void written.delete(key),
    clear: () => written.clear(),
    length: 0,
  };
  withoutPasswords(inner).setItem('key', value);
  return written.get('key');
}

const variables = (password: string) => JSON.stringify({ input: { handle: 'ada', password } }, null, 2);
const document = (password: string) => `mutation {
  signIn(input: { handle: "ada", password: ${JSON.stringify(password)} }) { __typename }
}`;

it('keeps what holds no password as it is', () => {
  const tabs = JSON.stringify({
    tabs: [{ query: 'mutation ($password: String!) { a }', variables: '{"a": "x"}' }],
  });
  expect(kept(tabs)).toBe(tabs);
  expect(kept('{ viewer { id } }')).toBe('{ viewer { id } }');
  expect(kept('not "password\\" at all')).toBe('not "password\\" at all');
});

it('keeps no password of variables and documents, but all else, space for space', () => {
  expect(kept(variables('top "secret"'))).toBe(variables('<password>'));
  expect(kept(document('top secret'))).toBe(document('<password>'));
});

it('keeps no password of tabs, which hold variables and documents as text', () => {
  const tabs = (password: string) =>
    JSON.stringify({
      tabs: [{ title: 'One', query: document(password), variables: variables(password) }, { query: '{ a }' }],
    });
  expect(kept(tabs('top "secret" \\'))).toBe(tabs('<password>'));
});
