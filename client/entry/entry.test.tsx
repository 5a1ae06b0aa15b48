import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { Welcome } from './welcome.tsx';

type Answers = Parameters<typeof answeringClient>[0];

function open(answers: Answers = {}) {
  const { client, asked } = answeringClient(answers);
  const onEnter = vi.fn();
  render(
    <ApolloProvider client={client}>
      <Welcome onEnter={onEnter} />
    </ApolloProvider>,
  );
  return { user: userEvent.setup(), onEnter, asked };
}

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText(name);

/** What is read out with a field besides its label. */
const noteOf = (element: HTMLElement) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

async function signIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(field('Handle'), 'ana');
  await user.type(field('Password'), 'a long password');
  await user.click(button('Sign in'));
}

const refused = (fields: Record<string, string>) => ({
  __typename: 'InputError',
  code: 'BAD_INPUT',
  reason: 'Some of this cannot be.',
  fields: Object.entries(fields).map(([path, reason]) => ({ __typename: 'FieldError', path, reason })),
});

describe('signing in', () => {
  it('sends what was typed and lets in', async () => {
    const viewer = { __typename: 'User', id: 'usr_1' };
    const { user, onEnter, asked } = open({
      SignIn: () => ({ signIn: { __typename: 'SignInPayload', viewer } }),
    });
    await signIn(user);
    expect(onEnter).toHaveBeenCalledOnce();
    expect(asked[0]?.variables).toMatchObject({ input: { handle: 'ana', password: 'a long password' } });
  });

  it('says beside each empty field what it is for, and asks nobody', async () => {
    const { user, asked } = open();
    await user.click(button('Sign in'));
    expect(noteOf(field('Handle'))).toBe('Type your handle.');
    expect(noteOf(field('Password'))).toBe('Type your password.');
    expect(document.activeElement).toBe(field('Handle'));
    expect(asked).toEqual([]);
  });

  it('says that handle or password is wrong, and puts the focus on the password', async () => {
    const { user, onEnter } = open({
      SignIn: () => ({
        signIn: { __typename: 'ForbiddenError', code: 'FORBIDDEN', reason: 'Wrong handle or password.' },
      }),
    });
    await signIn(user);
    expect(screen.getByRole('alert').textContent).toContain('Wrong handle or password.');
    expect(document.activeElement).toBe(field('Password'));
    expect(onEnter).not.toHaveBeenCalled();
  });

  it('says how long to wait after too many tries', async () => {
    const { user } = open({
      SignIn: () =>
        new CombinedGraphQLErrors({
          errors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED', retryAfter: 12 } }],
        }),
    });
    await signIn(user);
    expect(screen.getByRole('alert').textContent).toContain('Too many tries. Try again in 12 seconds.');
  });

  it('says that the server cannot be reached, and can be tried again', async () => {
    let tries = 0;
    const { user, onEnter } = open({
      SignIn: () => {
        tries += 1;
        if (tries === 1) return new TypeError('Failed to fetch');
        return { signIn: { __typename: 'SignInPayload', viewer: { __typename: 'User', id: 'usr_1' } } };
      },
    });
    await signIn(user);
    expect(screen.getByRole('alert').textContent).toContain("Couldn't reach the server.");
    await user.click(button('Sign in'));
    expect(onEnter).toHaveBeenCalledOnce();
  });
});

describe('signing up', () => {
  async function signUp(answer: Answers[string]) {
    const opened = open({ SignUp: answer });
    const { user } = opened;
    await user.click(button('Make an account'));
    await user.type(field('Your name'), 'Ana');
    await user.type(field('Handle'), 'Ana!');
    await user.type(field('Password'), 'short');
    await user.click(button('Make an account'));
    return opened;
  }

  it('says beside each field what is wrong with it', async () => {
    await signUp(() => ({ signUp: refused({ handle: 'Only a–z.', password: 'Too short.' }) }));
    expect(noteOf(field('Handle'))).toBe('Only a–z.');
    expect(noteOf(field('Password'))).toBe('Too short.');
    expect(document.activeElement).toBe(field('Handle'));
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('[ER13] tries again under the same key where the answer was lost: the handle is their own by then', async () => {
    const { user, asked } = await signUp(() => new TypeError('Failed to fetch'));
    await user.click(button('Make an account'));
    const [first, again] = asked.map(({ variables }) => variables['input']);
    expect(first).toMatchObject({ handle: 'Ana!', clientMutationId: expect.any(String) });
    expect(again).toEqual(first);
  });

  it('says beside the handle that it is taken', async () => {
    await signUp(() => ({
      signUp: { __typename: 'ConflictError', code: 'CONFLICT', reason: 'This handle is taken.' },
    }));
    expect(noteOf(field('Handle'))).toBe('This handle is taken.');
  });

  it('shows the password when asked to', async () => {
    const { user } = open();
    await user.click(button('Show password'));
    expect(field('Password').getAttribute('type')).toBe('text');
    await user.click(button('Hide password'));
    expect(field('Password').getAttribute('type')).toBe('password');
  });
});
