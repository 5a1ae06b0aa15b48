import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { connection, useConnection } from '../../live/connection.ts';
import { FileCard } from './file-card.tsx';
import { urlOf } from './picture.tsx';
import { formatSize, formatType } from './words.ts';

interface Props {
  readonly files: readonly Attachments_fileFragment[];
  readonly reachable: boolean;
}

/** What is no picture: played where a browser can, else to be downloaded. */
export function OtherFiles({ files, reachable }: Props) {
  return files.map((file) =>
    file.kind === 'FILE' ? (
      <FileCard key={file.id} file={file} reachable={reachable} />
    ) : (
      <Recording key={file.id} file={file} reachable={reachable} />
    ),
  );
}

interface RecordingProps {
  readonly file: Attachments_fileFragment;
  readonly reachable: boolean;
}

/** `MediaError.MEDIA_ERR_NETWORK` */
const networkError = 2;

/** Played by the browser's own controls, in a room of one size: a film's is not known before it is fetched. */
function Recording({ file, reachable }: RecordingProps) {
  // A film of which this browser knows only the sound is heard, and what it knows nothing of is there to be had.
  const [kind, setKind] = useState(file.kind);
  const player = useRef<HTMLMediaElement | null>(null);
  const online = useConnection() === 'online';
  // Without a network nobody knows whether it could be played: once there is one, it is tried again.
  useEffect(() => {
    const error = player.current?.error;
    if (online && error && error.code !== networkError) player.current?.load();
  }, [online]);
  if (kind === 'FILE') return <FileCard file={file} reachable={reachable} />;
  const shared = {
    ref: (element: HTMLMediaElement | null) => {
      player.current = element;
    },
    src: urlOf(file.url),
    controls: true,
    'aria-label': file.name,
    tabIndex: reachable ? 0 : -1,
    onKeyDown: keepArrows,
    // What the network cut short may still be played later.
    onError: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) =>
      currentTarget.error?.code !== networkError && connection.get() === 'online' && setKind('FILE'),
  };
  return (
    <figure className="w-80 max-w-full">
      {kind === 'VIDEO' ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written any
        <video
          {...shared}
          preload="metadata"
          playsInline
          onLoadedMetadata={({ currentTarget }) => currentTarget.videoWidth === 0 && setKind('AUDIO')}
          className="aspect-video w-full rounded-card bg-surface-hover"
        />
      ) : (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written any
        <audio {...shared} preload="none" className="h-13 w-full" />
      )}
      <figcaption className="flex gap-1.5 text-meta text-muted">
        <bdi title={file.name} className="truncate">
          {file.name}
        </bdi>
        <a
          href={urlOf(file.url)}
          download={file.name}
          tabIndex={reachable ? 0 : -1}
          aria-label={`Download ${file.name}, ${formatType(file)} · ${formatSize(file.size)}`}
          className="relative shrink-0 underline underline-offset-2 pointer-coarse:after:absolute pointer-coarse:after:-inset-3.5"
        >
          {formatSize(file.size)}
        </a>
      </figcaption>
    </figure>
  );
}

/** In a player they seek and make it louder; they do not walk through the list. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key !== 'Escape') event.stopPropagation();
}
