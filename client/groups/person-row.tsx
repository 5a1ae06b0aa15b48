import { Ban, Crown, Ellipsis, Shield, UserMinus, UserRound } from 'lucide-react';
import { useState } from 'react';

import type { GroupPeople_participantFragment, Role } from '../generated/graphql.ts';
import { PresentAvatar } from '../presence/present-avatar.tsx';
import { useViewer } from '../session/viewer.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { useGroupKeeping } from '../group-settings/use-group-keeping.ts';
import { useGroupActions } from './use-group-actions.ts';
import type { ViewerCan } from './viewer-can.ts';

const titles: Record<Role, string | null> = { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: null };

type Props = { threadId: string; participant: GroupPeople_participantFragment; can: ViewerCan | null };

/** Somebody in the group, with what one may do about them. */
export function PersonRow({ threadId, participant: { user, role }, can }: Props) {
  const viewer = useViewer();
  const actions = useGroupActions(threadId);
  const { ban } = useGroupKeeping(threadId);
  const [asking, setAsking] = useState<'remove' | 'ban' | 'hand over' | null>(null);
  const isSelf = user.id === viewer.id;
  const setsRole = can?.setRoles ?? false;
  const removes = (role === 'MEMBER' && can?.removeMembers) || (role === 'ADMIN' && can?.removeAdmins);
  const bans = (role === 'MEMBER' && can?.ban) || (role === 'ADMIN' && can?.removeAdmins);

  const tell = (act: Promise<string | null>) => void act.then((reason) => reason !== null && toast(reason));

  return (
    <li className="flex min-h-13 items-center gap-3 rounded-control px-2 py-1.5">
      <PresentAvatar
        userId={isSelf ? null : user.id}
        id={user.id}
        name={user.displayName}
        url={user.avatarUrl}
        size={36}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {user.displayName}
          {isSelf && <span className="font-normal text-muted"> (you)</span>}
        </span>
        <span className="block truncate text-meta text-muted">@{user.handle}</span>
      </span>
      {titles[role] && (
        <span className="rounded-full bg-accent-quiet px-2 py-0.5 text-meta text-accent-text">
          {titles[role]}
        </span>
      )}
      {!isSelf && (setsRole || removes || bans) && (
        <Menu trigger={<IconButton icon={Ellipsis} label={`Actions for ${user.displayName}`} />}>
          {setsRole && role === 'MEMBER' && (
            <MenuItem icon={Shield} onSelect={() => tell(actions.setRole(user.id, 'ADMIN'))}>
              Make admin
            </MenuItem>
          )}
          {setsRole && role === 'ADMIN' && (
            <MenuItem icon={UserRound} onSelect={() => tell(actions.setRole(user.id, 'MEMBER'))}>
              Make member
            </MenuItem>
          )}
          {setsRole && (
            <MenuItem icon={Crown} onSelect={() => setAsking('hand over')}>
              Hand the group over…
            </MenuItem>
          )}
          {removes && (
            <MenuItem icon={UserMinus} danger onSelect={() => setAsking('remove')}>
              Remove from group…
            </MenuItem>
          )}
          {bans && (
            <MenuItem icon={Ban} danger onSelect={() => setAsking('ban')}>
              Ban from group…
            </MenuItem>
          )}
        </Menu>
      )}
      <ConfirmDialog
        open={asking === 'remove'}
        onOpenChange={() => setAsking(null)}
        title={`Remove ${user.displayName}?`}
        confirm="Remove"
        onConfirm={() => tell(actions.remove(user.id))}
      >
        They no longer see the group. What they wrote stays.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'ban'}
        onOpenChange={() => setAsking(null)}
        title={`Ban ${user.displayName}?`}
        confirm="Ban"
        onConfirm={() => tell(ban(user.id))}
      >
        They no longer see the group, and come back neither by a link nor by being added, until the ban is
        lifted. What they wrote stays.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'hand over'}
        onOpenChange={() => setAsking(null)}
        title={`Hand the group over to ${user.displayName}?`}
        confirm="Hand over"
        onConfirm={() => tell(actions.setRole(user.id, 'OWNER'))}
      >
        They become the owner and you become an admin. Only they can give it back.
      </ConfirmDialog>
    </li>
  );
}
