import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { InviteRow } from './invite-row.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A link that ends in a while. */
function show(ms: number) {
  const { client } = answeringClient({});
  render(
    <ApolloProvider client={client}>
      <InviteRow
        invite={{
          __typename: 'Invite',
          id: 'inv_1',
          url: 'https://parley.example/i/aaaa…',
          createdBy: { __typename: 'User', id: 'usr_ana', displayName: 'Ana' },
          expiresAt: new Date(Date.now() + ms).toISOString(),
          maxUses: null,
          uses: 0,
          revokedAt: null,
        }}
      />
    </ApolloProvider>,
  );
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const row = () => screen.getByRole('listitem').textContent;

it('ends while one looks at it, and is not there to be revoked any more', () => {
  show(60_000);
  expect(row()).toMatch(/until .*Revoke$/);
  pass(30_000);
  expect(row()).toMatch(/until .*Revoke$/);
  pass(30_000);
  expect(row()).toBe('/i/aaaa… by AnaNobody came yet · expired');
});

it('is known to have ended where nobody has looked at a time for long', () => {
  vi.advanceTimersByTime(3_600_000);
  show(-1);
  expect(row()).toContain('expired');
});
