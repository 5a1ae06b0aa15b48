// What a newcomer does, once: clone, `npm start`, open the page, ask the API, stop. Run from a committed checkout. Where
// DATABASE_URL and REDIS_URL say so, once more on servers.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './process.mjs';

/** A cold machine installs and builds first. */
const firstStart = 8 * 60_000;
const secondStart = 30_000;
const stopping = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'parley-clone-'));
const checkout = join(folder, 'parley');
let passed = 0;
let failed = 0;

try {
  if (spawnSync('git', ['clone', '--quiet', root, checkout], { stdio: 'inherit' }).status !== 0)
    fail('git clone failed.');
  const { DATABASE_URL, REDIS_URL, NODE_ENV, ...alone } = process.env;
  await round('first start', firstStart, alone);
  await round('second start', secondStart, alone);
  // Instances that share a database share a secret.
  const SESSION_SECRET = randomBytes(48).toString('base64');
  if (DATABASE_URL)
    await round('on servers', secondStart, { ...alone, DATABASE_URL, REDIS_URL, SESSION_SECRET });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function round(name, patience, env) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const app = spawn('npm', ['start'], {
    cwd: checkout,
    env: { ...env, PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exit = once(app, 'exit');
  try {
    await until(`${origin}/health/ready`, patience, app);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    expect(`${name}: ready after ${seconds} s`, true);
    const page = await fetch(`${origin}/`);
    expect(`${name}: the web app`, page.status === 200 && (await page.text()).includes('<div id="root">'));
    const graphiql = await fetch(`${origin}/graphiql`);
    expect(
      `${name}: GraphiQL`,
      graphiql.status === 200 && /html/.test(graphiql.headers.get('content-type') ?? ''),
    );
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parley-csrf': '1' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect(`${name}: the API`, (await answer.text()) === '{"data":{"viewer":null}}');
  } catch (error) {
    expect(`${name}: ${error.message}`, false);
  }
  const asked = performance.now();
  app.kill('SIGTERM');
  const [code] = await Promise.race([
    exit,
    new Promise((resolve) => setTimeout(resolve, stopping + 5000, ['no exit'])),
  ]);
  const took = performance.now() - asked;
  expect(`${name}: stopped with ${code} after ${(took / 1000).toFixed(1)} s`, code === 0 && took < stopping);
  if (code === 'no exit') app.kill('SIGKILL');
}

function expect(what, holds) {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (holds) passed += 1;
  else failed += 1;
}

async function until(url, patience, app) {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (app.exitCode !== null) throw new Error(`it ended with ${app.exitCode} before it was ready`);
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`not ready after ${patience / 1000} s`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
