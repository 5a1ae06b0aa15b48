import { lazy, Suspense, useEffect } from 'react';

import { toast } from '../../ui/toast.tsx';
import { readDraft } from '../../messages/composer/drafts.ts';
import { ComingBack } from './coming-back.tsx';
import type { FileTrayProps } from './file-tray.tsx';
import { awaitedIn, type Place } from './trays.ts';

// Where that part of the program cannot be had, the files go out unseen.
const Unseen = ({ tray }: FileTrayProps) => (
  <p className="border-b border-line px-3 py-2 text-meta text-muted">Files to send: {tray.files.length}</p>
);
const load = () => {
  import('./choose.ts').catch(() => {}); // told when a file is chosen
  return import('./file-tray.tsx').then(
    (module) => module.FileTray,
    () => Unseen,
  );
};
// Where it cannot be had, what is noted stays so until another visit, and messages go without it.
const lookAfter = (place: Place) =>
  import('./noted.ts')
    .then((module) => module.lookAfter(place))
    .catch(() => {
      if (awaitedIn(place) > 0) toast('Couldn’t get this draft’s files back. Reload to try again.');
      place.trays.here(place.threadId);
    });
const FileTray = lazy(async () => ({ default: await load() }));

/** The files that go with the message, if there are any. */
export function TrayHost(props: FileTrayProps) {
  // Once the conversation is painted: it is then there before a file is chosen, with or without a network.
  useEffect(() => void setTimeout(() => void load()), []);
  const { place, awaited, files } = props.tray;
  useEffect(() => void setTimeout(() => void lookAfter(place)), [place]);
  return (
    <>
      {awaited > 0 && <ComingBack files={readDraft(place.account, place.threadId)?.files ?? []} />}
      {files.length > 0 && (
        <Suspense fallback={null}>
          <FileTray {...props} />
        </Suspense>
      )}
    </>
  );
}
