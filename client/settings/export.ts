import { wordsFor, wordsForCode } from '../apollo/words.ts';

export const exportPath = '/account/export';

const codes: Record<number, string> = { 401: 'UNAUTHENTICATED', 429: 'RATE_LIMITED' };

/** Downloads one's data. @returns why not, in words: asked first, for of a download that is refused a browser says nothing */
export async function downloadExport(): Promise<string | null> {
  try {
    const { ok, status, headers } = await fetch(exportPath, { method: 'HEAD' });
    if (!ok) return wordsForCode({ code: codes[status], retryAfter: Number(headers.get('retry-after')) });
  } catch (error) {
    return wordsFor(error);
  }
  Object.assign(document.createElement('a'), { href: exportPath, download: '' }).click();
  return null;
}
