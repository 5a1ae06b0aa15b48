import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random, saySeed } from '../../schema/testing/random.ts';
import { mutant, polyglots, type Samples, samples, script } from '../testing/hostile.ts';
import type { Answer } from '../testing/http.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { type File, get, put } from '../testing/uploads.ts';

saySeed();
/** By hand also MUTATIONS=10000. */
const wanted = Number(process.env['MUTATIONS'] ?? 200);
const atOnce = 4;

const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const played =
  /^(?:video\/(?:mp4|webm|quicktime|x-m4v|ogg)|audio\/(?:mpeg|ogg|opus|wav|flac|x-flac|mp4|x-m4a|aac))$/;

let parley: Parley;
let of: Samples;
beforeAll(async () => {
  parley = await startParley();
  of = await samples();
});
afterAll(() => parley.stop());
/** It has failed at nothing, and goes on serving. */
async function expectWell(): Promise<void> {
  expect(parley.log()).not.toMatch(/"level":[56]0/);
  expect((await parley.person()).handle).toBeDefined();
}

type Becomes = 'image' | 'film' | 'saved' | 'refused';

/** Whatever is answered where files are: it runs nothing, is taken for nothing else, and is nothing that the server failed at. */
function expectHarmless({ status, headers }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
  });
}

/** Sends a file and fetches what is left of it. @returns what became of it */
async function pass(
  person: Person,
  { name, contentType, bytes }: File,
  purpose?: 'PICTURE',
): Promise<Becomes> {
  const asked = { name, contentType, size: bytes.length, purpose };
  const { reason, attachmentId: id } = await person.does('createUpload', asked);
  if (id === undefined) throw new Error(reason);
  const [brought, whole, thumbnail] = [
    await put(person, id, bytes),
    await get(person, id),
    await get(person, `${id}/thumbnail`),
  ];
  // Only a hundred may wait for being sent.
  await parley.instance.prisma.attachment.delete({ where: { id } });
  await parley.instance.files.remove(id);
  for (const answer of [brought, whole, thumbnail]) expectHarmless(answer);
  if (brought.status !== 200) {
    expect([brought.status, whole.status, thumbnail.status]).toEqual([
      brought.status === 413 ? 413 : 422,
      404,
      404,
    ]);
    return 'refused';
  }
  expect(whole.status).toBe(200);
  const type = whole.headers['content-type'] ?? '';
  const [shown] = whole.headers['content-disposition']?.split(';') ?? [];
  if (shown === 'attachment') {
    expect([type, thumbnail.status]).toEqual(['application/octet-stream', 404]);
    expect(whole.bytes.equals(bytes)).toBe(true);
    return 'saved';
  }
  if (played.test(type)) {
    expect(whole.bytes.equals(bytes)).toBe(true);
    return 'film';
  }
  expect(pictures).toContain(type);
  for (const { headers, bytes: made } of [whole, thumbnail]) {
    // Ours: it is whole, it is what it says, and holds nothing else.
    const { info } = await sharp(made, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
    expect([info.width > 0, (await sharp(made).metadata()).format]).toEqual([
      true,
      headers['content-type']?.replace('image/', ''),
    ]);
    expect(made.includes(script)).toBe(false);
  }
  return 'image';
}

it('[AT9] [AT7] a file that is two things at once is shown as a picture without the other, or not at all', async () => {
  const ann = await parley.person();
  const made = polyglots(of);
  const became: Becomes[] = [];
  for (const one of made) became.push(await pass(ann, one));
  expect(became.map((what, index) => [made[index]!.name, what])).toEqual(
    made.map(({ name, becomes }) => [name, becomes]),
  );
  await expectWell();
});

it(
  `[AT7] [AT8] [AT9] of ${wanted} files that were tampered with none fails, and none is shown but a picture that was encoded anew, or what can but be played`,
  { timeout: 60_000 + wanted * 1000 },
  async () => {
    const people = await parley.people(atOnce);
    // Drawn before any is sent: else how fast they are would have a say.
    const mutants = Array.from({ length: wanted }, () => ({ ...mutant(of), face: random(8) === 0 }));
    const became = new Map<Becomes, number>();
    let next = 0;
    const send = async (person: Person) => {
      for (let mine = next++; mine < wanted; mine = next++) {
        const { face, ...one } = mutants[mine]!;
        const what = await pass(person, one, face ? 'PICTURE' : undefined).catch((error: unknown) => {
          throw new Error(`${mine + 1}. of them: ${one.bytes.toString('base64')}`, { cause: error });
        });
        became.set(what, (became.get(what) ?? 0) + 1);
      }
    };
    await Promise.all(people.map(send));
    console.info(Object.fromEntries(became));
    for (const what of ['image', 'film', 'saved', 'refused'] as const)
      expect([what, became.get(what)]).toEqual([what, expect.any(Number)]);
    await expectWell();
  },
);
