import { getNamedType, isInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './index.ts';
import { triedApart, retried } from './testing/retried.ts';

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

it('[ER6] every mutation is covered here', () => {
  expect([...Object.keys(retried), ...triedApart].toSorted()).toEqual(
    mutations.map((field) => field.name).toSorted(),
  );
});

it('[ER12] every mutation takes an input with a key', () => {
  expect(mutations.length).toBeGreaterThan(14);
  for (const { name, args } of mutations) {
    expect([name, args.map((arg) => arg.name)]).toEqual([name, ['input']]);
    const input = getNamedType(args[0]!.type);
    const key = isInputObjectType(input) ? input.getFields()['clientMutationId'] : undefined;
    expect([name, String(key?.type)]).toEqual([name, 'String']);
  }
});
