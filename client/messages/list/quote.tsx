import type { CSSProperties } from 'react';

import { wordsForFiles } from '../../attachments/shown/words.ts';
import { hueOf } from '../../ui/identity.ts';
import { onOneLine } from '../markdown/plain.ts';
import type { Quoted } from './row.ts';

interface QuoteProps {
  readonly quoted: Quoted;
  readonly reachable: boolean;
  readonly onJump: (quoted: Quoted) => void;
}

/** The message that a reply answers, as one line with its author's colour at the edge. A click goes to it. */
export function Quote({ quoted, reachable, onJump }: QuoteProps) {
  return (
    <button
      type="button"
      // Like its row: Tab goes through one row of the list, not through all.
      tabIndex={reachable ? 0 : -1}
      onClick={() => onJump(quoted)}
      className="quote-edge relative my-0.5 flex max-w-full items-baseline gap-1.5 rounded-control border-s-3 bg-surface-sunken py-1 ps-2 pe-2.5 text-start text-meta hover:bg-surface-hover pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-2.5"
      style={{ '--hue': hueOf(quoted.author?.id ?? '') } as CSSProperties}
    >
      <span className="sr-only">In reply to</span>{' '}
      <bdi className="shrink-0 font-semibold">{quoted.author?.displayName}</bdi>{' '}
      <QuotedText quoted={quoted} />
    </button>
  );
}

/** The first words of a quoted message, on one line. */
export function QuotedText({
  quoted,
}: {
  readonly quoted: Pick<Quoted, 'body' | 'deletedAt' | 'attachments'>;
}) {
  if (quoted.deletedAt !== null) return <span className="truncate text-muted italic">Message deleted</span>;
  return (
    <span dir="auto" className="min-w-0 truncate text-muted">
      {onOneLine(quoted.body) || wordsForFiles(quoted.attachments)}
    </span>
  );
}
