import { defineConfig } from 'vite';

/** The server in one file, server/dist/main.js: read and compiled in half the time that its sources take. Packages stay what they are. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20.19',
    sourcemap: true,
    minify: false,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
