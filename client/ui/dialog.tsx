import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';

import { IconButton } from './icon-button.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes afterwards, when what opened it may be gone by then. */
  finalFocus?: () => HTMLElement | null;
};

/** A modal card; the whole screen on a phone. Focus goes in, stays in, and returns to what opened it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  initialFocus,
  finalFocus,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          {...(finalFocus ? { finalFocus } : {})}
          className={`fixed inset-0 flex flex-col bg-surface-raised p-5 shadow-float transition
            data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0
            tablet:inset-auto tablet:start-1/2 tablet:top-[10vh] tablet:max-h-[80vh] tablet:w-[28rem] tablet:-translate-x-1/2 tablet:rounded-card
            rtl:tablet:translate-x-1/2`}
        >
          <div className="mb-4 flex items-start justify-between gap-3">
            <div>
              <Base.Title className="text-title font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon={X} label="Close" className="-me-2 -mt-1" />} />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
