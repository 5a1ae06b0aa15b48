import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const database = file('vitest/global-setup.ts');
const onDatabase = { globalSetup: existsSync(database) ? [database] : [] };
const setupFiles = [file('vitest/console.ts'), file('vitest/patience.ts')];

/** What is waited for runs behind answers, and behind what other files do in the same database server. */
const expect = { poll: { timeout: 30_000 } };

/** Vite would take graphql's ES modules where Node and every other package take its CommonJS: two schemas that refuse each other. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: file('../node_modules/graphql/index.js') }] };

/** Tests that speak to a real Redis are called `*.redis.test.ts` and exist only where there is one; .tools/test.mjs says so. */
const exclude = [
  '**/node_modules/**',
  '**/dist/**',
  ...(process.env['REDIS_URL'] ? [] : ['**/*.redis.test.ts']),
];

/** Rules, commands and the wire on a real database; the tools; the web app in jsdom; a person's way in a real browser. */
export default defineConfig({
  root,
  test: {
    // CI's machine is at times many times slower than it was: what takes so long hangs.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Tests wait for a database more than they compute: a worker for each core, where Vitest would leave one idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        root,
        resolve: oneGraphql,
        test: {
          name: 'server',
          include: ['{schema,server,prisma,examples,bench}/**/*.test.ts'],
          exclude,
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect,
          ...onDatabase,
        },
      },
      {
        root,
        test: {
          name: 'tools',
          include: ['.tools/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect,
        },
      },
      {
        root,
        test: {
          name: 'client',
          environment: 'jsdom',
          include: ['client/**/*.test.{ts,tsx}'],
          exclude,
          setupFiles: [...setupFiles, file('vitest/client.ts')],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect,
          ...onDatabase,
        },
      },
    ],
  },
});
