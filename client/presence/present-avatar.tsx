import type { ComponentProps } from 'react';

import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import { usePresence } from './people.ts';

type Props = ComponentProps<typeof Avatar> & {
  /** Whose presence a dot shows; null for a group. */
  userId: string | null;
};

/** A face with a dot that says whether somebody is there: full for online, a ring for away, none for neither. */
export function PresentAvatar({ userId, ...face }: Props) {
  const state = usePresence(userId)?.state;
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar {...face} />
      {(state === 'ONLINE' || state === 'AWAY') && (
        <span
          data-presence={state}
          className={cx(
            'absolute -end-0.5 -bottom-0.5 size-3.5 rounded-full border-2 border-surface bg-surface',
            'before:absolute before:inset-0 before:rounded-full',
            state === 'ONLINE' ? 'before:bg-present' : 'before:border-2 before:border-present',
          )}
        >
          <span className="sr-only">{state === 'ONLINE' ? 'Online: ' : 'Away: '}</span>
        </span>
      )}
    </span>
  );
}
