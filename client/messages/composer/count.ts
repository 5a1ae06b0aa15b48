/** The server's limit, in characters as Unicode counts them. */
const bodyLimit = 10_000;
/** The count is shown once so few are left. */
const warnWithin = 500;

/** How many characters are left, or undefined while there is no need to know. */
export function charactersLeft(body: string): number | undefined {
  const trimmed = body.trim();
  // No text has more characters than UTF-16 units, so most need no counting.
  if (trimmed.length < bodyLimit - warnWithin) return undefined;
  let count = 0;
  for (const _ of trimmed) count += 1;
  const left = bodyLimit - count;
  return left <= warnWithin ? left : undefined;
}
