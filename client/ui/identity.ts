const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment.toLocaleUpperCase();
  return '';
}

/** One or two letters for a name in any script: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstGrapheme(words[0] ?? '');
  return words.length > 1 ? first + firstGrapheme(words.at(-1) ?? '') : first;
}

/** A hue in degrees, the same for an id on every screen (FNV-1a; the random tail of a UUIDv7 spreads it). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 360;
}
