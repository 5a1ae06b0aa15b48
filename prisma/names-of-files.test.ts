import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { migrate, migrationNames, migrationsFolder } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

const migration = '20261201030000_names_of_files';

/** The migrations in front of it. */
const folder = mkdtempSync(join(tmpdir(), 'parley-before-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `both` carries two files, of which the second was uploaded first, `none` carries none; one waits, one is only left to be swept. */
const scene = `
  insert into "User" (id, handle, "displayName", "passwordHash") values ('ann', 'ann', 'Ann', '-');
  insert into "Thread" (id, kind, "lastSeq") values ('g', 'GROUP', 2);
  insert into "Message" (id, "threadId", seq, "authorId", body, "attachmentCount")
    values ('both', 'g', 1, 'ann', 'Hello', 2), ('none', 'g', 2, 'ann', 'Hello', 0);
  insert into "Attachment" (id, "ownerId", name, "contentType", kind, size, "completedAt", "messageId", position)
    select id, 'ann', id || '.txt', 'text/plain', 'FILE', 5, now(), message, position from (values
      ('ant', 'both', 2), ('zebra', 'both', 1), ('waiting', null, null), ('swept', null, 1)) as a (id, message, position)`;

it('[SE2] what was sent before is found by the names of its files, too', async () => {
  const names = await migrationNames();
  for (const name of names.slice(0, names.indexOf(migration)))
    cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
  const { url, drop } = await emptyDatabase();
  onTestFinished(drop);
  await migrate(url, folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(scene);
    await migrate(url);
    const { rows } = await client.query('select id, "fileNames" from "Message" order by id');
    expect(rows).toEqual([
      { id: 'both', fileNames: '\x1Fzebra.txt\x1Fant.txt' },
      { id: 'none', fileNames: '' },
    ]);
  } finally {
    await client.end();
  }
});
