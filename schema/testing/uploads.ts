import { complete } from '../attachment/upload.ts';
import type { Asker, Person } from './world.ts';

const file = { name: 'notes.txt', contentType: 'text/plain', size: 5 };

/** Asks for a place for a file. @returns its id */
export async function asked(
  person: Asker,
  more: Partial<typeof file> & { sha256?: string; purpose?: 'PICTURE' } = {},
): Promise<string> {
  return (await person.must('createUpload', { ...file, ...more })).attachmentId;
}

/** What can be the picture of somebody or of a group: as the server leaves it. @returns its id */
export async function uploadedPicture(person: Person): Promise<string> {
  const id = await asked(person, { name: 'me.png', contentType: 'image/png', purpose: 'PICTURE' });
  const { prisma, files } = await person.context();
  const upload = await prisma.attachment.findUniqueOrThrow({ where: { id } });
  const content = {
    name: 'me.webp',
    contentType: 'image/webp',
    kind: 'IMAGE' as const,
    size: 70,
    thumbnailSize: 0,
  };
  await complete(prisma, upload, { ...content, width: 256, height: 256 }, files.limits);
  return id;
}

/** A file that can be attached: as the server leaves it once it has all of its bytes. @returns its id */
export async function uploaded(
  person: Person,
  picture?: { width: number; height: number },
  name = picture ? 'dot.png' : file.name,
): Promise<string> {
  const id = await asked(person, { name });
  const { prisma, files } = await person.context();
  const upload = await prisma.attachment.findUniqueOrThrow({ where: { id } });
  const content = picture
    ? {
        ...picture,
        name,
        contentType: 'image/png',
        kind: 'IMAGE' as const,
        size: 70,
        thumbnailSize: 0,
      }
    : { ...file, name, kind: 'FILE' as const, thumbnailSize: 0, width: null, height: null };
  await complete(prisma, upload, content, files.limits);
  return id;
}
