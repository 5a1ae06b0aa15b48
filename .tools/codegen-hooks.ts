import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** Typed hooks over `@apollo/client/react`, a set for each operation and fragment. Runs after typescript-operations and typed-document-node. */
export const plugin: PluginFunction = (_schema, files) => {
  const hooks = files
    .flatMap((file) => file.document?.definitions ?? [])
    .flatMap((definition) => {
      if (definition.kind === 'OperationDefinition') return operationHooks(definition);
      return definition.kind === 'FragmentDefinition' ? [fragmentHook(definition)] : [];
    });
  if (hooks.length === 0) return '';
  return {
    prepend: ["import * as Apollo from '@apollo/client/react';"],
    // A module without queries has no use for it.
    content: [...(hooks.some((hook) => hook.includes('Whole')) ? [wholeDataOnly] : []), ...hooks].join(
      '\n\n',
    ),
  };
};

/** The hooks promise complete data, so the options that would break that promise are not offered; call Apollo's own hook to use them. */
const wholeDataOnly = `type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };`;

function operationHooks(operation: OperationDefinitionNode): string[] {
  const name = operation.name?.value;
  if (!name) throw new Error('Every operation needs a name: its hook is called after it.');
  const suffix = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[operation.operation];
  const hook = hookWriter(name, `${name}${suffix}, ${name}${suffix}Variables`);
  const needsVariables = operation.variableDefinitions?.some(
    (variable) => variable.type.kind === 'NonNullType' && !variable.defaultValue,
  );
  const options = needsVariables ? 'options' : 'options?';
  if (suffix === 'Mutation') return [hook('Mutation', 'options?', '')];
  if (suffix === 'Subscription') return [hook('Subscription', options, ' | Apollo.SkipToken')];
  return [
    hook('Query', options, ' & Whole | Apollo.SkipToken'),
    hook('LazyQuery', 'options?', ' & Whole'),
    hook('SuspenseQuery', options, ' & Suspended'),
  ];
}

function hookWriter(name: string, types: string) {
  return (kind: string, options: string, also: string) => {
    // A suspended query's options know its variables only.
    const parameters = kind === 'SuspenseQuery' ? types.split(', ')[1] : types;
    return `export function use${name}${kind}(${options}: Apollo.use${kind}.Options<${parameters}>${also}) {
  return Apollo.use${kind}<${types}>(${name}Document, options);
}`;
  };
}

function fragmentHook({ name: { value: name } }: FragmentDefinitionNode): string {
  const type = `${name}Fragment`;
  return `export function use${type}(options: Omit<Apollo.useFragment.Options<${type}, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<${type}> | null }) {
  return Apollo.useFragment<${type}, {}>({ ...options, fragment: ${type}Doc, fragmentName: '${name}' });
}`;
}
