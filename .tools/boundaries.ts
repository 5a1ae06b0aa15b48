import { posix } from 'node:path';

/** Who may import whom; the lint says the same of plain imports, this also sees `import(…)`. A name that is missing here is free. */
const mayImport: Record<string, string[]> = {
  prisma: ['prisma'],
  schema: ['prisma', 'schema'],
  server: ['prisma', 'schema', 'server'],
  client: ['client'],
  examples: ['examples'],
};

/** Programs that stand outside the house and may call any door of it. */
const programs = /^prisma\/seed[\w-]*(?:\.test)?\.ts$/;
const test = /\.test\.tsx?$/;

/** What in the text of a file breaks the arrow of imports or lets a graph write; each as a sentence that says what to do. */
export function brokenBoundaries(path: string, source: string): string[] {
  const layer = path.split('/')[0] ?? '';
  const allowed = programs.test(path) ? undefined : mayImport[layer];
  const imports = [...source.matchAll(/(?:\bfrom|\bimport\s*\(|\bimport)\s*['"](\.[^'"]+)['"]/g)].flatMap(
    ([, specifier]) => {
      const target = posix.join(posix.dirname(path), specifier ?? '').split('/')[0] ?? '';
      const inTest = test.test(path) && target === '.tools';
      return !allowed ||
        allowed.includes(target) ||
        !(target in mayImport || target.startsWith('.')) ||
        inTest
        ? []
        : [`${path} imports ${specifier}: ${layer} may import ${allowed.join(' and ')} alone.`];
    },
  );
  const writes = path.endsWith('/graph.ts') ? [...source.matchAll(writing)].map(([text]) => text) : [];
  return [
    ...imports,
    ...writes.map(
      (text) => `${path} writes (${text}…): a graph parses, calls a command of its noun, and returns.`,
    ),
  ];
}

const writing =
  /\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(\s*\{|\$executeRaw(?:Unsafe)?|\$transaction|\binThread\(/g;
