import { send } from './http.ts';
import type { Parley } from './parley.ts';

const token = 'a token for the metrics of the tests, which nobody else knows';

/** The settings of a server whose figures are read. */
export const metered = { METRICS_TOKEN: token };

/**
 * What an instance says of itself.
 * @param series as /metrics writes it, but for the prefix: `sends_total{outcome="stored"}`
 */
export async function figureOf({ url }: Parley, series: string): Promise<number | undefined> {
  const { text } = await send(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const start = `parley_${series} `;
  const line = text.split('\n').find((each) => each.startsWith(start));
  return line === undefined ? undefined : Number(line.slice(start.length));
}
