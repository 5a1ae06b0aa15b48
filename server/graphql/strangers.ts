import {
  type DocumentNode,
  ExecutableDefinitionsRule,
  getNamedType,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  KnownFragmentNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  TypeInfo,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { refuse } from '../../schema/errors.ts';
import { badRequest } from './outward.ts';
import type { Reading } from './documents.ts';

const publicFields: Record<string, ReadonlySet<string>> = {
  Query: new Set(['viewer', 'invite']),
  Mutation: new Set(['signUp', 'signIn', 'signOut']),
  Subscription: new Set(),
};

/** What is wrong by these is wrong by any schema, and may be explained. */
const plainRules = [
  ExecutableDefinitionsRule,
  UniqueOperationNamesRule,
  LoneAnonymousOperationRule,
  UniqueFragmentNamesRule,
  KnownFragmentNamesRule,
  NoUnusedFragmentsRule,
  NoFragmentCyclesRule,
  UniqueVariableNamesRule,
  NoUndefinedVariablesRule,
  NoUnusedVariablesRule,
];

/**
 * One answer for whatever a stranger asks that is not public, whether it exists or not: who guesses at the schema learns
 * nothing but the fields that everybody needs in order to come in.
 */
const signInFirst = (): GraphQLError =>
  refuse(
    'UNAUTHENTICATED',
    'Sign in first. Without a session only viewer, invite, signUp, signIn and signOut answer, and documents are not explained.',
  );

export class Strangers {
  readonly #schema: GraphQLSchema;
  readonly #types: ReadonlySet<string>;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#types = publicTypes(schema);
  }

  read({ document, errors }: Reading): Reading {
    const plain = errors.length > 0 ? validate(this.#schema, document, plainRules).map(badRequest) : [];
    const refused = plain.length === 0 && (errors.length > 0 || !this.#isPublic(document));
    return { document: withoutTypeNames(document), errors: refused ? [signInFirst()] : plain };
  }

  #isPublic(document: DocumentNode): boolean {
    let isPublic = true;
    const types = new TypeInfo(this.#schema);
    const look = visitWithTypeInfo(types, {
      Field: ({ name: { value: name } }) => {
        const parent = types.getParentType()?.name ?? '';
        const fields = publicFields[parent];
        const answers = fields?.has(name) || name === '__typename' || name === '__type';
        if (!this.#types.has(parent) || (fields && !answers)) isPublic = false;
        // Its own fields are about the schema, and there is nothing to tell: see below.
        return name === '__type' ? false : undefined;
      },
    });
    visit(document, look);
    return isPublic;
  }
}

/** What can be reached from the public fields, not taking the ways that lead from an interface to who implements it. */
function publicTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (type: GraphQLNamedType): void => {
    if (found.has(type.name)) return;
    found.add(type.name);
    if (isUnionType(type)) type.getTypes().forEach(add);
    if (isObjectType(type)) type.getInterfaces().forEach(add);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const answering = publicFields[type.name];
    for (const field of Object.values(type.getFields())) {
      if (!answering || answering.has(field.name)) add(getNamedType(field.type));
    }
  };
  for (const name of Object.keys(publicFields)) {
    const root = schema.getType(name);
    if (root) add(root);
  }
  return found;
}

/** To strangers every type is unknown: `__type`, by which tools try out a server, finds none of any name. */
function withoutTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: (field) => {
      if (field.name.value !== '__type') return undefined;
      const nothing = { kind: Kind.STRING, value: '' } as const;
      return { ...field, arguments: field.arguments?.map((argument) => ({ ...argument, value: nothing })) };
    },
  });
}
