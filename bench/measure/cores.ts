import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Which cores the server under test and the load may use; null where nothing can be pinned. */
export interface Cores {
  server: string;
  load: string;
}

/** The server has a core for itself, the load the next one; the database goes wherever there is room. */
export function chooseCores(): Cores | null {
  if (availableParallelism() < 2 || spawnSync('taskset', ['--version']).error) return null;
  const allowed = /:\s*(.+)$/.exec(
    execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' }).trim(),
  )?.[1];
  const [server, load] = listed(allowed ?? '');
  return server === undefined || load === undefined ? null : { server, load };
}

/** This process and all of its threads, from now on. */
export function pinOurselves(cores: Cores | null): void {
  if (cores) execFileSync('taskset', ['-acp', cores.load, String(process.pid)]);
}

/** The command that runs another one on one core. */
export function pinned(
  core: string | undefined,
  command: string,
  args: readonly string[],
): [string, string[]] {
  return core === undefined ? [command, [...args]] : ['taskset', ['-c', core, command, ...args]];
}

/** "0,2-3" is 0, 2, 3. */
function listed(text: string): string[] {
  return text.split(',').flatMap((part) => {
    const [from = '', to = from] = part.split('-');
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
  });
}
