import { expect, it } from 'vitest';

import { createTries } from './tries.ts';

function setup() {
  const keys: string[] = [];
  const tries = createTries();
  const ask = (input: object, answer: () => string) =>
    tries(input, async ({ clientMutationId }) => {
      keys.push(clientMutationId);
      return answer();
    });
  const lost = () => {
    throw new Error('No answer.');
  };
  return {
    keys,
    ask: (input: object) => ask(input, () => 'done'),
    lose: (input: object) => expect(ask(input, lost)).rejects.toThrow('No answer.'),
  };
}

it('[ER6] asks again under the same key where the answer was lost, also more than once', async () => {
  const { keys, ask, lose } = setup();
  await lose({ name: 'Ana' });
  await lose({ name: 'Ana' });
  expect(await ask({ name: 'Ana' })).toBe('done');
  expect(new Set(keys).size).toBe(1);
});

it('[ER7] asks for something else under another key', async () => {
  const { keys, ask, lose } = setup();
  await lose({ name: 'Ana' });
  await ask({ name: 'Ben' });
  expect(new Set(keys).size).toBe(2);
});

it('asks for the same anew, once it was answered, under another key', async () => {
  const { keys, ask } = setup();
  await ask({ name: 'Ana' });
  await ask({ name: 'Ana' });
  expect(new Set(keys).size).toBe(2);
});
