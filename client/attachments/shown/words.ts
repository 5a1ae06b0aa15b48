import type { Attachments_fileFragment, Attachments_wordsFragment } from '../../generated/graphql.ts';

type Named = Pick<Attachments_wordsFragment, 'kind' | 'name'>;

const alone: Record<Named['kind'], string> = { IMAGE: 'Photo', VIDEO: 'Video', AUDIO: 'Audio', FILE: 'File' };
const several: Record<Named['kind'], string> = {
  IMAGE: 'photos',
  VIDEO: 'videos',
  AUDIO: 'recordings',
  FILE: 'files',
};

/** What a message without words carries, on one line: Photo, 3 photos, report.pdf, 2 files. */
export function wordsForFiles(attachments: readonly Named[]): string {
  const [first, ...others] = attachments;
  if (!first) return '';
  if (others.length === 0) return first.kind === 'FILE' ? first.name : alone[first.kind];
  const kind = others.every((other) => other.kind === first.kind) ? first.kind : 'FILE';
  return `${attachments.length} ${several[kind]}`;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** As the server counts: 1024 to the next unit. */
export function formatSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1024 ** step);
}

/** What kind of file it is, as people say it: by its ending, else by its media type. */
export function formatType({
  name,
  contentType,
}: Pick<Attachments_fileFragment, 'name' | 'contentType'>): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return ending?.toUpperCase() ?? contentType.split('/')[1] ?? 'file';
}
