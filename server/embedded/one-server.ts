import { DatabaseError } from './failure.ts';
import { startEmbedded } from './embedded.ts';

// A server of its own for the tests, which kill it: `one-server.ts FOLDER` prints one line of JSON when its database is
// ready or refused, and ends it on SIGTERM.

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

try {
  const database = await startEmbedded(process.argv[2] ?? '', quiet);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  // Nothing else keeps us alive once the claim's connection is gone.
  setInterval(() => {}, 60_000);
  console.log(JSON.stringify({ url: database.url, pid: database.pid, adopted: database.adopted }));
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
}
