import pg from 'pg';
import { onTestFinished } from 'vitest';

/** Holds up the log of a database: what is committed from now on is told when this is let go. */
export async function holdUp(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // What a failed test left open would hold up the tests of every other file.
  onTestFinished(() => client.end());
  await client.query('begin');
  await client.query('select txid_current()');
  return client;
}
