import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import type { Arrived } from './arrival.ts';
import { rootFields } from './parts.ts';

/**
 * One line for each operation: what it was, for whom, how it ended. Never what was said in it.
 * @param ms how long it took
 */
export function tell(
  { logger, metrics }: { logger: Logger; metrics: Metrics },
  { document, operationName, contextValue }: ExecutionArgs,
  { errors }: Pick<ExecutionResult, 'errors'>,
  ms: number,
): void {
  const operation = getOperationAST(document, operationName);
  const failed = errors?.some(({ extensions }) => !extensions?.['code'] || extensions['code'] === 'INTERNAL');
  const outcome = failed ? 'failed' : errors ? 'refused' : 'ok';
  const { arrival, viewer } = contextValue as Arrived;
  const [field = 'none'] = operation ? rootFields(document, operation).values() : [];
  metrics.operation({
    type: operation?.operation ?? 'none',
    name: operation?.name?.value,
    field,
    isSignedIn: viewer !== null,
    outcome,
    ms,
  });
  if (!logger.isLevelEnabled('debug')) return;
  logger.debug(
    {
      requestId: arrival.requestId,
      operation: operation?.name?.value.slice(0, 100),
      kind: operation?.operation,
      userId: viewer?.userId,
      ms: Math.round(ms),
      ...(errors && { codes: errors.map(({ extensions }) => extensions?.['code']) }),
    },
    'operation',
  );
}
