import { join } from 'node:path';

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { BuildEnvironmentOptions } from 'vite';
import { defaultClientConditions, defineConfig } from 'vite';

import { compressedAssets } from './compressed-assets.ts';

const root = import.meta.dirname;
const server = process.env['PARLEY_SERVER'] ?? 'http://localhost:4000';

/** Nothing is inlined: the Content-Security-Policy allows own files only. */
function pages(html: string[], emptyOutDir: boolean): BuildEnvironmentOptions {
  return {
    outDir: join(root, 'dist'),
    emptyOutDir,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What opens on a click is fetched long before: the names of all that it consists of would only weigh on the first load.
      resolveDependencies: (file, chunks, { hostType }) =>
        hostType === 'html' || file.includes('conversation') ? chunks : [],
    },
    // GraphiQL's editor alone is 3 MB; the app's own limit is measured where a browser loads it.
    chunkSizeWarningLimit: 4_000,
    // `light-dark()` and `oklch()` as written: what the minifier makes of them for older browsers loses the theme setting.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    rolldownOptions: {
      input: html.map((page) => join(root, page)),
      // Packages of GraphiQL's carry directives for a compiler that is not used here; and packing takes its time.
      checks: { moduleLevelDirective: false, bundlerTimings: false },
    },
  };
}

/**
 * Two pages, the app and GraphiQL, into client/dist. They are built one after the other: what two pages share is shaken for both at once,
 * and the app's first load would carry all of graphql-js. A dev server serves both as they are.
 */
export default defineConfig(({ command }) => ({
  root,
  plugins: [react(), tailwindcss(), compressedAssets()],
  // RxJS comes as ES5, too, with helpers for what every browser has: a tenth of what Apollo weighs.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  // Its imports end in `?worker`, which only Vite itself understands, not the bundler that prepares packages.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite'] },
  ...(command === 'serve'
    ? { build: pages(['index.html', 'graphiql.html'], true) }
    : {
        environments: {
          client: { build: pages(['index.html'], true) },
          graphiql: { consumer: 'client', build: pages(['graphiql.html'], false) },
        },
        builder: {
          async buildApp({ build, environments }) {
            for (const environment of Object.values(environments)) await build(environment);
          },
        },
      }),
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/health': { target: server },
      '/files': { target: server },
    },
  },
}));
