import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate, migrationNames } from './migrate.ts';
import { emptyDatabase } from './testing.ts';
import { newMigration } from '../.tools/migrate-new.ts';

it('writes the way from the last migration to the schema, and nothing when there is none', async () => {
  const home = mkdtempSync(join(tmpdir(), 'parley-migrate-new-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const database = await emptyDatabase();
  onTestFinished(database.drop);
  const folder = join(home, 'migrations');
  const schema = join(home, 'schema.prisma');
  const write = (fields: string) =>
    writeFileSync(
      schema,
      `datasource db {\n  provider = "postgresql"\n}\n\nmodel Word {\n  id Int @id\n${fields}}\n`,
    );
  const make = async (name: string) => newMigration(name, database.url, { schema, folder });

  write('');
  const first = (await make('words'))!;
  expect(first).toMatch(/^\d{14}_words$/);
  expect(existsSync(join(folder, 'migration_lock.toml'))).toBe(true);
  const sql = join(folder, first, 'migration.sql');
  expect(readFileSync(sql, 'utf8')).toMatch(/^-- CreateTable\nCREATE TABLE "Word"/);
  expect(await make('again')).toBeUndefined();

  // What Prisma cannot say is written by hand, and is no difference.
  appendFileSync(sql, '\nCREATE INDEX "Word_odd" ON "Word" (id) WHERE id % 2 = 1;\n');
  expect(await make('again')).toBeUndefined();
  await migrate(database.url, folder);

  write('  text String @default("")\n');
  const second = (await make('texts'))!;
  expect(second > first).toBe(true);
  const change = readFileSync(join(folder, second, 'migration.sql'), 'utf8');
  expect(change).toContain('ALTER TABLE "Word" ADD COLUMN     "text" TEXT NOT NULL DEFAULT \'\'');
  expect(change).not.toContain('Word_odd');
  expect(readFileSync(join(folder, second, 'schema.prisma'), 'utf8')).toBe(readFileSync(schema, 'utf8'));
  expect(await migrationNames(folder)).toEqual([first, second]);
  expect(await migrate(database.url, folder)).toEqual({ applied: [second], unknown: [] });

  writeFileSync(schema, 'model {');
  await expect(make('broken')).rejects.toThrow(/schema\.prisma/);
});
