import { GraphQLError } from 'graphql';
import { refuse } from '../../schema/errors.ts';
import { TooSlow } from './queue.ts';

/** How the end of a stream looks to its reader. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof TooSlow) return refuse('TOO_SLOW', 'Too slow: resume from the last cursor.');
  return new GraphQLError('The stream broke.', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}
