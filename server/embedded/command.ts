import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Outcome = { readonly code: number | null; readonly output: string };

/** What a program of PostgreSQL gets to see of our environment: none of the secrets. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ, TMPDIR, TEMP, TMP, SystemRoot } = process.env;
  return { PATH, TZ, TMPDIR, TEMP, TMP, SystemRoot, LC_ALL: 'C' };
}

/**
 * Runs a program to its end, as the given account.
 * @throws when the program cannot be started at all, with the system's error code.
 */
export function run(
  program: string,
  args: readonly string[],
  account: Account | undefined,
  cwd?: string,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}
