import { execute, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Context } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import { readCursorFirst } from './cursor-first.ts';

/** Runs a query as the pipeline does, and says what was read, in order. */
async function readBy(source: string): Promise<string[]> {
  const read: string[] = [];
  const head = { transaction: 1n, id: 0n };
  const contextValue = {
    viewer: { userId: 'usr', sessionId: 'ses' },
    scope: {},
    known: null,
    reader: () => contextValue,
    log: { seal: () => 'sealed' },
    prisma: { user: { findMany: async () => (read.push('users'), []) } },
    headBefore: async () => {
      if (!read.includes('cursor')) read.push('cursor');
      return head;
    },
  } as unknown as Context;
  const args = { schema, document: parse(source), contextValue };
  await readCursorFirst(args);
  await execute(args);
  return read;
}

it('[LV11] reads Query.cursor before anything else, wherever it stands in the query', async () => {
  expect(await readBy('{ users { edges { cursor } } place: cursor }')).toEqual(['cursor', 'users']);
  expect(await readBy('{ users { edges { cursor } } ...F } fragment F on Query { cursor }')).toEqual([
    'cursor',
    'users',
  ]);
});

it('reads no place where none is asked for', async () => {
  expect(await readBy('{ users { edges { cursor } } }')).toEqual(['users']);
});
