import {
  getNamedType,
  type GraphQLInputType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { schema } from '../index.ts';
import { footprint } from '../testing/rows.ts';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

/** Something of the right shape for any argument. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  const values: Record<string, unknown> = { Int: 1, Boolean: true, ID: newId('thr'), Role: 'ADMIN' };
  return values[type.name] ?? 'text';
}

const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).map((field) => ({ root: root!, field })),
);
const open = new Set(['viewer', 'invite', 'signUp', 'signIn', 'signOut']);

describe('without a session', () => {
  it('[AC12] the viewer is null', async () => {
    expect(await world.browser().query('{ viewer { id } }')).toEqual({ viewer: null });
  });

  it.each(
    fields
      .filter(({ field }) => !open.has(field.name))
      .map(({ root, field }) => [field.name, root, field] as const),
  )('[AC12] %s is refused', async (name, root, field) => {
    const before = await footprint(world);
    const given = field.args.filter((arg) => isNonNullType(arg.type));
    const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const leaf = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
    const source = `${root.name.toLowerCase()} ${declared && `(${declared})`} { ${name} ${passed && `(${passed})`} ${leaf} }`;
    const variables = Object.fromEntries(given.map((arg) => [arg.name, sample(arg.type)]));
    const { errors } = await world.browser().ask(source, variables);
    expect(errors?.map((error) => error.code)).toEqual(['UNAUTHENTICATED']);
    expect(await footprint(world)).toBe(before);
  });

  it('[AC12] the list of what is open is complete', () => {
    for (const name of open) expect(fields.some(({ field }) => field.name === name)).toBe(true);
    expect(isObjectType(schema.getQueryType())).toBe(true);
  });
});
