export const anomalies = {
  lost: 'acknowledged, and not in the database',
  unseen: 'in the database, and never delivered to somebody who was there',
  duplicate: 'stored or delivered twice',
  'out of order': 'in another order than the thread has, or than it was sent in',
  skipped: 'a gap in a thread, stored or delivered',
  'non-monotonic': 'a cursor, a snapshot or an answer that went back',
  phantom: 'delivered or refused, and the database knows otherwise',
  'after removal': 'seen, or written, by somebody who was not there any more',
  'needless resync': 'a snapshot that had to be taken though the cursor was good',
} as const;

export type Anomaly = keyof typeof anomalies;

export interface Verdict {
  counts: Record<Anomaly, number>;
  examples: string[];
  sends: { invoked: number; acknowledged: number; refused: number; unknown: number };
  delivered: number;
  resyncs: number;
  resumes: number;
}

/** Notes something that does not fit. */
export type Found = (anomaly: Anomaly, example: string) => void;

export function emptyVerdict(): Verdict {
  const counts = Object.fromEntries(Object.keys(anomalies).map((name) => [name, 0])) as Record<
    Anomaly,
    number
  >;
  const sends = { invoked: 0, acknowledged: 0, refused: 0, unknown: 0 };
  return { counts, examples: [], sends, delivered: 0, resyncs: 0, resumes: 0 };
}
