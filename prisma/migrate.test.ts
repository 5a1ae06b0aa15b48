import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSchemaEngine, schemaDiff, schemaTarget } from '../.tools/schema-engine.ts';
import { migrate, migrationNames, migrationsFolder } from './migrate.ts';
import { emptyDatabase, freshDatabase } from './testing.ts';

const schema = readFileSync(new URL('./schema.prisma', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));

let url: string;

beforeEach(async () => {
  const database = await emptyDatabase();
  onTestFinished(database.drop);
  ({ url } = database);
});

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A folder with the given migrations, in this order. */
function migrationsOf(name: string, scripts: Record<string, string>): string {
  const path = join(folder, name);
  for (const [migration, sql] of Object.entries(scripts)) {
    mkdirSync(join(path, migration), { recursive: true });
    writeFileSync(join(path, migration, 'migration.sql'), sql);
  }
  return path;
}

describe('migrate', () => {
  it('applies everything once, and then has nothing to do', async () => {
    const names = await migrationNames();
    expect(names.length).toBeGreaterThan(0);
    expect(await migrate(url)).toEqual({ applied: names, unknown: [] });
    expect(await migrate(url)).toEqual({ applied: [], unknown: [] });
  });

  it('does it once when several instances start at the same time', async () => {
    const done = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    expect(done.flatMap(({ applied }) => applied)).toEqual(await migrationNames());
  });

  it('leaves no difference to schema.prisma', async () => {
    const names = await migrationNames();
    const last = readFileSync(join(migrationsFolder, names.at(-1)!, 'schema.prisma'), 'utf8');
    const engine = await openSchemaEngine(url);
    try {
      expect(
        await schemaDiff(engine, schemaTarget(last), schemaTarget(schema)),
        'run: npm run migrate:new NAME',
      ).toBe('');
    } finally {
      engine.free();
    }
    await migrate(url);
    const byMigrations = await query(shape);
    const other = await emptyDatabase();
    onTestFinished(other.drop);
    const whole = await openSchemaEngine(other.url);
    try {
      url = other.url;
      await query(await schemaDiff(whole, schemaTarget(null), schemaTarget(schema)));
    } finally {
      whole.free();
    }
    const bySchema = await query(shape);
    expect(byMigrations.length).toBeGreaterThan(50);
    // What a migration adds by hand is more than the schema says, never other than it.
    expect(byMigrations).toEqual(expect.arrayContaining(bySchema));
    expect(byMigrations.filter(({ kind }) => kind === 'column')).toEqual(
      bySchema.filter(({ kind }) => kind === 'column'),
    );
  });

  it("writes down what it did as Prisma's own tools would", async () => {
    await migrate(url);
    const engine = await openSchemaEngine(url);
    try {
      const names = await migrationNames();
      const migrationDirectories = names.map((path) => {
        const value = readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8');
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
      });
      const content = readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8');
      expect(
        await engine.diagnoseMigrationHistory({
          migrationsList: {
            baseDir: migrationsFolder,
            lockfile: { path: 'migration_lock.toml', content },
            shadowDbInitScript: '',
            migrationDirectories,
          },
          optInToShadowDatabase: false,
          filters: { externalTables: [], externalEnums: [] },
        }),
      ).toMatchObject({
        history: null,
        hasMigrationsTable: true,
        failedMigrationNames: [],
        editedMigrationNames: [],
      });
    } finally {
      engine.free();
    }
  });

  it('runs functions with semicolons, and later migrations on their own', async () => {
    const path = migrationsOf('functions', {
      '1_table': 'create table word (text text); -- a comment; with a semicolon\n',
      '2_function': `create function twice(text text) returns text language plpgsql as $$
        begin
          return text || '; ' || text;
        end $$;`,
    });
    await migrate(url, path);
    expect(await query(`select twice('a')`)).toEqual([{ twice: 'a; a' }]);
    migrationsOf('functions', { '3_more': `insert into word values ('b')` });
    expect(await migrate(url, path)).toEqual({ applied: ['3_more'], unknown: [] });
  });

  it('leaves nothing of a migration that fails, keeps those before it, and tries again at the next start', async () => {
    const path = migrationsOf('failing', {
      '1_good': 'create table good (id int);',
      '2_bad': 'create table half (id int); insert into nothing values (1);',
    });
    await expect(migrate(url, path)).rejects.toThrow(
      'The migration 2_bad could not be applied, and nothing of it was: relation "nothing" does not exist.',
    );
    expect(
      await query(`select to_regclass('good') is not null as good, to_regclass('half') is not null as half`),
    ).toEqual([{ good: true, half: false }]);
    migrationsOf('failing', { '2_bad': 'create table half (id int);' });
    expect(await migrate(url, path)).toEqual({ applied: ['2_bad'], unknown: [] });
  });

  it('tells what a newer version has applied, and leaves it be', async () => {
    const path = join(folder, 'newer');
    cpSync(migrationsOf('older', { '1_a': 'create table a ();' }), path, { recursive: true });
    await migrate(url, migrationsOf('newer', { '2_b': 'create table b ();' }));
    expect(await migrate(url, join(folder, 'older'))).toEqual({ applied: [], unknown: ['2_b'] });
  });

  it("refuses to go on over what Prisma's own tools left half done", async () => {
    const path = migrationsOf('half-done', { '1_a': 'create table a ();' });
    await migrate(url, path);
    await query('update _prisma_migrations set finished_at = null');
    await expect(migrate(url, path)).rejects.toThrow(
      /^The migration 1_a was begun by another tool and not finished/,
    );
  });
});

describe('freshDatabase', () => {
  it('is migrated, empty and its own', async () => {
    const databases = await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()]);
    for (const database of databases) {
      ({ url } = database);
      await query(`insert into "LogEpoch" (id, fingerprint) values ('one', '')`);
    }
    expect(await migrate(url)).toEqual({ applied: [], unknown: [] });
    await Promise.all(databases.map(async (database) => database.drop()));
    await expect(query('select 1')).rejects.toThrow(/does not exist/);
  });
});

/** Everything in a database that a schema decides, a row each. */
const shape = `
  select 'column' as kind, table_name as "table", column_name as name,
         concat_ws(' ', udt_name, character_maximum_length, datetime_precision, is_nullable, column_default) as definition
  from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
  union all
  select 'index', tablename, indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
  union all
  select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
  where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid <> coalesce(to_regclass('_prisma_migrations')::oid, 0)
  union all
  select 'enum', typname, enumlabel, enumsortorder::text from pg_enum join pg_type on pg_type.oid = enumtypid
  order by 1, 2, 3, 4`;
