import { within } from './inbox.ts';
import type { Person, Result } from './person.ts';

/** In which a subscription can be asked for. */
export const ways = ['graphql-ws', 'server-sent events'] as const;

/** One subscription, whichever way. */
interface Subscription {
  next(): Promise<Result>;
  /** Passes over what is still told. */
  ended(): Promise<unknown>;
  cut(): void;
}

export async function subscribe(
  way: (typeof ways)[number],
  person: Person,
  query: string,
  variables: object,
): Promise<Subscription> {
  if (way === 'server-sent events') {
    const { results, ended, cut } = await person.stream(query, variables);
    return { next: () => results.next(), ended: () => within(ended, 'the stream goes on'), cut };
  }
  const socket = await person.connect();
  const { results } = socket.run(query, variables);
  const next = async () => {
    const result = await results.next();
    if (result === 'complete') throw new Error('It is over.');
    return result;
  };
  return { next, ended: () => results.until((result) => result === 'complete'), cut: () => socket.cut() };
}
