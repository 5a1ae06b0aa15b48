// `npm run dev`: one terminal and one address. Vite serves the web app with hot reload and passes the API on to the server,
// which restarts when its code changes; a changed document or schema is generated anew.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrap, loadEnv } from './bootstrap.mjs';
import { node, root, tools } from './process.mjs';

await bootstrap();
loadEnv();

const port = Number(process.env.PORT || 4000);
const address = `http://localhost:${port}`;
const origins = [process.env.ALLOWED_ORIGINS, address, `http://127.0.0.1:${port}`].filter(Boolean);
const server = {
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  PORT: String(port + 1),
  PUBLIC_URL: process.env.PUBLIC_URL || address,
  ALLOWED_ORIGINS: origins.join(','),
};

const watchers = [];
const children = [
  start(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', '.tools/serve.mjs'], server),
];

// Ctrl+C reaches the whole group by itself, and a second signal would cut the server's drain short.
let stopping = false;
process.on('SIGINT', () => {
  stopping = true;
});
process.on('SIGTERM', () => stop());

whenSaved('client', /\.graphql$/, () => node(['.tools/codegen.mjs']));
whenSaved('schema', /\.ts$/, () => node(['.tools/codegen.mjs']));
whenSaved('prisma', /\.prisma$/, () => bootstrap());

// Pages that are still open from the last time ask at once, and Vite would complain of each until there is a server.
const PARLEY_SERVER = `http://127.0.0.1:${server.PORT}`;
if (await comesUp(PARLEY_SERVER)) {
  const args = [tools.vite, 'client', '--port', String(port), '--strictPort'];
  children.push(start(args, { PARLEY_SERVER }));
}

/** False where we are told to stop before it does. */
async function comesUp(url) {
  for (;;) {
    if (stopping) return false;
    const { ok } = await fetch(`${url}/health/live`).catch(() => ({ ok: false }));
    if (ok) return true;
    await sleep(200);
  }
}

/** One that ends takes the other with it: half a development server only confuses. */
function start(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  child.on('exit', (code, signal) => {
    if (!stopping && !signal) process.exitCode ||= code ?? 0;
    for (const watcher of watchers) watcher.close();
    stop();
  });
  return child;
}

function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
}

function whenSaved(folder, name, step) {
  let waiting;
  let running = Promise.resolve();
  const watcher = watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || !name.test(file)) return;
    clearTimeout(waiting);
    // Editors write a file in several steps.
    waiting = setTimeout(() => {
      running = running.then(step);
    }, 200);
  });
  watchers.push(watcher);
}
