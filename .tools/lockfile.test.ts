import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './process.mjs';

type Entry = { optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};

// npm forgets the binaries of other platforms now and then, and `npm ci` refuses the file everywhere from then on.
it('names the binaries of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !resolves(path, name))
      .map((name) => `${name}, for ${path || 'the project itself'}`),
  );
  expect(missing, 'choose a version whose packages the registry has for all platforms').toEqual([]);
});

/** As Node looks it up: beside the package, then in each node_modules above. */
function resolves(path: string, name: string): boolean {
  if (`${path ? `${path}/` : ''}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  return resolves(path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)), name);
}
