import { useState } from 'react';
import { v7 } from 'uuid';

/**
 * For what a person asks for, and asks for again where no answer came. Until there is one, the same input goes out under the same key,
 * so that it is done once however often it is tried; what was changed meanwhile is something else, and so is the same after an answer.
 */
export function createTries() {
  let open: { readonly input: string; readonly clientMutationId: string } | undefined;
  return async <Input extends object, Answer>(
    asked: Input,
    ask: (input: Input & { readonly clientMutationId: string }) => Promise<Answer>,
  ): Promise<Answer> => {
    const input = JSON.stringify(asked);
    if (open?.input !== input) open = { input, clientMutationId: v7() };
    const answer = await ask({ ...asked, clientMutationId: open.clientMutationId });
    open = undefined;
    return answer;
  };
}

/** Those of one form, for as long as it is there. */
export function useTries() {
  const [tries] = useState(createTries);
  return tries;
}
