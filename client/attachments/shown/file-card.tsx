import { Download } from 'lucide-react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { FileIcon } from './file-icon.tsx';
import { urlOf } from './picture.tsx';
import { formatSize, formatType } from './words.ts';

interface Props {
  readonly file: Attachments_fileFragment;
  readonly reachable: boolean;
}

/** A file that is not shown: what it is, and the way to have it. */
export function FileCard({ file, reachable }: Props) {
  const facts = `${formatType(file)} · ${formatSize(file.size)}`;
  return (
    <a
      href={urlOf(file.url)}
      download={file.name}
      tabIndex={reachable ? 0 : -1}
      className="flex w-80 max-w-full items-center gap-3 rounded-card border border-line bg-surface-sunken p-2 pe-3 hover:bg-surface-hover"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-surface-hover text-muted">
        <FileIcon contentType={file.contentType} />
      </span>
      <span className="sr-only">Download</span>{' '}
      <span className="min-w-0 flex-1">
        <span title={file.name} className="block truncate font-medium">
          <bdi>{file.name}</bdi>
        </span>{' '}
        <span className="block text-meta text-muted">{facts}</span>
      </span>
      <Download aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-muted" />
    </a>
  );
}
