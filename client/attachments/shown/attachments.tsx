import { lazy, Suspense } from 'react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { heightOfFiles } from './box.ts';
import { Picture, urlOf } from './picture.tsx';

interface Props {
  readonly id: string;
  readonly attachments: readonly Attachments_fileFragment[];
  readonly reachable: boolean;
  readonly onView: ((id: string) => void) | undefined;
}

interface OtherProps {
  readonly files: readonly Attachments_fileFragment[];
  readonly reachable: boolean;
}

// Where that part of the program cannot be had, the files can be all the same.
const AsLinks = ({ files, reachable }: OtherProps) =>
  files.map(({ id, name, url }) => (
    <a
      key={id}
      href={urlOf(url)}
      download={name}
      tabIndex={reachable ? 0 : -1}
      className="underline underline-offset-2"
    >
      {name}
    </a>
  ));
const loadOtherFiles = () =>
  import('./other-files.tsx').then(
    (module) => module.OtherFiles,
    () => AsLinks,
  );
const OtherFiles = lazy(async () => ({ default: await loadOtherFiles() }));

/** What a message carries: pictures side by side, then what can be played, then the rest. */
export function Attachments({ id, attachments, reachable, onView }: Props) {
  const pictures = attachments.filter(({ kind }) => kind === 'IMAGE');
  const others = attachments.filter(({ kind }) => kind !== 'IMAGE');
  return (
    <div id={id} className="my-1 flex flex-col gap-1.5">
      {pictures.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {pictures.map((file) => (
            <Picture
              key={file.id}
              file={file}
              alone={pictures.length === 1}
              reachable={reachable}
              onView={onView}
            />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <Suspense fallback={<div style={{ height: heightOfFiles(others) }} />}>
          <OtherFiles files={others} reachable={reachable} />
        </Suspense>
      )}
    </div>
  );
}
