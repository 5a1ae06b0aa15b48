import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canEnter } from './account.ts';

/** Where to reach a PostgreSQL of ours: a folder with its Unix socket, or (on Windows) a port of the loopback. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: number }
  | { readonly kind: 'loopback'; readonly port: number; readonly password: string };

export const socketPort = 5432;

/** The kernels' limit on a socket's path, without the terminating zero: 107 bytes on Linux, 103 on macOS. */
const maxPath = process.platform === 'linux' ? 107 : 103;

/**
 * A folder for the socket that only PostgreSQL's account may enter, since whoever reaches the socket is let in. Its
 * name follows from the cluster's, so that people find it again; where somebody else has taken the name, another is used.
 */
export async function socketFolder(id: string, account: Account | undefined): Promise<string> {
  const base = (await isGood(tmpdir(), account)) ? tmpdir() : '/tmp';
  const folder = join(base, `parley-${id}`);
  const uid = account?.uid ?? process.getuid?.();
  await mkdir(folder, { mode: 0o700 }).catch(() => {});
  const found = await lstat(folder);
  // Just made by us as root: hand it over.
  if (account && found.isDirectory() && found.uid === 0) await chown(folder, account.uid, account.gid);
  else if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    const other = await mkdtemp(`${folder}-`);
    if (account) await chown(other, account.uid, account.gid);
    return other;
  }
  return folder;
}

export function databaseUrl(endpoint: Endpoint, role: string, database: string): string {
  if (endpoint.kind === 'loopback')
    return `postgresql://${role}:${endpoint.password}@127.0.0.1:${endpoint.port}/${database}`;
  return `postgresql://${role}@localhost:${endpoint.port}/${database}?host=${encodeURIComponent(endpoint.folder)}`;
}

async function isGood(base: string, account: Account | undefined): Promise<boolean> {
  const longest = join(base, 'parley-0123456789ab-XXXXXX', `.s.PGSQL.${socketPort}.lock`);
  return Buffer.byteLength(longest) <= maxPath && (await canEnter(base, account));
}
