import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenBoundaries } from './boundaries.ts';
import { root, tools } from './process.mjs';

/** Imports that the lint must refuse, with a piece of what it then teaches. */
const refused: [file: string, specifier: string, lesson: string][] = [
  ['prisma/migrate.ts', '../schema/log/write.ts', 'the tables know nothing'],
  ['prisma/migrate.ts', '../server/config.ts', 'the tables know nothing'],
  ['schema/message/pages.ts', '../../server/config.ts', 'Take what you need through Context'],
  ['schema/builder.ts', '../client/generated/graphql.ts', 'Take what you need through Context'],
  ['schema/message/rules.ts', '../../server/config.ts', 'Take what you need through Context'],
  ['schema/message/rules.ts', 'pg', 'a test needs no database'],
  ['schema/message/rules.ts', '@prisma/client', 'a test needs no database'],
  ['schema/message/rules.ts', '../../prisma/client/client.ts', 'a test needs no database'],
  ['schema/message/rules.ts', '../../prisma/migrate.ts', 'a test needs no database'],
  ['schema/message/rules.ts', '../builder.ts', 'graph → commands → rules'],
  ['schema/message/rules.ts', '@pothos/core', 'graph → commands → rules'],
  ['schema/message/rules.ts', './commands.ts', 'graph → commands → rules'],
  ['schema/message/commands.ts', './graph.ts', 'they know no graph'],
  ['schema/message/commands.ts', '../thread/graph.ts', 'they know no graph'],
  ['schema/message/commands.ts', '../builder.ts', 'they know no graph'],
  ['schema/message/commands.ts', '../../server/config.ts', 'Take what you need through Context'],
  ['schema/message/graph.ts', '../thread/graph.ts', "another noun's graph"],
  ['schema/message/graph.ts', '../log/append.ts', 'A graph never writes'],
  ['schema/message/graph.ts', '../log/write.ts', 'A graph never writes'],
  ['schema/message/graph.ts', '../../server/config.ts', 'Take what you need through Context'],
  ['server/main.ts', '../client/apollo/cache.ts', 'serves client/dist as files'],
  ['client/messages/row.tsx', '../../schema/id.ts', 'client/generated alone'],
  ['client/messages/row.tsx', '../../server/config.ts', 'client/generated alone'],
  ['client/messages/row.tsx', '../../prisma/client/client.ts', 'client/generated alone'],
  ['client/ui/button.tsx', '@apollo/client/react', 'client/ui holds no GraphQL'],
  ['client/ui/button.tsx', '../generated/graphql.ts', 'client/ui holds no GraphQL'],
  ['client/ui/button.tsx', '../apollo/client.ts', 'client/ui holds no GraphQL'],
  ['client/ui/button.tsx', '../../schema/id.ts', 'client/generated alone'],
  ['examples/replay.ts', '../schema/id.ts', 'they use the public API'],
];

/** The neighbours of the above that must pass. */
const accepted: [file: string, specifier: string][] = [
  ['prisma/seed.ts', '../schema/message/commands.ts'],
  ['schema/message/rules.ts', '../thread/rules.ts'],
  ['schema/message/rules.ts', '../errors.ts'],
  ['schema/message/rules.ts', '../../prisma/client/enums.ts'],
  ['schema/message/commands.ts', '../thread/commands.ts'],
  ['schema/message/commands.ts', '../../prisma/client/client.ts'],
  ['schema/message/graph.ts', '../thread/commands.ts'],
  ['schema/message/graph.ts', '../builder.ts'],
  ['schema/index.ts', './message/graph.ts'],
  ['server/app.ts', '../schema/index.ts'],
  ['client/messages/row.tsx', '../generated/graphql.ts'],
  ['client/ui/button.tsx', '@base-ui/react'],
];

describe('the lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(refused)('refuses %s importing %s', (file, specifier, lesson) => {
    expect(lint(file, `import { it } from '${specifier}';\nit();\n`)).toContain(lesson);
  });

  it.each(accepted)('accepts %s importing %s', (file, specifier) => {
    expect(lint(file, `import { it } from '${specifier}';\nit();\n`)).toBe('');
  });

  it('lets rules know the types of rows', () => {
    const source =
      "import type { Message } from '../../prisma/client/client.ts';\nexport type It = Message;\n";
    expect(lint('schema/message/rules.ts', source)).toBe('');
  });

  it.each([
    ['any', 'export const it: any = 1;\n', 'any'],
    ['a non-null assertion', 'export const it = (x?: number) => x!;\n', 'non-null'],
    ['a barrel', "export * from './a.ts';\n", 'barrel'],
    ['a default export', 'export default 1;\n', 'named exports'],
  ])('refuses %s', (_what, source, lesson) => {
    expect(lint('schema/message/page.ts', source).toLowerCase()).toContain(lesson);
  });

  it('refuses a promise that nobody waits for', () => {
    const source =
      'async function save() {\n  await Promise.resolve();\n}\nexport function go() {\n  save();\n}\n';
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "target": "es2023" } }',
    );
    expect(lint('schema/message/save.ts', source, { typeAware: true })).toContain('no-floating-promises');
  });

  /** What the project's own configuration says of such a file, with the rules that need types only where they are asked for. */
  function lint(file: string, source: string, { typeAware = false } = {}): string {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { options: object };
    config.options = { ...config.options, typeAware };
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
    const { stdout } = spawnSync(process.execPath, [join(root, tools.oxlint), '-f', 'json', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; message: string; help?: string }[];
    };
    return diagnostics.map(({ code, message, help }) => `${code}: ${message} ${help ?? ''}`).join('\n');
  }
});

describe('the text of every file', () => {
  it('sees what the lint cannot', () => {
    expect(brokenBoundaries('schema/message/graph.ts', "await import('../../server/app.ts')")).toEqual([
      'schema/message/graph.ts imports ../../server/app.ts: schema may import prisma and schema alone.',
    ]);
    expect(brokenBoundaries('client/app/main.tsx', "const x = import('../../schema/id.ts')")).toHaveLength(1);
    expect(brokenBoundaries('client/app/main.tsx', "export { x } from '../../server/x.ts'")).toHaveLength(1);
    expect(brokenBoundaries('schema/message/graph.ts', 'context.prisma.message.create({ data })')).toEqual([
      'schema/message/graph.ts writes (.create({…): a graph parses, calls a command of its noun, and returns.',
    ]);
    expect(brokenBoundaries('schema/message/graph.ts', 'prisma.$executeRaw`x`')).toHaveLength(1);
    expect(brokenBoundaries('schema/message/graph.ts', "import { x } from './commands.ts'")).toEqual([]);
    expect(brokenBoundaries('schema/message/commands.ts', 'tx.message.create({ data })')).toEqual([]);
  });

  it('keeps to the arrow', () => {
    const files = ['prisma', 'schema', 'server', 'client', 'examples'].flatMap((layer) =>
      readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
        .map((file) => join(layer, file).replaceAll('\\', '/'))
        .filter((file) => /\.tsx?$/.test(file) && !/^prisma\/client\/|\/dist\//.test(file)),
    );
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => brokenBoundaries(file, readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    );
  });
});
