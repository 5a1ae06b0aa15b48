import type { CodegenConfig } from '@graphql-codegen/cli';

const plugins = ['typescript-operations', './.tools/codegen-documents.ts', './.tools/codegen-hooks.ts'];
const options = {
  scalars: { ID: 'string', Cursor: 'string', DateTime: 'string' },
  strictScalars: true,
  enumType: 'string-literal',
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  // `MessageRow_message` stays as it was written, so a search for the name finds document, type and hook.
  namingConvention: 'keep',
  useTypeImports: true,
  dedupeFragments: true,
};

/** Features that nobody waits for at the start, each in a module of its own: so their documents are fetched with their code. */
const apart = [
  'entry',
  'folders',
  'group-people',
  'group-settings',
  'history',
  'invites',
  'keep',
  'mentions',
  'presence',
  'reactions',
  'reactors',
  'receipts',
  'replies',
  'search',
  'settings',
  'uploads',
];

/** From the committed SDL and the client's documents to typed hooks: `npm run codegen`. Nothing in client/generated is edited by hand. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    'client/generated/graphql.ts': {
      documents: ['client/**/*.graphql', ...apart.map((feature) => `!client/${feature}/*.graphql`)],
      plugins,
      config: options,
    },
    ...Object.fromEntries(
      apart.map((feature) => [
        `client/generated/${feature}.ts`,
        { documents: `client/${feature}/*.graphql`, plugins, config: options },
      ]),
    ),
    'client/generated/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { apolloClientVersion: 3 },
    },
  },
};

export default config;
