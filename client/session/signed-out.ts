import { CombinedGraphQLErrors } from '@apollo/client/errors';

import { createStore } from '../ui/store.ts';

/** Known from an answer alone: the session's cookie cannot be read here. */
export const signedOut = createStore(false);

/** Whether who leaves does so of their own will: what this browser kept for them goes too. */
export const forGood = createStore(false);

/**
 * Asks for an end for good. It is one before the answer, and without one: what else is under way may hear of the end first. Only an answer
 * that refuses takes that back.
 */
export async function leaveForGood<Answer extends object | undefined>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  forGood.set(true);
  try {
    const answer = await ask();
    if (answer && 'code' in answer) forGood.set(false);
    return answer;
  } catch (error) {
    // Refused because the session has ended, it is the end.
    if (CombinedGraphQLErrors.is(error)) forGood.set(signedOut.get());
    throw error;
  }
}
