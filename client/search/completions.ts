/** What stands before the caret and could be completed: an operator, and what has been typed of its value. */
export interface Typed {
  readonly operator: 'from' | 'in' | 'has';
  readonly value: string;
  /** Where the value begins, quote included, in UTF-16 code units. */
  readonly start: number;
}

const unfinished = /(?:^|\s)-?(from|in|has):("[^"]*|[^\s"]*)$/iu;

export function typedBefore(query: string, caret: number): Typed | null {
  const [, operator, value] = unfinished.exec(query.slice(0, caret)) ?? [];
  if (operator === undefined || value === undefined) return null;
  return {
    operator: operator.toLowerCase() as Typed['operator'],
    value: value.replace(/^["@]/u, '').toLowerCase(),
    start: caret - value.length,
  };
}

/** The query with the value in place, and where the caret belongs then: behind the blank that ends it. */
export function complete(query: string, caret: number, { start }: Typed, value: string) {
  const whole = /\s/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
  const rest = query.slice(caret).replace(/^[^\s"]*"?\s*/u, '');
  const before = `${query.slice(0, start)}${whole} `;
  return { query: before + rest, caret: before.length };
}

/** A query without the operator at its end of which nothing is typed yet. */
export const finished = (query: string): string =>
  query.replace(/(^|\s)-?(?:from|in|has|before|after):"?\s*$/iu, '').trim();

/** What a query asks for in words of its own: without operators and what is not to be there. */
export function plainWords(query: string): string {
  return query
    .replaceAll(/(?:^|\s)-?(?:from|in|has|before|after):(?:"[^"]*"?|\S*)/giu, ' ')
    .replaceAll(/(?:^|\s)-(?:"[^"]*"?|\S+)/gu, ' ')
    .replaceAll(/["“”„«»]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
