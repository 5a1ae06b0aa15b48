import { Ellipsis } from 'lucide-react';
import { lazy, Suspense } from 'react';

import type { Message } from '../messages/list/row.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';

const MessageMenu = lazy(async () => ({ default: (await import('./message-menu.tsx')).MessageMenu }));

interface Props {
  readonly message: Message;
  /** So that what the button stands in stays while one chooses. */
  readonly onOpenChange: (open: boolean) => void;
}

/** Leads to what is done with a message less often. */
export function MoreButton({ message, onOpenChange }: Props) {
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label="More actions" side="top" />}
      onOpenChange={onOpenChange}
    >
      <Suspense fallback={<div className="h-36" />}>
        <MessageMenu message={message} />
      </Suspense>
    </Menu>
  );
}
