import { send } from './http.ts';
import type { Parley } from './parley.ts';

const token = 'a token for the metrics of the tests, which nobody else knows';

/** The settings of a server whose figures are read. */
export const metered = { METRICS_TOKEN: token };

/**
 * What an instance says of itself.
 * @returns each figure by its series, as /metrics writes it: `parley_sends_total{outcome="stored"}`
 */
export async function figuresOf({ url }: Pick<Parley, 'url'>): Promise<ReadonlyMap<string, number>> {
  const { text } = await send(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return new Map(
    [...text.matchAll(/^(parley_\S+) (\S+)$/gm)].map(([, series = '', value]) => [series, Number(value)]),
  );
}

/** One of them. */
export const figureOf = async (parley: Pick<Parley, 'url'>, series: string): Promise<number | undefined> =>
  (await figuresOf(parley)).get(`parley_${series}`);
