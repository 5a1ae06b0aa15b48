import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment: ISO 8601 in UTC with milliseconds, as in 2026-11-22T10:00:00.000Z.',
  serialize: (value) => value.toISOString() as never,
  parseValue: (value) => {
    const date = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    if (Number.isNaN(date.getTime())) throw new GraphQLError('A DateTime is an ISO 8601 string.');
    return date;
  },
});

builder.scalarType('Cursor', {
  description:
    'A place in the log: opaque, and good on every instance. It comes from a change or from Query.cursor; one that can ' +
    'no longer be resumed from is answered with RESYNC_REQUIRED.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string') throw new GraphQLError('A Cursor is a string.');
    return value;
  },
});
