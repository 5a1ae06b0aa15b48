import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sweep } from '../../schema/attachment/sweep.ts';
import type { Person } from '../testing/person.ts';
import { startStoring, stores, type Storing } from '../testing/stores.ts';
import { file, place, put } from '../testing/uploads.ts';

const inTime = { timeout: 30_000, interval: 5 };

const picture = () =>
  sharp({ create: { width: 4, height: 3, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();

describe.each(stores)('what is made of an upload on %s', (kind) => {
  let parley: Storing;
  let [ann, bob, cat]: Person[] = [];
  beforeAll(async () => {
    parley = await startStoring(kind);
    [ann, bob, cat] = await parley.people(3);
  });
  afterAll(() => parley.stop());
  afterEach(() => vi.restoreAllMocks());

  /** Files that are whole, and pictures that are encoded anew, by their ids: each waits here, in front of the store, until it is let go. */
  function holdWhatIsMade() {
    const held = new Map<string, () => void>();
    const { files } = parley.instance;
    const keep = files.put.bind(files);
    vi.spyOn(files, 'put').mockImplementation(async (name, bytes, size) => {
      const [id = '', part] = name.split('/');
      if (part === 'original') await new Promise<void>((resolve) => held.set(id, resolve));
      return keep(name, bytes, size);
    });
    return {
      ids: () => [...held.keys()],
      comes: (id: string) => vi.waitFor(() => expect(held.has(id)).toBe(true), inTime),
      letGo: (id: string) => held.get(id)?.(),
    };
  }

  it('[AT17] of one account one picture is encoded anew at a time, of everybody two, and nobody waits for another’s second', async () => {
    const bytes = await picture();
    const what = file(bytes, 'me.png', 'image/png');
    const [first, second, theirs, last] = (await Promise.all(
      [ann!, ann!, bob!, cat!].map((person) => place(person, what)),
    )) as [string, string, string, string];
    const text = file('no picture');
    const other = await place(cat!, text);
    const made = holdWhatIsMade();
    const read = vi.spyOn(parley.instance.files, 'get');
    /** When it is known to be a picture: by then it was read for its hash, and for what it is. */
    const isKnown = (id: string) =>
      vi.waitFor(
        () => expect(read.mock.calls.filter(([name]) => name.startsWith(id))).toHaveLength(2),
        inTime,
      );

    const answers = [put(ann!, first, bytes)];
    await made.comes(first);
    answers.push(put(ann!, second, bytes));
    await isKnown(second);
    answers.push(put(bob!, theirs, bytes));
    await made.comes(theirs);
    answers.push(put(cat!, last, bytes));
    await isKnown(last);
    answers.push(put(cat!, other, text.bytes));
    await made.comes(other);
    expect(made.ids()).toEqual([first, theirs, other]);

    made.letGo(first);
    await made.comes(last);
    made.letGo(theirs);
    await made.comes(second);
    expect(made.ids()).toEqual([first, theirs, other, last, second]);
    for (const id of [other, last, second]) made.letGo(id);
    for (const answer of answers) expect((await answer).status).toBe(200);
  });

  it('[AT11] of what is swept while it is made nothing is left, and it is refused', async () => {
    const made = holdWhatIsMade();
    const { prisma, files } = parley.instance;
    for (const what of [file('too late'), file(await picture(), 'me.png', 'image/png')]) {
      const id = await place(ann!, what);
      const answer = put(ann!, id, what.bytes);
      await made.comes(id);
      await prisma.attachment.update({
        where: { id },
        data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
      });
      await sweep(prisma, (name) => files.remove(name));
      made.letGo(id);
      expect((await answer).status).toBe(409);
      expect(parley.stored(id)).toEqual([]);
    }
  });
});
