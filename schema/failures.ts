import { atMost, builder } from './builder.ts';
import {
  ConflictError,
  type DomainError,
  type FieldProblem,
  ForbiddenError,
  InputError,
  LimitError,
  NotFoundError,
} from './errors.ts';

/** How the errors that are data look from outside. */

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'What sort of failure it is. More may come.',
  values: {
    BAD_INPUT: { description: 'The input is not right; `fields` says where.' },
    NOT_FOUND: { description: 'It is missing, or not for the viewer to see.' },
    FORBIDDEN: { description: 'The viewer may see it and may not do this.' },
    CONFLICT: { description: 'It collides with what is there.' },
    LIMIT_REACHED: { description: 'A stated limit would be passed.' },
  },
});

const Failure = builder.interfaceRef<DomainError>('Error').implement({
  description:
    'A failure that the caller can act on. `reason`, not `message`: a payload’s `message` is a Message, and one ' +
    'selection may not hold both.',
  fields: (t) => ({
    code: t.expose('code', { type: ErrorCode, description: 'For programs.' }),
    reason: t.exposeString('message', { description: 'For people: one plain sentence.' }),
  }),
});

/** The longest list of an input has 50 entries, and one that is longer is one problem. */
const problemsAtMost = 100;

const FieldError = builder.objectRef<FieldProblem>('FieldError').implement({
  description: 'What is wrong with one field of an input.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where: `name`, `participantIds.3`.' }),
    reason: t.exposeString('reason', { description: 'What is wrong, for people.' }),
  }),
});

builder.objectType(InputError, {
  name: 'InputError',
  interfaces: [Failure],
  description: 'The input is not right. Nothing was written.',
  fields: (t) => ({
    fields: t.expose('fields', {
      type: [FieldError],
      ...atMost(problemsAtMost),
      description: 'Every problem, by field.',
    }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  interfaces: [Failure],
  description: 'It is missing, or not for the viewer to see: the two look the same.',
});

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  interfaces: [Failure],
  description: 'The viewer may see it and may not do this to it.',
});

builder.objectType(ConflictError, {
  name: 'ConflictError',
  interfaces: [Failure],
  description: 'It collides with what is there: a taken handle, or an id or key used for something else.',
});

builder.objectType(LimitError, {
  name: 'LimitError',
  interfaces: [Failure],
  description: 'A stated limit would be passed.',
  fields: (t) => ({
    final: t.exposeBoolean('final', {
      description:
        'Whether the same will be refused for as long as the limit is what it is, like a file that is too large. Where not, it ' +
        'can be done once there is room.',
    }),
  }),
});
