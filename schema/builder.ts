import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { getDatamodel, type default as PrismaTypes } from '../prisma/pothos.ts';
import type { Context } from './context.ts';
import { unauthenticated, type DomainError } from './errors.ts';
import { typeOfId } from './id.ts';

/** What the schema is built with. Types are defined beside their nouns, in each folder's graph.ts. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  AuthScopes: { signedIn: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Cursor: { Input: string; Output: string };
  };
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  errors: {
    defaultTypes: [],
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName[0]?.toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  scopeAuth: {
    authScopes: (ctx) => ({ signedIn: ctx.viewer !== null }),
    unauthorizedError: () => unauthenticated(),
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    // Ids name their type by their prefix; the node fields live in node/graph.ts.
    encodeGlobalID: (_type, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typeOfId(id) ?? '', id }),
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Something that can be fetched by its id.',
      resolveType: (value) => typeOfId((value as { id: string }).id) ?? undefined,
    },
    idFieldOptions: {
      description:
        'A prefix that names the type (`usr_`, `thr_`, `par_`, `msg_`, `inv_`, `att_`, `ban_`) and a UUIDv7. Never reused.',
    },
    edgesFieldOptions: { nullable: false, description: 'The page, in order.' },
    nodeFieldOptions: { nullable: false, description: 'What stands here.' },
    cursorFieldOptions: {
      description: 'The place in this list: pass it as `after` or `before`. Good for this list alone.',
    },
    pageInfoFieldOptions: { description: 'Whether there is more, and from where to go on.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'More stands behind this page.' },
    hasPreviousPageFieldOptions: { description: 'More stands in front of this page.' },
    startCursorFieldOptions: { description: 'The first edge’s cursor; null for an empty page.' },
    endCursorFieldOptions: { description: 'The last edge’s cursor; null for an empty page.' },
    mutationInputArgOptions: { description: 'What is asked for.' },
  },
  prisma: {
    // Rows are loaded by commands and loaders; the plugin gives the types their models.
    client: (ctx) => ctx.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: false,
  },
});

/** Marks a field whose value depends on who asks; see server/live/question.ts. */
export const dependsOnViewer = 'dependsOnViewer';
export const ofViewer = { extensions: { [dependsOnViewer]: true } };

/** Says how many entries a list has at most that is no page; server/graphql/complexity.ts counts it by that. */
export const lengthAtMost = 'lengthAtMost';
/** @param marks how the field is marked besides */
export const atMost = (length: number, marks: { extensions?: object } = {}) => ({
  extensions: { ...marks.extensions, [lengthAtMost]: length },
});

type ErrorClass = new (...args: never[]) => DomainError;

/** Declares the errors that a mutation returns as data, and describes its union. */
export const failsWith = (description: string, ...types: ErrorClass[]) => ({
  types: types as (new (...args: unknown[]) => DomainError)[],
  directResult: true as const,
  union: { description },
});

interface StringInput<Ref> {
  string(options: { description: string; required?: false }): Ref;
}

/** The field that every input has. */
export const retryKey = <Ref>(t: StringInput<Ref>) => ({
  clientMutationId: t.string({
    description:
      'Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its ' +
      'answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID.',
  }),
});
