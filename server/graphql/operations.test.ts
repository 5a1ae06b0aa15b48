import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Caller } from '../context.ts';
import type { Instance } from '../instance.ts';
import { Operations } from './operations.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const endless = { type: GraphQLString, resolve: () => new Promise(() => {}) };
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { quick: { type: GraphQLString, resolve: () => 'here' }, endless },
  }),
});
const instance = {
  throttles: { spend: async () => {} },
  metrics: { operation: () => {}, refusal: () => {} },
  contextFor: () => ({ viewer: null }),
} as unknown as Instance;
const operations = new Operations(instance, pino({ level: 'silent' }));
const caller = { viewer: null, address: '127.0.0.1' } as Caller;
const ask = (query: string) => {
  const contextValue = operations.arrival(caller, {}).context();
  return operations.answer({ schema, document: parse(query), contextValue });
};

it('[WI26] a query that takes longer than 10 seconds is given up', async () => {
  const answer = ask('{quick,endless}');
  await vi.advanceTimersByTimeAsync(9999);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toMatchObject({
    errors: [{ message: 'This took longer than 10 seconds.', extensions: { code: 'COST_LIMIT' } }],
  });
});

it('[WI26] one that does not leaves nothing to wait for', async () => {
  expect(await ask('{quick}')).toEqual({ data: { quick: 'here' } });
  expect(vi.getTimerCount()).toBe(0);
});
