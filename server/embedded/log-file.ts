import { copyFile, open, stat, truncate } from 'node:fs/promises';

const maxSize = 10 * 1024 * 1024;
const hour = 3_600_000;

/**
 * Keeps PostgreSQL's log at some 10 MB, and the part before it as `<path>.1`. The file is emptied in place, since a
 * running PostgreSQL, perhaps one that an earlier server started, holds it open (for appending) and keeps writing.
 */
export function keepShort(path: string): { stop(): void } {
  const timer = setInterval(() => void shorten(path), hour).unref();
  return { stop: () => clearInterval(timer) };
}

export async function shorten(path: string, limit = maxSize): Promise<void> {
  try {
    if ((await stat(path)).size <= limit) return;
    await copyFile(path, `${path}.1`);
    await truncate(path);
  } catch {
    // No log, or no room for the copy: nothing that should disturb the server.
  }
}

/** The last lines written since the file had the size `from`, as one line. */
export async function lastLines(path: string, from: number, count = 4): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const begin = Math.max(from > size ? 0 : from, size - 16_384);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - begin), 0, size - begin, begin);
    return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-count).join(' | ');
  } finally {
    await file.close();
  }
}
