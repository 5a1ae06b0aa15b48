import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange, FileStore } from './store.ts';

/** Files in a folder of this machine's. */
export class DiskStore implements FileStore {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'files');
  }

  async put(name: string, bytes: Readable | Uint8Array): Promise<void> {
    const path = this.#pathOf(name);
    const folder = dirname(path);
    await makeFolder(folder);
    const unfinished = join(folder, `.${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await writeFile(file, bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
      await syncFolder(folder);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(name: string, range?: ByteRange): Promise<Readable> {
    // Opened first, so that what is missing is said before anything is sent.
    const file = await open(this.#pathOf(name), 'r');
    return createReadStream('', { fd: file, ...range });
  }

  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { recursive: true, force: true });
  }

  /** Spread over 256 folders by the random end of the id that a name begins with. */
  #pathOf(name: string): string {
    const [id = ''] = name.split('/');
    return join(this.#folder, id.slice(-2), name);
  }
}

/** A new folder is an entry of the one above, which has to be on the disk as well. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    // Windows has no such thing, and needs none.
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle?.close();
  }
}
