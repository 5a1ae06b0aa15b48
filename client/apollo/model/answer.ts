import { readFileSync } from 'node:fs';

import { addTypenameToDocument } from '@apollo/client/utilities';
import { buildSchema, type DocumentNode, executeSync } from 'graphql';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** The names of all that there are. */
export const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

const named = new WeakMap<DocumentNode, DocumentNode>();

/** With `__typename` everywhere, as the client sends it. */
function asSent(document: DocumentNode): DocumentNode {
  const known = named.get(document) ?? addTypenameToDocument(document);
  named.set(document, known);
  return known;
}

/** What a server answers whose roots are these. @throws the first error of an answer that has any */
export function answer<T>(
  document: DocumentNode,
  rootValue: object,
  more: { operationName?: string; variableValues?: Record<string, unknown> } = {},
): T {
  const { data, errors } = executeSync({ schema, document: asSent(document), rootValue, ...more });
  if (errors?.[0]) throw errors[0];
  return data as T;
}
