import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { questionOf } from './question.ts';

const ask = (source: string, variableValues: Record<string, unknown> = {}) =>
  questionOf({ schema, document: parse(source), variableValues });

it('[LV16] is the same for who asks the same from different places', () => {
  const document = parse(
    'subscription ($after: Cursor) { messageAdded(after: $after) { message { body } } }',
  );
  const one = questionOf({ schema, document, variableValues: { after: 'a' } });
  expect(one).not.toBeNull();
  expect(questionOf({ schema, document, variableValues: { after: 'b' } })).toBe(one);
});

it('[LV16] differs by what is asked below the root', () => {
  const document = parse(
    'subscription ($long: Boolean!) { messageAdded { message { id body @include(if: $long) } } }',
  );
  const one = questionOf({ schema, document, variableValues: { long: true } });
  expect(one).not.toBeNull();
  expect(questionOf({ schema, document, variableValues: { long: false } })).not.toBe(one);
  expect(questionOf({ schema, document, variableValues: { long: true } })).toBe(one);
});

it('[LV16] is nobody else’s when its answer depends on the viewer, also within a fragment', () => {
  expect(ask('subscription { messageAdded { message { thread { unreadCount } } } }')).toBeNull();
  expect(
    ask(
      'subscription { changes { ...on ThreadAdded { thread { ...Row } } } } fragment Row on Thread { peer { id } }',
    ),
  ).toBeNull();
});
