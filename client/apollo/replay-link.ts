import { ApolloLink } from '@apollo/client/link';
import { Observable } from 'rxjs';

import type { Change } from './change.ts';

/**
 * An answer may have been read on the server before a change that has already arrived here, and would overwrite it when it is written.
 * So what arrived while a request was under way is applied once more behind its answer: changes are idempotent, and the last word is theirs.
 */
export function createReplay(apply: (change: Change) => void) {
  const arrived: Change[] = [];
  let underWay = 0;

  function finish(since: number) {
    // One task later: `fetchMore` writes its page only after its promise has resolved.
    setTimeout(() => {
      for (const change of arrived.slice(since)) apply(change);
      underWay -= 1;
      if (underWay === 0) arrived.length = 0;
    });
  }

  return {
    /** Every change goes through here on its way into the cache. */
    apply(change: Change) {
      if (underWay > 0) arrived.push(change);
      apply(change);
    },
    link: new ApolloLink((operation, forward) => {
      if (operation.operationType === 'subscription') return forward(operation);
      return new Observable((observer) => {
        const since = arrived.length;
        underWay += 1;
        const subscription = forward(operation).subscribe(observer);
        subscription.add(() => finish(since));
        return subscription;
      });
    }),
  };
}
