import { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { throwError } from 'rxjs';
import { expect, it } from 'vitest';

import { createCache } from '../apollo/cache.ts';
import { Session } from './session.tsx';
import { signedOut } from './signed-out.ts';

const unauthenticated = new CombinedGraphQLErrors({
  errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
});

it('asks a stranger’s first question so that the refusal is an answer', async () => {
  let accept: unknown;
  const link = new ApolloLink((operation) => {
    accept = (operation.getContext()['headers'] as Record<string, string> | undefined)?.['accept'];
    signedOut.set(true);
    return throwError(() => unauthenticated);
  });
  render(
    <ApolloProvider client={new ApolloClient({ cache: createCache(), link })}>
      <Session loading="Loading">Signed in</Session>
    </ApolloProvider>,
  );
  await screen.findByRole('heading', { name: 'Sign in' });
  // By the protocol it has the status 200 then, which no console reports.
  expect(accept).toBe('application/json');
});
