import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';

import { IconButton } from '../../ui/icon-button.tsx';
import { LargePicture } from './large-picture.tsx';
import type { LightboxProps } from './lightbox-host.tsx';
import { urlOf } from './picture.tsx';
import { formatSize } from './words.ts';

/** Pictures of a conversation as large as the screen, one after another. The focus returns to where one came from. */
export function Lightbox({ pictures, viewedId, onView }: LightboxProps) {
  const index = pictures.findIndex(({ id }) => id === viewedId);
  const file = pictures[index];
  const gone = viewedId !== null && file === undefined;
  // Deleted meanwhile, or left behind: it is not to open by itself should it come again.
  useEffect(() => {
    if (gone) onView(null);
  }, [gone, onView]);
  // What had the focus may have gone with the picture before: the keys go on all the same.
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) popup.current?.focus();
  }, [viewedId]);
  const to = (next: number) => {
    const { id } = pictures[next] ?? {};
    if (id !== undefined) onView(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const targets: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: pictures.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    to(target);
  };
  return (
    <Base.Root open={file !== undefined} onOpenChange={(open) => !open && onView(null)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-lightbox transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          ref={popup}
          onKeyDown={onKeyDown}
          className="fixed inset-0 flex flex-col text-on-lightbox transition-opacity outline-none data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          {file && (
            <>
              <div className="flex items-center gap-2 ps-4 pe-2 pt-[max(0.5rem,env(safe-area-inset-top))] pb-2">
                <Base.Title className="min-w-0 truncate font-medium">
                  <bdi>{file.name}</bdi>
                </Base.Title>
                <Base.Description className="shrink-0 text-meta tabular-nums" aria-live="polite">
                  {pictures.length > 1 && `${index + 1} of ${pictures.length} · `}
                  {formatSize(file.size)}
                </Base.Description>
                <span className="flex-1" />
                <a
                  href={urlOf(file.url)}
                  download={file.name}
                  aria-label={`Download ${file.name}`}
                  data-tooltip="Download"
                  className="grid size-9 shrink-0 place-items-center rounded-control hover:bg-lightbox-hover pointer-coarse:size-11"
                >
                  <Download aria-hidden size={20} strokeWidth={1.75} />
                </a>
                <Base.Close render={<IconButton icon={X} label="Close" className={onDark} />} />
              </div>
              <div className="relative mx-2 mb-[max(1rem,env(safe-area-inset-bottom))] min-h-0 flex-1 tablet:mx-16">
                <LargePicture
                  key={file.id}
                  file={file}
                  onLeave={() => onView(null)}
                  onSwipe={(by) => to(index + by)}
                />
                {index > 0 && (
                  <IconButton
                    icon={ChevronLeft}
                    label="Earlier picture"
                    onClick={() => to(index - 1)}
                    className={`absolute start-0 top-1/2 -translate-y-1/2 bg-lightbox tablet:-start-14 ${onDark}`}
                  />
                )}
                {index < pictures.length - 1 && (
                  <IconButton
                    icon={ChevronRight}
                    label="Later picture"
                    onClick={() => to(index + 1)}
                    className={`absolute end-0 top-1/2 -translate-y-1/2 bg-lightbox tablet:-end-14 ${onDark}`}
                  />
                )}
              </div>
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const onDark = 'text-on-lightbox! hover:bg-lightbox-hover!';
