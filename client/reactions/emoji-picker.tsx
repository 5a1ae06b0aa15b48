import { EmojiPicker as Base, type EmojiPickerListComponents } from 'frimousse';

import { emojiData } from './emoji-data.ts';

interface Props {
  readonly onPick: (emoji: string) => void;
}

/** Every emoji, by group and by name, in any skin tone. */
export function EmojiPicker({ onPick }: Props) {
  return (
    <Base.Root
      columns={7}
      resolveEmojiData={emojiData}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-90 max-h-[60dvh] w-fit max-w-full flex-col"
    >
      <div className="flex items-center gap-1 p-1">
        <Base.Search
          autoFocus
          aria-label="Search emoji"
          placeholder="Search"
          className="min-w-0 flex-1 rounded-control border border-line-control bg-surface px-2.5 py-1.5 text-body outline-none placeholder:text-muted focus-visible:border-accent pointer-coarse:h-11"
        />
        <Base.SkinToneSelector className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-xl hover:bg-surface-hover pointer-coarse:size-11" />
      </div>
      <Base.Viewport className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none">
        <Base.Loading className="absolute inset-0 flex items-center justify-center text-muted">
          Loading…
        </Base.Loading>
        <Base.Empty className="absolute inset-0 flex items-center justify-center text-muted">
          No emoji found.
        </Base.Empty>
        <Base.List className="pb-1 select-none" components={pieces} />
      </Base.Viewport>
    </Base.Root>
  );
}

const pieces: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-surface-raised px-2 pt-2 pb-1 text-meta font-semibold text-muted">
      {category.label}
    </div>
  ),
  // ARIA counts rows and columns from 1.
  Row: ({ 'aria-rowindex': index = 0, ...rest }) => (
    <div {...rest} aria-rowindex={index + 1} className="px-1" />
  ),
  Emoji: ({ emoji, 'aria-colindex': index = 0, ...rest }) => (
    <button
      {...rest}
      role="gridcell"
      aria-colindex={index + 1}
      className="inline-flex size-11 items-center justify-center rounded-control text-xl data-active:bg-surface-hover"
    >
      {emoji.emoji}
    </button>
  ),
};
