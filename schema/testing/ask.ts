import { type DocumentNode, execute, graphql, GraphQLError, parse, validate } from 'graphql';
import type { Context } from '../context.ts';
import { schema } from '../index.ts';

export interface Answer<Data> {
  data: Data | null;
  /** Refusals: what was not refused on purpose is thrown, so that no test takes a fault for an answer. */
  errors:
    | {
        code: string;
        path: string | undefined;
        message: string;
        fields: { path: string; reason: string }[];
      }[]
    | null;
}

export async function ask<Data>(
  contextValue: Context,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const document = validDocument(source);
  const { data, errors } = await (document
    ? execute({ schema, document, variableValues, contextValue })
    : graphql({ schema, source, variableValues, contextValue }));
  for (const { originalError } of errors ?? []) {
    if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  }
  return {
    data: (data ?? null) as Data | null,
    errors:
      errors?.map(({ message, path, extensions }) => ({
        code: typeof extensions['code'] === 'string' ? extensions['code'] : 'BAD_REQUEST',
        path: path?.join('.'),
        message,
        fields: (extensions['fields'] ?? []) as { path: string; reason: string }[],
      })) ?? null,
  };
}

/** Tests ask the same again and again, and to parse and to validate costs as much as the answer. */
const valid = new Map<string, DocumentNode>();

/** @returns null for a text that is to be refused */
function validDocument(source: string): DocumentNode | null {
  const known = valid.get(source);
  if (known) return known;
  try {
    const document = parse(source);
    if (validate(schema, document).length > 0) return null;
    valid.set(source, document);
    return document;
  } catch {
    return null;
  }
}
