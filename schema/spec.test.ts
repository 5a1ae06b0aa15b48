import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const rules = [...read('schema/SPEC.md').matchAll(/^- \*\*([A-Z]{2}\d+)\*\* (.+)$/gm)].map(
  ([, number, text]) => ({ number, text }),
);
const numbers = rules.map((rule) => rule.number);

/** Every test that there is, wherever it lies. */
const files = ['schema', 'server', 'client', 'prisma', 'examples', 'e2e', 'bench', '.tools']
  .filter((folder) => existsSync(new URL(folder, root)))
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((name) => /\.(test\.tsx?|e2e\.ts)$/.test(name));
const quotes = files.flatMap((file) =>
  [...read(file).matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, number]) => ({ number, file })),
);

describe('SPEC.md', () => {
  it('numbers each rule once, and says each in a sentence', () => {
    expect(rules.length).toBeGreaterThan(80);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { text } of rules) expect(text).toMatch(/\.$/);
    // No rule escapes by being written differently.
    expect(read('schema/SPEC.md').match(/^- /gm)).toHaveLength(rules.length);
  });

  it('has no rule that no test proves', () => {
    const quoted = new Set(quotes.map((quote) => quote.number));
    expect(numbers.filter((number) => !quoted.has(number))).toEqual([]);
  });

  it('has every rule that a test quotes', () => {
    const known = new Set(numbers);
    expect(quotes.filter((quote) => !known.has(quote.number))).toEqual([]);
  });
});
