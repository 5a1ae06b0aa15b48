import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationNames, migrationsFolder } from '../prisma/migrate.ts';
import { ConfigError, parseConfig } from '../server/config.ts';
import { openDatabase } from '../server/database.ts';
import { openSchemaEngine, schemaDiff, schemaTarget } from './schema-engine.ts';

// npm run migrate:new NAME: writes the migration that leads from the last one's schema to prisma/schema.prisma.
//
// Beside every migration.sql lies the schema.prisma that it was made from, and the next migration is the difference to
// that one. What Prisma's schema cannot say (storage parameters, functions, indexes on expressions) is appended to
// migration.sql by hand: it is in no schema, so it is in no difference either. The database itself is never compared.

const project = {
  schema: fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url)),
  folder: migrationsFolder,
};

/** @returns the new migration's name, or undefined when the schema has not changed */
export async function newMigration(
  name: string,
  databaseUrl: string,
  { schema, folder } = project,
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const [last] = (await migrationNames(folder)).slice(-1);
  const before = last === undefined ? null : await readFile(join(folder, last, 'schema.prisma'), 'utf8');
  const now = await readFile(schema, 'utf8');
  const engine = await openSchemaEngine(databaseUrl);
  const sql = await schemaDiff(engine, schemaTarget(before), schemaTarget(now)).finally(() => engine.free());
  if (sql === '') return undefined;
  const created = `${stamp(last)}_${name}`;
  await mkdir(join(folder, created));
  await writeFile(join(folder, created, 'migration.sql'), withoutPublicSchema(sql));
  await writeFile(join(folder, created, 'schema.prisma'), now);
  if (last === undefined) await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return created;
}

/** The schema "public" is there already, and asking for it takes a right that the application's role need not have. */
function withoutPublicSchema(sql: string): string {
  return sql.replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/, '');
}

/** As Prisma writes it, in UTC; later than the last one even where that one came from a clock ahead of ours. */
function stamp(last: string | undefined): string {
  const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const before = last?.slice(0, 14) ?? '';
  return now > before ? now : String(Number(before) + 1);
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]{1,60}$/.test(name))
    throw new ConfigError(
      'Name the change in lower case, with underscores: npm run migrate:new add_reactions',
    );
  // The engine wants a database to talk to, not this one's data: an empty one of a moment does, also beside a running Parley.
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-migrate-'));
  const quiet = { info: () => {}, warn: console.warn, error: console.error };
  const database = await openDatabase({ ...parseConfig(process.env), dataDir }, quiet);
  try {
    const created = await newMigration(name, database.url);
    console.log(
      created === undefined
        ? 'prisma/schema.prisma is as the last migration left it: there is nothing to write.'
        : `Wrote prisma/migrations/${created}. Read its migration.sql; what Prisma cannot express may be appended there.`,
    );
    if (created === undefined) process.exitCode = 1;
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
