import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { loopbackPassword } from './cluster.ts';
import { runningPostmaster } from './postmaster.ts';
import { databaseUrl } from './socket.ts';

/**
 * The address of the PostgreSQL that a server runs in `dataDir` right now, for a tool that works beside that server;
 * undefined where none runs.
 * @throws {DatabaseError}
 * @throws {NotReady} while it starts or ends
 */
export async function joinEmbedded(dataDir: string): Promise<string | undefined> {
  const home = await realpath(dataDir).catch(() => undefined);
  if (home === undefined) return undefined;
  const folder = join(home, 'postgres');
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const running = await runningPostmaster(folder, `parley-${id}`);
  if (!running) return undefined;
  const { port, socketFolder } = running;
  return databaseUrl(
    process.platform === 'win32'
      ? { kind: 'loopback', port, password: await loopbackPassword(folder) }
      : { kind: 'socket', port, folder: socketFolder },
    'parley',
    'parley',
  );
}
