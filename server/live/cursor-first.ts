import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Context } from '../../schema/context.ts';

const asks = new WeakMap<DocumentNode, boolean>();

/**
 * Fields of a query are read side by side, and a cursor that is read after a list would skip what came in between. So
 * where Query.cursor is asked for, it is read first, and alone.
 */
export async function readCursorFirst({ schema, document, contextValue }: ExecutionArgs): Promise<void> {
  if (asksForCursor(schema, document)) await (contextValue as Context).headBefore();
}

function asksForCursor(schema: GraphQLSchema, document: DocumentNode): boolean {
  const known = asks.get(document);
  if (known !== undefined) return known;
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        found ||= name.value === 'cursor' && types.getParentType() === schema.getQueryType();
      },
    }),
  );
  asks.set(document, found);
  return found;
}
