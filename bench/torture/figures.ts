/** Of milliseconds: median, 99th percentile and the worst. */
export function figures(ms: readonly number[]): string {
  if (ms.length === 0) return 'nothing measured';
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${ms.length})`;
}

export function p99(ms: readonly number[]): number {
  const sorted = ms.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Infinity;
}
