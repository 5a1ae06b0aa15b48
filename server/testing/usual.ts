/**
 * How long something usually takes: the median of several tries. A single one also says how busy the machine was just then.
 */
export function usual(took: readonly number[]): number {
  const middle = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
