import { Popover as Base } from '@base-ui/react/popover';
import { Plus, SmilePlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';

import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const EmojiPicker = lazy(async () => ({ default: (await import('./emoji-picker.tsx')).EmojiPicker }));

/** What people mean most of the time. */
const quick = [
  ['👍', 'Thumbs up'],
  ['❤️', 'Heart'],
  ['😂', 'Tears of joy'],
  ['🎉', 'Hurray'],
  ['😮', 'Astonished'],
  ['😢', 'Crying'],
] as const;

interface Props {
  readonly onPick: (emoji: string) => void;
  readonly onOpenChange: (open: boolean) => void;
}

/** A few emoji at once, and all of them behind a button. */
export function ReactionPopover({ onPick, onOpenChange }: Props) {
  const [open, setOpen] = useState(true);
  const [all, setAll] = useState(false);
  // Inside the landmark of its button, so that whoever walks from landmark to landmark finds it.
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  const place = useCallback((button: HTMLElement | null) => {
    if (button) setLandmark(button.closest<HTMLElement>('main') ?? document.body);
  }, []);
  const change = (next: boolean) => {
    setOpen(next);
    setAll(false);
    onOpenChange(next);
  };
  const pick = (emoji: string) => {
    change(false);
    onPick(emoji);
  };

  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Trigger ref={place} render={<IconButton icon={SmilePlus} label="Add reaction" side="top" />} />
      <Base.Portal container={landmark}>
        <Base.Positioner
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          positionMethod="fixed"
          className="z-10"
        >
          <Base.Popup
            aria-label="Add reaction"
            className="max-w-[calc(100vw-1rem)] rounded-card bg-surface-raised p-1 shadow-float transition data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {all ? (
              <Suspense fallback={<Skeleton className="h-80 w-80 max-w-full rounded-control" />}>
                <EmojiPicker onPick={pick} />
              </Suspense>
            ) : (
              <div className="flex">
                {quick.map(([emoji, name]) => (
                  <button
                    key={emoji}
                    type="button"
                    aria-label={`React with ${emoji}, ${name}`}
                    onClick={() => pick(emoji)}
                    className="inline-flex size-9 items-center justify-center rounded-control text-xl hover:bg-surface-hover pointer-coarse:size-11"
                  >
                    <span aria-hidden className="[font-variant-emoji:emoji]">
                      {emoji}
                    </span>
                  </button>
                ))}
                <IconButton icon={Plus} label="All emoji" side="top" onClick={() => setAll(true)} />
              </div>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
