import { type ExecutionArgs, GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { refuse } from '../../schema/errors.ts';
import type { Caller } from '../context.ts';
import type { Instance } from '../instance.ts';
import { throttleAddress, type Throttles } from '../throttle.ts';
import type { Arrived } from './arrival.ts';
import { assertAffordable } from './complexity.ts';
import { fragmentsOf, rootFields } from './parts.ts';

const whoCounts = ({ viewer, address }: Caller): string => viewer?.userId ?? throttleAddress(address);

/**
 * A document that is refused before its operation could be counted counts as a query: reading it was work.
 * @returns what is answered
 */
export async function countRefused(
  { throttles, metrics }: Pick<Instance, 'throttles' | 'metrics'>,
  caller: Caller,
  errors: readonly GraphQLError[],
): Promise<readonly GraphQLError[]> {
  const answered = await throttles.spend('query', whoCounts(caller)).then(
    () => errors,
    (error: unknown) => [refusal(error)],
  );
  for (const { extensions } of answered) metrics.refusal(String(extensions['code']));
  return answered;
}

export const noOperation = () => refuse('BAD_REQUEST', 'Name an operation that the document holds.');

/**
 * What an operation must pass before it runs.
 * @throws COST_LIMIT, RATE_LIMITED, OTHER_VIEWER
 */
export async function admit(
  throttles: Pick<Throttles, 'spend'>,
  { schema, document, operationName, variableValues, contextValue }: ExecutionArgs,
): Promise<OperationDefinitionNode> {
  const operation = getOperationAST(document, operationName);
  const { caller } = (contextValue as Arrived).arrival;
  if (!operation) {
    await throttles.spend('query', whoCounts(caller));
    throw noOperation();
  }
  // Each of a document's mutations counts, or one document would be a way around the limit.
  const mutations = operation.operation === 'mutation' ? rootFields(document, operation).size : 0;
  if (mutations > 0) await throttles.spend('mutation', whoCounts(caller), mutations);
  else await throttles.spend('query', whoCounts(caller));
  if (caller.viewer && (caller.expected ?? caller.viewer.userId) !== caller.viewer.userId)
    throw refuse('OTHER_VIEWER', 'Somebody else is signed in by now.');
  assertAffordable({
    schema,
    operation,
    fragments: fragmentsOf(document),
    variables: variableValues ?? {},
  });
  return operation;
}

/** Returned where it was thrown, since what is thrown would close a socket. */
function refusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
}
