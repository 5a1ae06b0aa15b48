interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture that stands alone, and the height of a line of several, which is less on a phone. A finger has to hit the smallest. */
const aloneAtMost = 320;
const lineHeight = 148;
const atLeast = 44;

/**
 * The room for a picture before it has come, so that nothing moves when it does. Its own shape, but for pictures so narrow
 * or so flat that there would be nothing to see.
 */
export function boxFor(width: number, height: number, alone: boolean): Size {
  const scale = alone
    ? Math.min(1, aloneAtMost / width, aloneAtMost / height)
    : Math.min(lineHeight / height, aloneAtMost / width);
  const within = (length: number, most: number) =>
    Math.round(Math.min(most, Math.max(atLeast, length * scale)));
  return { width: within(width, aloneAtMost), height: within(height, alone ? aloneAtMost : lineHeight) };
}

interface Shown {
  readonly kind: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** About how high a message's files are, before they are drawn. */
export function heightOfFiles(attachments: readonly Shown[]): number {
  const pictures = attachments.filter(({ kind }) => kind === 'IMAGE');
  const alone = pictures.length === 1;
  const boxes = pictures.map(({ width, height }) => boxFor(width ?? 4, height ?? 3, alone));
  // Some three stand beside each other.
  const lines = Math.ceil(boxes.length / 3);
  const rest = attachments
    .filter(({ kind }) => kind !== 'IMAGE')
    .map(({ kind }) => (kind === 'VIDEO' ? 188 : kind === 'AUDIO' ? 88 : 62));
  return (
    (alone ? (boxes[0]?.height ?? 0) + 6 : lines * (lineHeight + 6)) +
    rest.reduce((sum, height) => sum + height, 0)
  );
}
