/** How many names of one message count. */
export const mentionLimit = 50;

/** What is quoted as code mentions nobody: `@types` is a package. */
const code = /```[\s\S]*?(?:```|$)|``[^\n]*?``|`[^`\n]*`/gu;
/** A handle behind an @ that begins a word: neither in an address of mail nor in one of a page. */
const named = /(?<![\p{L}\p{N}_@/.-])@([a-z0-9_-]{2,32})(?![\p{L}\p{N}_])/giu;

/**
 * Whom a body may mention: handles in lower case, each once, in the order in which they stand, at most 50. A sign that ends a
 * sentence may also end a handle, so `@ada-` is tried as both.
 */
export function namesIn(body: string): string[] {
  if (!body.includes('@')) return [];
  const found = new Set<string>();
  for (const [, name = ''] of body.replaceAll(code, ' ').matchAll(named)) {
    found.add(name.toLowerCase());
    const bare = name.toLowerCase().replace(/[_-]+$/u, '');
    if (bare.length >= 2) found.add(bare);
    if (found.size >= mentionLimit) break;
  }
  return [...found].slice(0, mentionLimit);
}
