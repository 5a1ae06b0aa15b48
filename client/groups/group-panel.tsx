import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useState } from 'react';

import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { InviteSection } from '../invites/invite-section.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { GroupName } from './group-name.tsx';
import { GroupPeople } from './group-people.tsx';
import { canInvite } from './permissions.ts';
import { useGroupActions } from './use-group-actions.ts';

/** The group: its name, its people, and the way out. */
export function GroupPanel({ thread }: { thread: ThreadRow_threadFragment }) {
  const own = thread.viewerParticipant?.role ?? 'MEMBER';
  const navigate = useNavigate();
  const { leave } = useGroupActions(thread.id);
  const [asking, setAsking] = useState(false);

  async function leaveGroup() {
    const reason = await leave();
    if (reason === null) await navigate({ to: '/' });
    else toast(`Couldn't leave. ${reason}`);
  }

  return (
    <div className="flex flex-col gap-5 px-5 pb-6">
      <GroupName thread={thread} own={own} />
      <GroupPeople thread={thread} own={own} />
      {canInvite(own) && <InviteSection threadId={thread.id} />}
      <Button variant="quietDanger" onClick={() => setAsking(true)} className="self-start">
        <LogOut aria-hidden size={18} />
        Leave group
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Leave ${thread.name ?? 'this group'}?`}
        confirm="Leave group"
        onConfirm={() => void leaveGroup()}
      >
        {own === 'OWNER' && thread.participantCount > 1
          ? 'You own this group: the longest-standing admin follows you, or else the longest-standing member. Somebody has to add you to come back.'
          : 'You no longer see it, and somebody has to add you to come back.'}
      </ConfirmDialog>
    </div>
  );
}
