import { type FileHandle, open } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Inbox } from '../testing/inbox.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import { file, head, place, put } from '../testing/uploads.ts';

let parley: Parley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());
afterEach(() => vi.restoreAllMocks());

/** What is about to be brought to the disk: a file of so many bytes, or the entries of a folder. */
interface Sync {
  of: number | 'folder';
  letGo(): void;
}

/** From now on the disk takes nothing before it is told to. */
async function holdTheDisk(): Promise<Inbox<Sync | 'answered'>> {
  const held = new Inbox<Sync | 'answered'>();
  const any = await open(parley.dataDir, 'r');
  const handles = Object.getPrototypeOf(any) as FileHandle;
  await any.close();
  const sync = handles.sync;
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    const stats = await this.stat();
    await new Promise<void>((letGo) => held.push({ of: stats.isFile() ? stats.size : 'folder', letGo }));
    await sync.call(this);
  });
  return held;
}

it('[AT3] nothing of an upload is acknowledged, and no file complete, before it is on the disk', async () => {
  const ann = await parley.person();
  const what = file('0123456789');
  const id = await place(ann, what);
  const disk = await holdTheDisk();

  /** Sends bytes, and asks before each thing that the disk takes how much is there, and whether that is all. */
  async function watch(bytes: Buffer, offset: string) {
    let status: number | null = null;
    const answer = put(ann, id, bytes, { 'upload-offset': offset }).then((given) => {
      status = given.status;
      disk.push('answered');
    });
    const seen: [Sync['of'], offset: unknown, complete: unknown][] = [];
    for (;;) {
      const sync = await disk.next();
      if (sync === 'answered') break;
      const { headers } = await head(ann, id);
      expect(status).toBeNull();
      seen.push([sync.of, headers['upload-offset'], headers['upload-complete']]);
      sync.letGo();
    }
    await answer;
    return { status, seen };
  }

  const first = await watch(what.bytes.subarray(0, 4), '0');
  expect(first.status).toBe(202);
  // In folders that are new; then the piece, and that it is there.
  expect(first.seen.slice(-2)).toEqual([
    [4, '0', '?0'],
    ['folder', '0', '?0'],
  ]);
  expect(first.seen.every(([, offset]) => offset === '0')).toBe(true);
  const rest = await watch(what.bytes.subarray(4), '4');
  expect(rest).toEqual({
    status: 200,
    seen: [
      [6, '4', '?0'],
      ['folder', '4', '?0'],
      [10, '10', '?0'],
      ['folder', '10', '?0'],
    ],
  });
});
