import { CircleCheck, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { announce } from '../../ui/live-region.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FileIcon } from '../shown/file-icon.tsx';
import { formatSize } from '../shown/words.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { previewOf } from '../../uploads/previews.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import { isSentAsItIs } from './as-it-is.ts';
import { chipLook, trayLook } from './look.ts';
import { ProgressBar } from './progress-bar.tsx';
import type { Tray } from './use-tray.ts';
import { useUpload } from './use-upload.ts';

export interface FileTrayProps {
  readonly tray: Tray;
  /** Where the focus goes when the chip that had it has gone. */
  readonly onEmptied: () => void;
}

/** Above the composer: the files that go with the message, each on its way already. */
export function FileTray({ tray: { files, uploads, remove }, onEmptied }: FileTrayProps) {
  return (
    <ul aria-label="Files to send" className={trayLook}>
      {files.map((file) => (
        <Chip
          key={file.key}
          file={file}
          uploads={uploads}
          onRemove={() => {
            remove(file.key);
            onEmptied();
          }}
        />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly file: LocalFile;
  readonly uploads: Uploads;
  readonly onRemove: () => void;
}

function Chip({ file, uploads, onRemove }: ChipProps) {
  const upload = useUpload(uploads, file.key);
  const failed = upload?.status === 'failed' ? upload.reason : null;
  const chip = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (failed === null) return;
    announce(`${file.name}: ${failed}`, 'assertive');
    // It holds the message back, and of many files some are out of sight.
    chip.current?.scrollIntoView({ block: 'nearest' });
  }, [failed, file.name]);
  const percent = upload?.status === 'sending' ? Math.floor(upload.sent * 100) : 0;
  const done = upload?.status === 'done';
  return (
    <li ref={chip} className={cx(chipLook, failed === null ? 'bg-surface-sunken' : 'bg-danger-quiet')}>
      <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-control bg-surface-hover text-muted">
        {file.width === null ? (
          <FileIcon contentType={file.contentType} />
        ) : (
          <img src={file.stored?.thumbnailUrl ?? previewOf(file)} alt="" className="size-full object-cover" />
        )}
      </span>
      <span className="min-w-0 flex-1 text-meta">
        <span title={file.name} className="block truncate font-medium">
          <bdi>{file.name}</bdi>
        </span>
        {failed === null ? (
          <span className="flex items-center gap-1 text-muted tabular-nums">
            {formatSize(file.stored?.size ?? file.blob.size)}
            {upload?.status === 'sending' && ` · ${percent} %`}
            {upload?.status === 'waiting' && ' · waiting'}
            {done && <CircleCheck aria-label="uploaded" size={14} className="text-accent-text" />}
          </span>
        ) : (
          <span className="block text-danger-text">{failed}</span>
        )}
        {failed === null && isSentAsItIs(file) && (
          <span className="block text-muted">Sent as it is: it may say where it was made.</span>
        )}
        {upload?.status === 'sending' && <ProgressBar label={`Uploading ${file.name}`} percent={percent} />}
      </span>
      {upload?.status === 'failed' && !upload.final && (
        <IconButton
          icon={RotateCcw}
          label={`Try ${file.name} again`}
          side="top"
          onClick={() => uploads.retry(file)}
          className="-me-2"
        />
      )}
      <IconButton
        icon={X}
        label={`${done || failed !== null ? 'Remove' : 'Cancel'} ${file.name}`}
        side="top"
        onClick={onRemove}
      />
    </li>
  );
}
