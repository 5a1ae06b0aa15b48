import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../../apollo/answering-client.ts';
import { receiptsOf } from './use-receipts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'Because.', extensions: { code } }] });

/** How often it is told within a minute that somebody has read, where the first time is answered so. */
async function tellings(answer: Error): Promise<number> {
  const answers = [answer];
  const { client, asked } = answeringClient({
    MarkRead: () =>
      answers.shift() ?? { markRead: { __typename: 'NotFoundError', code: 'NOT_FOUND', reason: '' } },
  });
  receiptsOf(client).read.note('thr_1', 4);
  await vi.advanceTimersByTimeAsync(60_000);
  return asked.length;
}

it.each(['INTERNAL', 'TOO_SLOW', 'RATE_LIMITED'])('tells later what was answered with %s', async (code) => {
  expect(await tellings(refusal(code))).toBe(2);
});

it('tells later what had no answer', async () => {
  expect(await tellings(new TypeError('Failed to fetch'))).toBe(2);
});

it('does not tell again what is wrong as it is', async () => {
  expect(await tellings(refusal('BAD_INPUT'))).toBe(1);
});
