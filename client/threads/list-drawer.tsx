import { Dialog as Base } from '@base-ui/react/dialog';

import { ThreadList } from './thread-list.tsx';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** On a tablet the list slides in over the conversation. */
export function ListDrawer({ open, onOpenChange }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 desktop:hidden" />
        <Base.Popup className="fixed inset-y-0 start-0 flex w-80 max-w-[85vw] bg-surface-sunken shadow-float transition data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full desktop:hidden">
          <Base.Title className="sr-only">Conversations</Base.Title>
          <ThreadList className="flex w-full" onOpen={() => onOpenChange(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
