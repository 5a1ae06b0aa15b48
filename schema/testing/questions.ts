import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { dependsOnViewer } from '../builder.ts';
import { schema } from '../index.ts';

type Parent = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** Which fields a question asks for, and where in their lists. */
export interface Asking {
  /** Of a field, as `Thread.name`. */
  wants(name: string): boolean;
  /** A cursor of the list at a place in an answer, by its keys; null where none is known. */
  cursorOf(path: readonly string[]): string | null;
}

/**
 * Everything that can be asked of a type, to any depth but no field within itself, each without arguments and with each
 * of its arguments. The keys of the answer say what was asked: `Thread__name`, `Thread__messages__first`.
 */
export function everythingOf(type: GraphQLNamedType, asking: Asking, path: readonly string[] = []): string {
  const parents = fieldedTypesOf(type).map((parent) => {
    const fields = Object.values(parent.getFields()).flatMap((field) => ask(parent, field, asking, path));
    return `... on ${parent.name} { ${fields.join(' ')} }`;
  });
  return `__typename ${parents.join(' ')}`;
}

/** A type, or those that an abstract one stands for, that have fields. */
export function fieldedTypesOf(type: GraphQLNamedType): Parent[] {
  if (isObjectType(type)) return [type];
  if (isInterfaceType(type)) return [type, ...schema.getPossibleTypes(type)];
  return isUnionType(type) ? [...type.getTypes()] : [];
}

/** `Thread.messages` of the key `Thread__messages`, and of `Thread__messages__first`. */
export const fieldOfKey = (key: string): string => key.split('__').slice(0, 2).join('.');

/** `Thread.messages(first:)` of the key `Thread__messages__first`. */
export function nameOfKey(key: string): string {
  const argument = key.split('__')[2];
  return argument ? `${fieldOfKey(key)}(${argument}:)` : fieldOfKey(key);
}

/** Every field that can be asked for without passing one that is not wanted, and each argument of it. */
export function reachable(
  from: GraphQLNamedType,
  wants: Asking['wants'],
  found = new Set<string>(),
): Set<string> {
  for (const parent of fieldedTypesOf(from)) {
    for (const field of Object.values(parent.getFields())) {
      const name = `${parent.name}.${field.name}`;
      if (!wants(name) || found.has(name)) continue;
      found.add(name);
      for (const { name: argument } of field.args) found.add(nameOfKey(keyOf(parent, field, argument)));
      reachable(getNamedType(field.type), wants, found);
    }
  }
  return found;
}

/** The fields that are marked as depending on who asks. */
export const marked: ReadonlySet<string> = new Set(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
          .filter((field) => field.extensions[dependsOnViewer] === true)
          .map((field) => `${type.name}.${field.name}`)
      : [],
  ),
);

const keyOf = (parent: Parent, field: Field, argument?: string): string =>
  [parent.name, field.name, ...(argument ? [argument] : [])].join('__');

function ask(parent: Parent, field: Field, asking: Asking, path: readonly string[]): string[] {
  const name = `${parent.name}.${field.name}`;
  if (!asking.wants(name) || path.some((key) => fieldOfKey(key) === name)) return [];
  const type = getNamedType(field.type);
  const as = (key: string, given: string) => {
    const below = isLeafType(type) ? '' : `{ ${everythingOf(type, asking, [...path, key])} }`;
    return `${key}: ${field.name}${given} ${below}`;
  };
  const plain = keyOf(parent, field);
  const each = field.args.flatMap((argument) => {
    if (isRequiredArgument(argument) || !(argument.name in sensible))
      throw new Error(`Say in schema/testing/questions.ts what ${name}(${argument.name}:) can be.`);
    const value = sensible[argument.name] ?? JSON.stringify(asking.cursorOf([...path, plain]));
    return value === 'null' ? [] : [as(keyOf(parent, field, argument.name), `(${argument.name}: ${value})`)];
  });
  return [as(plain, ''), ...each];
}

/** What each argument is given; null for a cursor of the list that it is an argument of. */
const sensible: Record<string, string | null> = {
  first: '1',
  last: '1',
  after: null,
  before: null,
  search: '""',
  around: '"msg_00000000-0000-7000-8000-000000000000"',
};
