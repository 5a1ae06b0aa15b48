import { ApolloClient } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { Observable } from 'rxjs';

import { createCache } from './cache.ts';

type Answer = Record<string, unknown> | Error;

/** A client for tests whose operations are answered by name, each with its variables. What was asked is kept in `asked`. */
export function answeringClient(
  answers: Record<string, (variables: Record<string, unknown>) => Answer | Promise<Answer>>,
) {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  const link = new ApolloLink(({ operationName = '', variables }) => {
    asked.push({ name: operationName, variables });
    return new Observable((observer) => {
      const answer = answers[operationName];
      if (!answer) throw new Error(`Nobody answers ${operationName}.`);
      void Promise.resolve(answer(variables)).then((data) => {
        if (data instanceof Error) observer.error(data);
        else {
          observer.next({ data });
          observer.complete();
        }
      });
    });
  });
  return { client: new ApolloClient({ cache: createCache(), link }), asked };
}
