import { readFileSync } from 'node:fs';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, it } from 'vitest';

import { afterError, knownCodes } from './after-error.ts';

const refusal = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'Because.', extensions: { code } }] });

it('knows all of the server’s codes, and none besides', () => {
  // Read, not imported: the web app knows nothing of the server but its API.
  const errors = readFileSync('schema/errors.ts', 'utf8');
  const [, union = ''] = /type RefusalCode =([^;]+);/.exec(errors) ?? [];
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
  expect(codes).toContain('UNAUTHENTICATED');
  expect(new Set(knownCodes)).toEqual(new Set(codes));
});

it.each(['BAD_INPUT', 'BAD_REQUEST', 'COST_LIMIT', 'NOT_FOUND'])(
  'does not ask again what is wrong as it is: %s',
  (code) => {
    expect(afterError(refusal(code))).toEqual({ kind: 'refused', reason: 'Because.' });
  },
);

it('asks again what it does not know', () => {
  expect(afterError(refusal('NEW_CODE'))).toEqual({ kind: 'later' });
});
