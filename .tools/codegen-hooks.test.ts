import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { plugin } from './codegen-hooks.ts';

async function hooksOf(document: string): Promise<string[]> {
  const schema = buildSchema('type Query { it: Int }');
  const output = await plugin(schema, [{ document: parse(document) }], {});
  return (
    (typeof output === 'string' ? output : output.content).match(/export function \w+\(options\??/g) ?? []
  );
}

it('writes every kind of hook', async () => {
  expect(
    await hooksOf(
      'query Thread($id: ID!) { it } mutation Send($input: X!) { it } subscription Live { it } fragment Row_message on X { it }',
    ),
  ).toEqual([
    'export function useThreadQuery(options',
    'export function useThreadLazyQuery(options?',
    'export function useThreadSuspenseQuery(options',
    'export function useSendMutation(options?',
    'export function useLiveSubscription(options?',
    'export function useRow_messageFragment(options',
  ]);
});

it('requires options only where a variable is required', async () => {
  expect((await hooksOf('query Threads($first: Int! = 20, $after: String) { it }'))[0]).toBe(
    'export function useThreadsQuery(options?',
  );
});

it('refuses an operation without a name', async () => {
  await expect(hooksOf('{ it }')).rejects.toThrow('needs a name');
});
