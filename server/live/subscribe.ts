import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Change } from '../../schema/change/change.ts';
import type { Presences, Typists } from '../../schema/context.ts';
import type { Arrived } from '../graphql/arrival.ts';
import { answerAlone, answerOf, type Asking } from './answers.ts';
import { traffic } from './frames.ts';
import { Queue, TooSlow } from './queue.ts';
import { questionOf } from './question.ts';
import { toGraphQLError } from './stream-error.ts';
import { Telling } from './telling.ts';

export type Results = AsyncIterableIterator<ExecutionResult>;
type Event = Change | Typists | Presences;

/**
 * GraphQL's subscribe with a fresh context for every event, so that loaders remember nothing from one to the next; with
 * one execution for all who ask the same about the same event; and with a stream that ends in a result with errors where
 * graphql-js would throw. Over a socket the results are written to its wire at once, and the iterator yields only what
 * went wrong.
 * @returns results as they are shown; errors as they come where nothing can be followed
 */
export async function subscribe(args: ExecutionArgs): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const { schema, document, operationName, variableValues } = args;
  const { arrival, viewer } = args.contextValue as Arrived;
  const asking: Asking = { schema, document, operationName, variableValues, arrival, viewer };
  if (arrival.wire && source instanceof Queue)
    return new Telling(asking, arrival.wire, source as Queue<Event>);
  const events = source as AsyncIterableIterator<Event>;
  // Who went away before there was anything to read has nobody who would end it.
  arrival.onGone(() => void events.return?.());
  const told = tell(asking, events);
  const iterator: Results = {
    next: () => told.next(),
    // Of its own end a generator that waits would hear with the next event, and in a quiet thread there is none.
    return: async () => {
      await events.return?.();
      return told.return(undefined);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

async function* tell(
  asking: Asking,
  source: AsyncIterable<Event>,
): AsyncGenerator<ExecutionResult, undefined> {
  const question = questionOf(asking);
  const { arrival } = asking;
  try {
    for await (const event of source) {
      const result =
        'rows' in event ? (await answerOf(asking, question, event)).result : await answerAlone(asking, event);
      if (!result.errors) traffic.events += 1;
      yield arrival.outward(result);
      // See Telling: nothing is told behind what could not be.
      if (result.data == null) return;
    }
  } catch (error) {
    const { connection } = arrival.caller;
    if (error instanceof TooSlow && connection) connection.giveUp();
    else yield arrival.outward({ errors: [toGraphQLError(error)] });
  }
}
