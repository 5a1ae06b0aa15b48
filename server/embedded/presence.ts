import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, InUse } from './failure.ts';

// Two containers, or two machines, may be given the same folder. There PostgreSQL's own guards see nothing (they ask for
// process numbers and shared memory, which are not shared), and two of them in one folder destroy it. So a server leaves
// a sign of life in the folder that only others elsewhere heed; on the same system the claim decides, and at once. A server
// that stood still may find, when it goes on, that it was taken for dead: each beat looks whose the sign is by now.

export type Presence = {
  /** Once the claim is ours, so is the sign, whoever of this system left it. */
  readonly keep: () => Promise<void>;
  /** Resolves when the sign is no longer this system's: another server is in the folder, or was. */
  readonly lost: Promise<InUse>;
  /** @throws {InUse} the same, looked for just now */
  readonly assertKept: () => Promise<void>;
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

/**
 * @throws {InUse} when a server elsewhere is alive in this folder
 * @throws {DatabaseError}
 */
export async function enter(home: string, system = thisSystem()): Promise<Presence> {
  const path = join(home, 'parley.lock');
  const sign = `${system}\n${randomUUID()}\n`;
  const write = async () => {
    const whole = `${path}.${randomUUID()}`;
    await writeFile(whole, sign);
    await rename(whole, path);
  };

  let ours = await create(path, sign);
  if (!ours && (await ownerOf(path)) !== system) {
    await awaitSilence(path, home);
    await write();
    ours = true;
    // Of two that waited for the same silence, the one that wrote last stays.
    await sleep(2 * lookMs);
    const last = await read(path);
    if (last !== sign) throw inUse(last, home);
  }

  const assertKept = async () => {
    const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      // A disk that does not answer says nothing of others.
      return sign;
    });
    // That of another server of this system may go in good order; our own goes with us.
    if (found === '' && ours) throw gone(path);
    if (found !== '' && systemOf(found) !== system) throw inUse(found, home);
  };
  let lose = (_why: InUse) => {};
  const lost = new Promise<InUse>((resolve) => (lose = resolve));
  const beat = async () => {
    await assertKept();
    await utimes(path, new Date(), new Date()).catch(() => {});
  };
  // From the beginning, since PostgreSQL may recover for long before the claim is ours.
  const beats = setInterval(() => void beat().catch(lose), beatMs).unref();

  return {
    keep: async () => {
      await assertKept();
      await write();
      ours = true;
    },
    lost,
    assertKept,
    leave: async () => {
      clearInterval(beats);
      if ((await read(path)) === sign) await rm(path, { force: true });
    },
  };
}

/** Whoever makes the file has written into it a moment later. */
async function ownerOf(path: string): Promise<string | undefined> {
  for (const deadline = performance.now() + writtenMs; ; await sleep(10)) {
    const sign = await read(path);
    if (sign !== '' || performance.now() > deadline) return systemOf(sign);
  }
}

async function awaitSilence(path: string, home: string): Promise<void> {
  const state = async () => `${await read(path)}${(await stat(path).catch(() => undefined))?.mtimeMs}`;
  const before = await state();
  for (const deadline = performance.now() + silenceMs; performance.now() < deadline;) {
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

function systemOf(sign: string): string | undefined {
  return sign.split('\n')[0];
}

function inUse(sign: string, home: string): InUse {
  const host = /^\S*/.exec(sign)?.[0] || 'elsewhere';
  return new InUse(
    `Another Parley (in the container or on the machine ${host}) already uses ${home}: give each a DATA_DIR of its own, or let several share a PostgreSQL through DATABASE_URL.`,
  );
}

/** Taken away by hand, or by another server that has come and gone while this one stood still. */
function gone(path: string): InUse {
  return new InUse(
    `${path} is gone, by which this Parley keeps others out of its folder, so another may have been in there: start it again.`,
  );
}
