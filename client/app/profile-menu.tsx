import { Bookmark, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';

import { unanswered, unsent } from '../live/connection.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { useViewer } from '../session/viewer.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Menu, MenuChoice, MenuItem } from '../ui/menu.tsx';
import { useStore } from '../ui/store.ts';
import type { Theme } from '../ui/theme.ts';
import { setTheme, useTheme } from '../ui/theme.ts';
import { savedPlace, settingsPlace, useNavigate } from './places.ts';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies { value: Theme; label: string }[];

/** Who one is, how it looks, and the way out. */
export function ProfileMenu({ side }: { side: 'right' | 'bottom' }) {
  const viewer = useViewer();
  const theme = useTheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const lost = useStore(unsent) + useStore(unanswered);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        side={side}
        align={side === 'right' ? 'end' : 'start'}
        trigger={
          <button
            type="button"
            aria-label={`${viewer.displayName}: account and settings`}
            className="inline-flex size-11 items-center justify-center rounded-full"
          >
            <Avatar id={viewer.id} name={viewer.displayName} url={viewer.avatarUrl} size={36} />
          </button>
        }
      >
        <div className="px-2.5 pt-1.5 pb-1">
          <p className="font-semibold">{viewer.displayName}</p>
          <p className="text-meta text-muted">@{viewer.handle}</p>
        </div>
        <MenuChoice
          label="Appearance"
          value={theme}
          onChange={(value) => {
            const chosen = themes.find((each) => each.value === value);
            if (chosen) setTheme(chosen.value);
          }}
          choices={themes}
        />
        <div className="my-1.5 h-px bg-line" />
        <MenuItem icon={Bookmark} onSelect={() => navigate(savedPlace)}>
          Saved messages
        </MenuItem>
        <MenuItem icon={Settings} onSelect={() => navigate(settingsPlace)}>
          Settings
        </MenuItem>
        <MenuItem icon={LogOut} onSelect={() => (lost > 0 ? setAsking(true) : void signOut())}>
          Sign out
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out and lose what isn't saved?"
        confirm="Sign out"
        onConfirm={() => void signOut()}
      >
        {lost === 1 ? "1 message or change hasn't" : `${lost} messages or changes haven't`} reached the
        server. Signing out discards them, and everything else this browser keeps for you.
      </ConfirmDialog>
    </>
  );
}
