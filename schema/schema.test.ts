import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schema } from './index.ts';
import { printed } from './print.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

type Element = [name: string, description: string | null | undefined];

/** Everything that has a name and could have a description: "Thread.messages(first:)". */
function elementsOf(type: GraphQLNamedType): Element[] {
  const own: Element[] = [[type.name, type.description]];
  if (isEnumType(type))
    return [
      ...own,
      ...type.getValues().map((value): Element => [`${type.name}.${value.name}`, value.description]),
    ];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
  const fields = Object.values(type.getFields());
  return [
    ...own,
    ...fields.flatMap((field): Element[] => [
      [`${type.name}.${field.name}`, field.description],
      ...('args' in field
        ? field.args.map((arg: GraphQLArgument): Element => [
            `${type.name}.${field.name}(${arg.name}:)`,
            arg.description,
          ])
        : []),
    ]),
  ];
}

describe('the schema', () => {
  it('[ER14] describes every element', () => {
    const elements = types.flatMap(elementsOf);
    expect(elements.length).toBeGreaterThan(250);
    expect(elements.filter(([, description]) => !description?.trim()).map(([name]) => name)).toEqual([]);
  });

  it('[ER15] is the one that was printed', () => {
    const committed = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');
    expect(committed, '`npm run codegen` brings it up to date').toBe(printed);
  });

  it('[ER1] [ER12] every mutation returns its own union, of its payload and of errors', () => {
    for (const { name, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      expect(String(type)).toBe(`${Name}Result!`);
      const union = schema.getType(`${Name}Result`);
      const members = isUnionType(union) ? union.getTypes() : [];
      const payloads = members.filter(
        (member) => !member.getInterfaces().some((one) => one.name === 'Error'),
      );
      expect(payloads.map((payload) => payload.name)).toEqual([`${Name}Payload`]);
      expect(members.length).toBeGreaterThan(1);
      expect(members.map((member) => member.name)).toContain('InputError');
    }
  });

  it('[ER1] every error has a code and a reason, and no message', () => {
    const errors = schema.getPossibleTypes(schema.getType('Error') as never);
    expect(errors.map((error) => error.name).toSorted()).toEqual([
      'ConflictError',
      'ForbiddenError',
      'InputError',
      'LimitError',
      'NotFoundError',
    ]);
    for (const error of errors) {
      const { code, reason, message } = error.getFields();
      expect([String(code?.type), String(reason?.type), message]).toEqual([
        'ErrorCode!',
        'String!',
        undefined,
      ]);
    }
  });

  it('[PG1] every connection has the arguments of its direction, and edges that are there', () => {
    const connections = types.filter((type) => type.name.endsWith('Connection'));
    for (const type of connections) {
      const { edges, pageInfo } = isObjectType(type) ? type.getFields() : {};
      expect([type.name, String(edges?.type), String(pageInfo?.type)]).toEqual([
        type.name,
        `[${type.name.replace('Connection', 'Edge')}!]!`,
        'PageInfo!',
      ]);
    }
    const fields = types
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter((field) => String(field.type).endsWith('Connection!'));
    expect(fields).toHaveLength(16);
    for (const field of fields) {
      const args = Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)]));
      expect(args).toMatchObject({ first: 'Int', after: 'String' });
      expect('last' in args).toBe('before' in args);
    }
  });
});

describe('the documents of integrators', () => {
  const folder = new URL('testing/documents/', import.meta.url);
  const documents = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));

  it.each(documents)('[ER16] $name is valid', ({ text }) => {
    expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
  });

  it('[ER16] leave out nothing that could be taken away later', () => {
    const used = new Set<string>();
    for (const { text } of documents) {
      const info = new TypeInfo(schema);
      visit(
        parse(text),
        visitWithTypeInfo(info, {
          enter(node) {
            const parent = info.getParentType()?.name ?? '';
            const field = info.getFieldDef();
            if (node.kind === Kind.FIELD && field) used.add(`${parent}.${field.name}`);
            if (node.kind === Kind.ARGUMENT && field)
              used.add(`${parent}.${field.name}(${node.name.value}:)`);
            if (node.kind === Kind.OBJECT_FIELD)
              used.add(`${String(info.getParentInputType()).replace('!', '')}.${node.name.value}`);
            if (node.kind === Kind.INLINE_FRAGMENT && node.typeCondition)
              used.add(node.typeCondition.name.value);
          },
        }),
      );
    }
    const there = types.flatMap((type) =>
      isEnumType(type)
        ? []
        : elementsOf(type)
            .slice(1)
            .map(([name]) => name),
    );
    const missing = there.filter((name) => !used.has(name));
    expect(missing, 'add them to a document in schema/testing/documents').toEqual([]);
  });
});
