import type { Row } from './row.ts';

const lineHeight = 22;
const charactersInLine = 68;
const mostLines = 200;

/** A row's height before it is known. Near enough that little moves then; what is off is made up for above what is seen. */
export function estimateHeight(row: Row | undefined): number {
  if (row === undefined) return lineHeight;
  const { body, replyTo } = row.message;
  const lines = Math.max(
    1,
    Math.ceil(body.length / charactersInLine),
    Math.min(body.split('\n').length, mostLines),
  );
  return (
    4 +
    lines * lineHeight +
    (row.startsGroup ? 36 : 0) +
    (row.startsDay ? 42 : 0) +
    (row.startsUnread ? 30 : 0) +
    (replyTo ? 30 : 0)
  );
}
