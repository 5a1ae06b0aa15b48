import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The scripts behind `npx name`, without npx: they start faster and work the same on Windows. */
export const tools = {
  codegen: 'node_modules/@graphql-codegen/cli/esm/bin.js',
  knip: 'node_modules/knip/bin/knip.js',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  prisma: 'node_modules/prisma/build/index.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs this same Node with `args` in the project's root; resolves with the exit code. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs a command in the project's root; resolves with the exit code.
 * `quiet` keeps what it prints back, and shows it only when the command fails.
 */
export function run(command, args, { env = {}, quiet = false, shell = false } = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}

/** One plain sentence, and out. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
