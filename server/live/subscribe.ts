import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Arrived } from '../graphql/arrival.ts';
import type { Asking, Event } from './answers.ts';
import type { Queue } from './queue.ts';
import { Streamed } from './streamed.ts';
import { Telling } from './telling.ts';

export type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * GraphQL's subscribe with a fresh context for every event, so that loaders remember nothing from one to the next; with
 * one execution for all who ask the same about the same event; and with a stream that ends in a result with errors where
 * graphql-js would throw. Over a socket the results are written to its wire at once, and the iterator yields only what
 * went wrong.
 * @returns results as they are shown; errors as they come where nothing can be followed
 */
export async function subscribe(args: ExecutionArgs): Promise<Results | ExecutionResult> {
  const found = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in found)) return found;
  // Whatever can be followed is one.
  const source = found as Queue<Event>;
  const { schema, document, operationName, variableValues } = args;
  const { arrival, viewer } = args.contextValue as Arrived;
  const asking: Asking = { schema, document, operationName, variableValues, arrival, viewer };
  if (arrival.wire) return new Telling(asking, arrival.wire, source);
  const streamed = new Streamed(asking, source);
  // Who went away before there was anything to read has nobody who would end it.
  arrival.onGone(() => void streamed.return());
  return streamed;
}
