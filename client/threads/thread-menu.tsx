import {
  Archive,
  ArchiveRestore,
  CircleDot,
  CheckCheck,
  Ellipsis,
  Pin,
  PinOff,
  Star,
  StarOff,
} from 'lucide-react';

import { homePlace, useNavigate, useOpenThread } from '../app/places.ts';
import { isArchived, isMuted } from '../apollo/folders.ts';
import type { MuteFor, ThreadRow_threadFragment } from '../generated/graphql.ts';
import { formatWhole } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuItem } from '../ui/menu.tsx';
import { threadName } from './thread-name.ts';
import { usePreferences } from './use-preferences.ts';

type Props = { thread: ThreadRow_threadFragment; className?: string; tabIndex?: number };

const mutes = [
  { value: 'OFF', label: 'Off' },
  { value: 'HOUR', label: 'For an hour' },
  { value: 'DAY', label: 'For a day' },
  { value: 'ALWAYS', label: 'Always' },
] as const satisfies { value: MuteFor; label: string }[];

/** In the year 9999. */
const isForGood = (until: string) => until.startsWith('9999');

/** How one has a thread in one's own list. */
export function ThreadMenu({ thread, ...button }: Props) {
  const { update, markRead, markUnread } = usePreferences(thread.id);
  const openId = useOpenThread();
  const navigate = useNavigate();
  const { pinned = false, favourite = false, mutedUntil } = thread.preferences ?? {};
  const lastSeq = thread.lastMessage?.seq ?? 0;
  const archived = isArchived(thread.preferences, lastSeq);
  const muted = isMuted(thread.preferences) && mutedUntil ? mutedUntil : null;

  return (
    <Menu
      trigger={<IconButton {...button} icon={Ellipsis} label={`Options of ${threadName(thread)}`} />}
      align="end"
    >
      <MenuItem icon={pinned ? PinOff : Pin} onSelect={() => void update({ pinned: !pinned })}>
        {pinned ? 'Unpin' : 'Pin to the top'}
      </MenuItem>
      <MenuItem icon={favourite ? StarOff : Star} onSelect={() => void update({ favourite: !favourite })}>
        {favourite ? 'Remove from favourites' : 'Add to favourites'}
      </MenuItem>
      {thread.unreadCount > 0 ? (
        <MenuItem icon={CheckCheck} onSelect={() => void markRead(lastSeq)}>
          Mark as read
        </MenuItem>
      ) : (
        lastSeq > 0 && (
          <MenuItem icon={CircleDot} onSelect={() => void markUnread(lastSeq)}>
            Mark as unread
          </MenuItem>
        )
      )}
      <MenuItem
        icon={archived ? ArchiveRestore : Archive}
        onSelect={() => {
          void update({ archived: !archived });
          if (!archived && thread.id === openId) navigate(homePlace);
        }}
      >
        {archived ? 'Take out of the archive' : 'Archive'}
      </MenuItem>
      <div className="my-1.5 h-px bg-line" />
      <MenuChoice
        label={muted && !isForGood(muted) ? `Muted until ${formatWhole(muted)}` : 'Mute'}
        value={muted === null ? 'OFF' : isForGood(muted) ? 'ALWAYS' : ''}
        onChange={(value) => {
          const chosen = mutes.find((each) => each.value === value);
          if (chosen) void update({ mute: chosen.value });
        }}
        choices={mutes}
      />
    </Menu>
  );
}
