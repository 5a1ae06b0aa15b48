import type { LocalFile } from './local-file.ts';

/** As many pictures that were sent from here stand in for the server's until those have come. */
const keptAtMost = 30;

/** Addresses of bytes in this browser: of files on their way by key, of what was sent by the attachment's id. */
const urls = new Map<string, string>();

/** Where this browser finds a file's bytes. */
export function previewOf({ key, blob }: LocalFile): string {
  const known = urls.get(key);
  if (known !== undefined) return known;
  const url = URL.createObjectURL(blob);
  urls.set(key, url);
  return url;
}

/** What was sent from here a while ago, and so can be shown before it has come back. */
export function previewOfSent(attachmentId: string): string | undefined {
  return urls.get(attachmentId);
}

/** From now on the file is an attachment. */
export function keepPreview(key: string, attachmentId: string): void {
  const url = urls.get(key);
  if (url === undefined) return;
  urls.delete(key);
  urls.set(attachmentId, url);
  const sent = [...urls.keys()].filter((name) => name.startsWith('att_'));
  for (const name of sent.slice(0, -keptAtMost)) dropPreview(name);
}

export function dropPreview(name: string): void {
  const url = urls.get(name);
  if (url === undefined) return;
  URL.revokeObjectURL(url);
  urls.delete(name);
}

export function dropAllPreviews(): void {
  for (const name of urls.keys()) dropPreview(name);
}
