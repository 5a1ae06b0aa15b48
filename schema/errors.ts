import { GraphQLError } from 'graphql';

/** A failure that the caller can act on: thrown by rules and commands, declared on the mutation, returned as data. */
export abstract class DomainError extends Error {
  abstract readonly code: 'BAD_INPUT' | 'NOT_FOUND' | 'FORBIDDEN' | 'CONFLICT' | 'LIMIT_REACHED';
}

export interface FieldProblem {
  /** Where in the input: "name", "participantIds.3". */
  path: string;
  reason: string;
}

export class InputError extends DomainError {
  readonly code = 'BAD_INPUT';
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super(fields.map((field) => `${field.path}: ${field.reason}`).join('; '));
    this.fields = fields;
  }
}

/** Missing, or not for this viewer to see: the two look the same, so that nobody can probe for what exists. */
export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
}

/** The viewer may see it and may not do this to it. */
export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN';
}

/** It collides with what is there: a taken handle, an id or a key used for something else. */
export class ConflictError extends DomainError {
  readonly code = 'CONFLICT';
}

/** A stated limit would be passed. */
export class LimitError extends DomainError {
  readonly code = 'LIMIT_REACHED';
  /** What is asked for is itself beyond the limit: neither waiting nor making room helps. */
  readonly final: boolean;
  constructor(reason: string, { final = false } = {}) {
    super(reason);
    this.final = final;
  }
}

/** The codes of top-level errors: `errors[].extensions.code`. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'OTHER_VIEWER'
  | 'RATE_LIMITED'
  | 'COST_LIMIT'
  | 'RESYNC_REQUIRED'
  | 'TOO_SLOW'
  | 'BAD_INPUT'
  | 'NOT_FOUND'
  | 'BAD_REQUEST'
  | 'INTERNAL';

/** A top-level error with a stable code; `extensions` adds what a caller can use (retryAfter, fields). */
export const refuse = (
  code: RefusalCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError => new GraphQLError(message, { extensions: { ...extensions, code } });

/** For an argument: its place and what is wrong, as an InputError would say it of an input's field. */
export const badInput = (path: string, reason: string): GraphQLError =>
  refuse('BAD_INPUT', `${path}: ${reason}`, { fields: [{ path, reason }] });

export const unauthenticated = (): GraphQLError => refuse('UNAUTHENTICATED', 'Sign in first.');
