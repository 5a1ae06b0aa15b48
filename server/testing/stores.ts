import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Parley, startParley } from './parley.ts';
import { startS3 } from './s3.ts';

/** Where files can lie: what holds of them holds in both. */
export const stores = ['disk', 'S3'] as const;

/** A server whose files can be looked at where they lie. */
export interface Storing extends Parley {
  /** Names of what is stored of a file. */
  stored(id: string): string[];
  /** Names of the pieces that are stored of an upload. */
  piecesOf(id: string): string[];
}

export async function startStoring(
  kind: (typeof stores)[number],
  settings: Record<string, string> = {},
): Promise<Storing> {
  const s3 = kind === 'S3' ? await startS3() : null;
  const parley = await startParley({ settings: { ...s3?.settings, ...settings } });

  function stored(id: string): string[] {
    if (s3)
      return [...s3.objects.keys()]
        .filter((key) => key.startsWith(id))
        .map((key) => key.slice(id.length + 1));
    const folder = join(parley.dataDir, 'files', id.slice(-2), id);
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  return {
    ...parley,
    stored,
    piecesOf: (id) =>
      s3
        ? stored(id).filter((name) => name.startsWith('pieces/'))
        : readdirSync(join(parley.dataDir, 'files', id.slice(-2), id, 'pieces')),
    stop: async () => {
      await parley.stop();
      await s3?.stop();
    },
  };
}
