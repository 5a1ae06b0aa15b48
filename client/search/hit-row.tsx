import { Paperclip } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';

import { threadPlace } from '../app/places.ts';
import { threadName } from '../threads/thread-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { formatShort, formatWhole } from '../ui/format.ts';
import { nameSnippetOf, type Piece, snippetOf } from './snippet.ts';
import type { Hit } from './use-search.ts';

interface Props {
  readonly hit: Pick<Hit, 'node' | 'matches' | 'attachmentMatches'>;
  readonly reachable: boolean;
  readonly onOpen: () => void;
  /** What can be done with it from here. */
  readonly beside?: ReactNode;
}

/** A message that was found: who wrote it, where and when, and the part of it that was sought. It leads there. */
export function HitRow({ hit, reachable, onOpen, beside }: Props) {
  const { node, matches, attachmentMatches } = hit;
  const { id, author, thread, createdAt, deletedAt, body, attachments } = node;
  const name = author?.displayName ?? '';
  const found = attachments
    .map((file) => ({
      file,
      places: attachmentMatches.filter(({ attachment }) => attachment.id === file.id),
    }))
    // Those that were sought first: there may be many.
    .toSorted((a, b) => Number(b.places.length > 0) - Number(a.places.length > 0));
  return (
    <li className="flex items-start gap-1">
      <Link
        to={threadPlace(thread.id, { m: id })}
        data-roving={id}
        tabIndex={reachable ? 0 : -1}
        onClick={onOpen}
        className="flex min-w-0 flex-1 gap-3 rounded-card px-2.5 py-2.5 -outline-offset-2 hover:bg-surface-hover"
      >
        <Avatar id={author?.id ?? ''} name={name} url={author?.avatarUrl ?? null} size={36} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate font-semibold">{name}</bdi>
            <span className="min-w-0 flex-1 truncate text-meta text-muted">
              {thread.kind === 'GROUP' ? 'in ' : 'with '}
              <bdi>{threadName(thread)}</bdi>
            </span>
            <time
              dateTime={createdAt}
              title={formatWhole(createdAt)}
              className="shrink-0 text-meta text-muted"
            >
              {formatShort(createdAt)}
            </time>
          </span>
          <span dir="auto" className="line-clamp-3 max-w-[70ch] wrap-anywhere">
            {deletedAt !== null ? (
              <i className="text-muted">Message deleted</i>
            ) : (
              <Lit pieces={snippetOf(body, matches)} />
            )}
          </span>
          {attachments.length > 0 && (
            <span className="mt-0.5 flex items-center gap-1.5 text-meta text-muted">
              <Paperclip aria-hidden size={14} className="shrink-0" />
              <span className="line-clamp-2 wrap-anywhere">
                {found.map(({ file, places }, index) => (
                  <Fragment key={file.id}>
                    {index > 0 && ', '}
                    <bdi>
                      <Lit pieces={nameSnippetOf(file.name, places)} />
                    </bdi>
                  </Fragment>
                ))}
              </span>
            </span>
          )}
        </span>
      </Link>
      {beside}
    </li>
  );
}

function Lit({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, lit }, index) =>
    lit ? (
      <mark key={index} className="rounded-xs bg-attention-quiet font-semibold text-attention-text">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
