import { heightOfFiles } from '../../attachments/shown/box.ts';
import type { Row } from './row.ts';

const lineHeight = 22;
const charactersInLine = 68;
const mostLines = 200;

/** A row's height before it is known. Near enough that little moves then; what is off is made up for above what is seen. */
export function estimateHeight(row: Row | undefined): number {
  if (row === undefined) return lineHeight;
  const { body, replyTo, attachments, reactions } = row.message;
  const lines = Math.max(
    attachments.length > 0 ? 0 : 1,
    Math.ceil(body.length / charactersInLine),
    Math.min(body === '' ? 0 : body.split('\n').length, mostLines),
  );
  return (
    4 +
    lines * lineHeight +
    (row.startsGroup ? 36 : 0) +
    (row.startsDay ? 42 : 0) +
    (row.startsUnread ? 30 : 0) +
    (replyTo ? 30 : 0) +
    (attachments.length > 0 ? 8 + heightOfFiles(attachments) : 0) +
    (reactions.length > 0 ? 36 : 0)
  );
}
