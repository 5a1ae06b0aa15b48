const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';
export const eventStream = 'text/event-stream';

/** What the API answers in. */
export const acceptable = [graphqlResponse, json, eventStream] as const;

/**
 * Whether a client takes an answer in one of these media types. Read as Yoga reads it, which would say so only when all
 * is done, and with an empty answer.
 * @param header its Accept header; who sends none takes everything
 */
export const acceptsAnyOf = (header: string | null | undefined, types: readonly string[]): boolean =>
  (header || '*/*').split(',').some((range) => types.some((type) => covers(range, type)));

/** In which JSON a client is answered: the one that it names first. Null where it takes none. */
export function jsonFor(header: string | undefined): typeof json | typeof graphqlResponse | null {
  for (const range of (header || '*/*').split(',')) {
    if (covers(range, json)) return json;
    if (covers(range, graphqlResponse)) return graphqlResponse;
  }
  return null;
}

function covers(range: string, type: string): boolean {
  if (range === type) return true;
  const [asked = '', ...parameters] = range.toLowerCase().replaceAll(/\s/g, '').split(';');
  const charset = parameters.find((parameter) => parameter.includes('charset='));
  if (charset !== undefined && charset !== 'charset=utf-8') return false;
  const [kind, form] = asked.split('/');
  const [ofKind, inForm] = type.split('/');
  return (kind === '*' || kind === ofKind) && (form === '*' || form === inForm);
}
