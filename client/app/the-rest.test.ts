import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const client = join(import.meta.dirname, '..');

/** The files, from the client's folder, that a source file fetches only when it wants them. */
function fetchedBy(file: string): string[] {
  const text = readFileSync(join(client, file), 'utf8');
  return [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, to]) => join(dirname(file), to!));
}

it('holds all that opens on a click: without a network it could not be fetched then', () => {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^dist|^generated/.test(file))
    .filter((file) => relative('app', file) !== 'the-rest.ts');
  const wanted = new Set(files.flatMap(fetchedBy));
  // What comes with the first conversation, or for who is signed out, and what is too large to be fetched on the mere chance.
  const exceptions = [
    'app/behind.tsx',
    'app/the-rest.ts',
    'entry/welcome.tsx',
    'invites/invite-screen.tsx',
    'messages/conversation.tsx',
    'messages/markdown/markdown.tsx',
    'reactions/emoji-picker.tsx',
  ];
  expect(fetchedBy('app/the-rest.ts').concat(exceptions).toSorted()).toEqual([...wanted].toSorted());
});
