import { SmilePlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

import { IconButton } from '../ui/icon-button.tsx';

const load = () => import('./reaction-popover.tsx');
const ReactionPopover = lazy(async () => ({ default: (await load()).ReactionPopover }));

interface Props {
  readonly onPick: (emoji: string) => void;
  /** So that what the button stands in stays while one chooses. */
  readonly onOpenChange: (open: boolean) => void;
}

/** Leads to the emoji that one can react with. What it opens is fetched when somebody is about to. */
export function ReactionButton({ onPick, onOpenChange }: Props) {
  const [asked, setAsked] = useState(false);
  const trigger = (
    <IconButton
      icon={SmilePlus}
      label="Add reaction"
      side="top"
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => {
        setAsked(true);
        onOpenChange(true);
      }}
    />
  );
  if (!asked) return trigger;
  return (
    <Suspense fallback={trigger}>
      <ReactionPopover onPick={onPick} onOpenChange={onOpenChange} />
    </Suspense>
  );
}
