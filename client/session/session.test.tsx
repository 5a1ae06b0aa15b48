import { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { NEVER, throwError } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createCache } from '../apollo/cache.ts';
import { Session } from './session.tsx';
import { forGood, signedOut } from './signed-out.ts';
import { viewerId } from './viewer-id.ts';

const unauthenticated = new CombinedGraphQLErrors({
  errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
});

beforeEach(() => {
  for (const store of [signedOut, forGood]) store.set(false);
  viewerId.set(null);
});
afterEach(() => void vi.unstubAllGlobals());

function open(link: ApolloLink) {
  render(
    <ApolloProvider client={new ApolloClient({ cache: createCache(), link })}>
      <Session loading="Loading">Signed in</Session>
    </ApolloProvider>,
  );
}

it('asks a stranger’s first question so that the refusal is an answer', async () => {
  let accept: unknown;
  const link = new ApolloLink((operation) => {
    accept = (operation.getContext()['headers'] as Record<string, string> | undefined)?.['accept'];
    signedOut.set(true);
    return throwError(() => unauthenticated);
  });
  open(link);
  await screen.findByRole('heading', { name: 'Sign in' });
  // By the protocol it has the status 200 then, which no console reports.
  expect(accept).toBe('application/json');
});

describe('[SS5] whoever leaves takes the page along, and with it what they had under way', () => {
  /** Ana's page, with a draft of hers. @returns what is kept whenever the page is loaded again */
  function openHers() {
    const kept: number[] = [];
    vi.stubGlobal('location', { pathname: '/', reload: () => kept.push(localStorage.length) });
    localStorage.setItem('draft usr_ana', 'half a thought');
    viewerId.set('usr_ana');
    open(new ApolloLink(() => NEVER));
    return kept;
  }
  afterEach(() => localStorage.clear());

  it('where the session has ended: nobody signs in before that, and what is kept waits for her', async () => {
    const kept = openHers();
    await act(async () => signedOut.set(true));
    expect(kept).toEqual([1]);
    expect(screen.queryByRole('heading', { name: 'Sign in' })).toBeNull();
  });

  it('where she signs out: nothing of hers is kept', async () => {
    const kept = openHers();
    forGood.set(true);
    await act(async () => signedOut.set(true));
    await vi.waitFor(() => expect(kept).toEqual([0]));
  });
});
