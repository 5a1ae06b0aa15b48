// What a fresh clone needs before anything can run. Plain Node without packages, for there may be none yet;
// npm's own pre/post hooks are off with `ignore-scripts`, so each of our commands calls this first.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, node, root, run, tools } from './process.mjs';

const stamps = join(root, 'node_modules/.cache/parley');

/** Packages and the Prisma client; the server and the web app where they are asked for. Does only what its inputs have changed. */
export async function bootstrap({ server = false, client = false } = {}) {
  checkNode();
  await install();
  await generate();
  if (server) await buildServer();
  if (client) await buildClient();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Parley needs Node.js 20.19 or newer (24 is recommended); this is ${process.versions.node}. Get one at https://nodejs.org.`,
  );
}

/** Settings from `.env`, for what a person starts; tests look at the real environment alone, which wins over the file. */
export function loadEnv() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

async function install() {
  if (installed()) return;
  console.log('Installing packages (only when they have changed) …');
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--include=dev'];
  // At a terminal npm shows how far it is. Elsewhere that would be noise, but minutes of silence look like a program that hangs.
  const quiet = !process.stdout.isTTY;
  const sign = quiet && setInterval(() => console.log('… still installing'), 15_000);
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('npm-cli.js')
    ? await node([npm, ...args], { quiet })
    : await run('npm', args, { quiet, shell: process.platform === 'win32' });
  clearInterval(sign);
  if (code !== 0)
    fail('The packages could not be installed. Check the network and run `npm ci` to see more.');
}

/** npm keeps its own record of what lies in node_modules; optional packages of other platforms are rightly missing from it. */
function installed() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version : (entry.optional ?? entry.devOptional ?? false);
  });
}

async function generate() {
  const outputs = ['prisma/client/client.ts', 'prisma/pothos.ts'];
  await whenChanged(
    'generate',
    ['prisma/schema.prisma', 'node_modules/prisma/package.json'],
    outputs,
    async () => {
      console.log('Generating the database client …');
      // The CLI would download a schema engine that `generate` never runs; any path that exists keeps it from that.
      const env = {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      };
      const args = [tools.prisma, 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'];
      if ((await node(args, { env, quiet: true })) !== 0) fail('The database client could not be generated.');
    },
  );
}

async function buildServer() {
  const inputs = ['server', 'schema', 'prisma', 'package-lock.json'];
  await whenChanged('build-server', inputs, ['server/dist/main.js'], async () => {
    if ((await vite('server')) !== 0) fail('The server could not be built.');
  });
}

async function buildClient() {
  await whenChanged('build', ['client', 'package-lock.json'], ['client/dist/index.html'], async () => {
    console.log('Building the web app …');
    if ((await vite('client')) !== 0) fail('The web app could not be built.');
  });
}

function vite(folder) {
  const env = { NODE_ENV: 'production' };
  return node([tools.vite, 'build', folder, '--logLevel', 'warn'], { env, quiet: true });
}

/** Runs `step` unless its outputs stand and the content of its inputs is what it was the last time. */
async function whenChanged(name, inputs, outputs, step) {
  const stamp = join(stamps, name);
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesOf)) hash.update(file).update(readFileSync(join(root, file)));
  const now = hash.digest('hex');
  const complete = outputs.every((output) => existsSync(join(root, output)));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await step();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
}

/** The files below a path, as paths from the root, in a fixed order; without what a build puts there and without tests. */
function filesOf(path) {
  const entries = readEntries(join(root, path));
  if (!entries) return [path];
  return entries
    .filter(({ name }) => name !== 'dist' && !/\.test\.tsx?$/.test(name))

    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
