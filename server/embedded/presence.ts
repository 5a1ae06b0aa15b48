import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from './failure.ts';

// Two containers, or two machines, may be given the same folder. There PostgreSQL's own guards see nothing (they ask for
// process numbers and shared memory, which are not shared), and two of them in one folder destroy it. So a server leaves
// a sign of life in the folder that only others elsewhere heed; on the same system the claim decides, and at once.

export type Presence = {
  /** Once the claim is ours, so is the sign, whoever of this system left it. */
  readonly keep: () => Promise<void>;
  readonly leave: () => Promise<void>;
};

const beatMs = 2_000;
const lookMs = 250;
/** How long a sign from elsewhere must stay unchanged to be that of a killed server. Compared by itself: no clocks. */
const silenceMs = 6_000;
/** How long the one that has just made the file may take to write into it. */
const writtenMs = 1_000;

/** What tells systems apart that do not see each other's processes. */
function thisSystem(): string {
  if (process.platform !== 'linux') return hostname();
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
}

/** @throws {DatabaseError} when a server elsewhere is alive in this folder */
export async function enter(home: string, system = thisSystem()): Promise<Presence> {
  const path = join(home, 'parley.lock');
  const sign = `${system}\n${randomUUID()}\n`;
  let beat: NodeJS.Timeout | undefined;
  const keep = async () => {
    const whole = `${path}.${randomUUID()}`;
    await writeFile(whole, sign);
    await rename(whole, path);
    beat ??= setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beatMs).unref();
  };

  if (await create(path, sign)) await keep();
  else {
    if ((await ownerOf(path)) !== system) {
      await awaitSilence(path, home);
      await keep();
      // Of two that waited for the same silence, the one that wrote last stays.
      await sleep(2 * lookMs);
      if ((await read(path)) !== sign) {
        clearInterval(beat);
        throw inUse(await read(path), home);
      }
    }
  }
  return {
    keep,
    leave: async () => {
      clearInterval(beat);
      if ((await read(path)) === sign) await rm(path, { force: true });
    },
  };
}

/** Whoever makes the file has written into it a moment later. */
async function ownerOf(path: string): Promise<string | undefined> {
  for (const deadline = Date.now() + writtenMs; ; await sleep(10)) {
    const sign = await read(path);
    if (sign !== '' || Date.now() > deadline) return sign.split('\n')[0];
  }
}

async function awaitSilence(path: string, home: string): Promise<void> {
  const state = async () => `${await read(path)}${(await stat(path).catch(() => undefined))?.mtimeMs}`;
  const before = await state();
  for (const deadline = Date.now() + silenceMs; Date.now() < deadline;) {
    await sleep(lookMs);
    const now = await state();
    // Gone: it left in good order.
    if (now === 'undefined') return;
    if (now !== before) throw inUse(await read(path), home);
  }
}

async function create(path: string, sign: string): Promise<boolean> {
  try {
    await writeFile(path, sign, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new DatabaseError(
      `DATA_DIR must be a folder that Parley can write, but ${path} could not be made (${String(error)}).`,
    );
  }
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function inUse(sign: string, home: string): DatabaseError {
  const host = /^\S*/.exec(sign)?.[0] || 'elsewhere';
  return new DatabaseError(
    `Another Parley (in the container or on the machine ${host}) already uses ${home}: give each a DATA_DIR of its own, or let several share a PostgreSQL through DATABASE_URL.`,
  );
}
