import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';

/**
 * Prisma's schema engine as WebAssembly, connected to a database. It is the engine that Prisma's command line would
 * download, and works without a network. The adapter it gets cuts scripts at semicolons: compare and look, do not apply.
 */
export async function openSchemaEngine(url: string): Promise<SchemaEngine> {
  const { SchemaEngine } = await (loaded ??= load());
  return SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url, max: 2 })),
  );
}

let loaded: ReturnType<typeof load> | undefined;

/** Node 20 cannot import a .wasm file, so what the package's own entry would do is done here by hand. */
async function load() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const beside = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(beside), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  // The engine tells here what went wrong before it gives up, and then leaves its caller waiting.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(message);
      },
    },
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start !== 'function')
    throw new Error('The schema engine has no entry: @prisma/schema-engine-wasm has changed.');
  start();
  return glue;
}

/** The text of a Prisma schema as a side of a comparison; null is the empty database. */
export function schemaTarget(schema: string | null): DiffTarget {
  return schema === null
    ? { tag: 'empty' }
    : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] };
}

/** The SQL that leads from one schema to the other; empty when nothing differs. */
export async function schemaDiff(engine: SchemaEngine, from: DiffTarget, to: DiffTarget): Promise<string> {
  const options = { exitCode: true, filters: { externalTables: [], externalEnums: [] } };
  const { exitCode, stdout } = await engine.diff({ from, to, script: true, ...options });
  return exitCode === 0 ? '' : (stdout ?? '');
}
