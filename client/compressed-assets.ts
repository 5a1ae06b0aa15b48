import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

/** Below this, the headers weigh more than what is saved. */
const WORTH_BYTES = 1_000;
/** The highest quality takes seconds for each megabyte; GraphiQL's editor has three. */
const LARGE_BYTES = 400_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes each script and style once more as `.br` and `.gz`, which the server hands to whoever takes them: nothing is packed on request. */
export function compressedAssets(): Plugin {
  return {
    name: 'compressed-assets',
    apply: 'build',
    // From what was written: plugins of Vite's still put names into the code while the bundle is made.
    async writeBundle({ dir = '.' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(?:js|css|svg)$/.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.length < WORTH_BYTES) return;
  const quality = source.length < LARGE_BYTES ? constants.BROTLI_MAX_QUALITY : 5;
  await Promise.all([
    brotli(source, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).then((packed) =>
      writeFile(`${path}.br`, packed),
    ),
    zip(source, { level: constants.Z_BEST_COMPRESSION }).then((packed) => writeFile(`${path}.gz`, packed)),
  ]);
}
