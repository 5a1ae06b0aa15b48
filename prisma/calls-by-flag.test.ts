import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { migrate, migrationNames, migrationsFolder } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

const migration = '20261129200545_calls_by_flag';

/** The migrations in front of it. */
const folder = mkdtempSync(join(tmpdir(), 'parley-before-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * In `g` everybody was called twice and a third time among replies; in `h` nobody ever was. `old` has been in both since before that,
 * `late` and `hidden` came between the first call and the second, `last` after all of them. Of `hidden` both groups hide their past.
 */
const scene = `
  insert into "User" (id, handle, "displayName", "passwordHash")
    select name, name, name, '-' from unnest(array['old', 'late', 'hidden', 'last']) as name;
  insert into "Thread" (id, kind, "lastSeq") values ('g', 'GROUP', 7), ('h', 'GROUP', 7);
  insert into "Participant" (id, "threadId", "userId", "joinedAt", "visibleFromSeq")
    select thread || person, thread, person, '2026-01-01'::timestamptz + day * interval '1 day', visible
    from unnest(array['g', 'h']) as thread, (values ('old', 1, 1), ('late', 4, 1), ('hidden', 4, 4), ('last', 7, 1)) as p (person, day, visible);
  insert into "Message" (id, "threadId", seq, "authorId", body, "createdAt", "mentionsAll", "onlyInReplies")
    select thread || seq, thread, seq, 'old', 'Hello', '2026-01-01'::timestamptz + (seq + 0.5) * interval '1 day',
      thread = 'g' and seq in (2, 5, 6), seq = 6
    from unnest(array['g', 'h']) as thread, generate_series(1, 7) as seq;
  insert into "Mention" ("messageId", "userId", "threadId", seq, "createdAt", everybody)
    values ('g5', 'late', 'g', 5, '2026-01-06', true), ('g5', 'hidden', 'g', 5, '2026-01-06', false);`;

it('[MN2] who came after an @all that there is, or does not see it, is not called by it', async () => {
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
    expect(await migrate(url)).toEqual({ applied: names.slice(names.indexOf(migration)), unknown: [] });
    const { rows: places } = await client.query('select id, "joinedSeq" from "Participant" order by id');
    expect(places.map((place) => Object.values(place as object))).toEqual([
      ['ghidden', 3],
      ['glast', 6],
      ['glate', 2],
      ['gold', 0],
      ['hhidden', 3],
      ['hlast', 0],
      ['hlate', 0],
      ['hold', 0],
    ]);
    const { rows: named } = await client.query('select "messageId", "userId" from "Mention"');
    expect(named).toEqual([{ messageId: 'g5', userId: 'hidden' }]);
  } finally {
    await client.end();
  }
});
