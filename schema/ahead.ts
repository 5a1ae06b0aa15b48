import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';

const readsAhead = 'readsAhead';

/** Reads what a field will be asked for at each of these rows. */
type Read<Row> = (rows: readonly Row[], ctx: Context) => Promise<void>;

/**
 * Declares what a field reads beside its row. A page that is asked for the field has it read for all of its rows before it is
 * answered: each row's then is here, where fifty promises would cost more than the page.
 * @param marks how the field is marked besides
 */
export const ahead = <Row>(read: Read<Row>, marks: { extensions?: object } = {}) => ({
  extensions: { ...marks.extensions, [readsAhead]: read },
});

/** Of each page that a document asks for. */
const asked = new WeakMap<FieldNode, readonly Read<unknown>[]>();

/**
 * Reads what the selection of a connection asks of its nodes, as far as their fields declare it.
 * @returns the page itself
 */
export async function readAhead<Page extends { edges: readonly { node: unknown }[] }>(
  page: Page,
  ctx: Context,
  info: GraphQLResolveInfo,
): Promise<Page> {
  const rows = page.edges.map(({ node }) => node);
  for (const field of info.fieldNodes) {
    let reads = asked.get(field);
    if (!reads) asked.set(field, (reads = readsOf(field, info)));
    await Promise.all(reads.map((read) => read(rows, ctx)));
  }
  return page;
}

function readsOf(page: FieldNode, info: GraphQLResolveInfo): readonly Read<unknown>[] {
  let type: GraphQLNamedType = getNamedType(info.returnType);
  let fields = [page];
  for (const name of ['edges', 'node']) {
    const below: GraphQLField<unknown, Context> | undefined = isObjectType(type)
      ? type.getFields()[name]
      : undefined;
    if (!below) return [];
    type = getNamedType(below.type);
    fields = fieldsBelow(fields, info).filter((field) => field.name.value === name);
  }
  if (!isObjectType(type)) return [];
  const names = new Set(fieldsBelow(fields, info).map(({ name }) => name.value));
  const definitions = type.getFields();
  return [...names].flatMap((name) => {
    const read = definitions[name]?.extensions[readsAhead];
    return read === undefined ? [] : (read as Read<unknown>);
  });
}

/** Also within fragments; and those that a directive leaves out, since reading too much does no harm. */
function fieldsBelow(fields: readonly FieldNode[], { fragments }: GraphQLResolveInfo): FieldNode[] {
  const fieldsIn = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection;
      const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      return within ? fieldsIn(within.selectionSet) : [];
    });
  return fields.flatMap(({ selectionSet }) => (selectionSet ? fieldsIn(selectionSet) : []));
}
