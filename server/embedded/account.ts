import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from './command.ts';
import { DatabaseError } from './failure.ts';

/** Whom PostgreSQL runs as, where that is somebody else than we are. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * PostgreSQL refuses to run as root, so a server started by root runs it as whoever owns the cluster already, else as
 * the user `postgres`, else (small container images have none) as `nobody`. Undefined: as we are.
 * @throws {DatabaseError}
 */
export async function databaseAccount(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner && owner.uid !== 0)
    return { uid: owner.uid, gid: owner.gid, name: `the user with the id ${owner.uid}` };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid && gid) return { uid, gid, name: `the user ${name}` };
  }
  throw new DatabaseError(
    'PostgreSQL does not run as root, and there is no user "postgres" to run it as: start Parley as another user, add that one (useradd --system postgres), or set DATABASE_URL.',
  );
}

/** Whether the account may enter a folder, asked of the system, which also knows about access lists. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  const { code } = await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account, '/');
  return code === 0;
}

/** The outermost folder on the way to this one that the account may not enter. */
export async function barrierOnTheWay(folder: string, account: Account | undefined): Promise<string> {
  const parent = dirname(folder);
  if (parent === folder || (await canEnter(parent, account))) return folder;
  return barrierOnTheWay(parent, account);
}

async function idOf(kind: '-u' | '-g', name: string): Promise<number | undefined> {
  const { code, output } = await run('id', [kind, name], undefined).catch(() => ({ code: 1, output: '' }));
  return code === 0 ? Number(output) || undefined : undefined;
}
