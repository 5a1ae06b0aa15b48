import { LogOut } from 'lucide-react';
import { useState } from 'react';

import { homePlace, useNavigate } from '../app/places.ts';
import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { useGroupPeopleQuery } from '../generated/graphql.ts';
import { BansButton } from '../group-settings/bans-button.tsx';
import { GroupEnd } from '../group-settings/group-end.tsx';
import { GroupRules } from '../group-settings/group-rules.tsx';
import { useGroupKeeping } from '../group-settings/use-group-keeping.ts';
import { InviteSection } from '../invites/invite-section.tsx';
import { PictureField } from '../pictures/picture-field.tsx';
import { threadFace } from '../threads/thread-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { GroupName } from './group-name.tsx';
import { GroupPeople, PAGE } from './group-people.tsx';
import { GroupTopic } from './group-topic.tsx';
import { useGroupActions } from './use-group-actions.ts';

/** The group: its name and topic, its people, how it is set up, and the way out. */
export function GroupPanel({ thread }: { thread: ThreadRow_threadFragment }) {
  const own = thread.viewerParticipant?.role ?? 'MEMBER';
  const navigate = useNavigate();
  const { leave } = useGroupActions(thread.id);
  const { update } = useGroupKeeping(thread.id);
  const [asking, setAsking] = useState(false);
  const query = useGroupPeopleQuery({ variables: { threadId: thread.id, first: PAGE } });
  const group = query.data?.thread;
  const can = group?.viewerCan ?? null;
  const loading = !query.data && !query.error;
  // For the picture and the topic.
  const expectsButtons = loading && own !== 'MEMBER' && !thread.groupArchivedAt;

  async function leaveGroup() {
    const reason = await leave();
    if (reason === null) navigate(homePlace);
    else toast(`Couldn't leave. ${reason}`);
  }

  return (
    <div className="flex flex-col gap-5 px-5 pb-6">
      <div className="flex flex-col gap-3">
        {can?.setTopic ? (
          <PictureField
            face={threadFace(thread)}
            what="the group’s picture"
            save={(pictureId) => update({ pictureId })}
          >
            <GroupName thread={thread} can={can} />
          </PictureField>
        ) : (
          <div className="flex items-center gap-4">
            <Avatar {...threadFace(thread)} size={64} />
            <GroupName thread={thread} can={can} />
          </div>
        )}
        {expectsButtons && <Skeleton className="h-9 w-38 pointer-coarse:h-11" />}
        <GroupTopic thread={thread} can={can} />
        {expectsButtons && <Skeleton className="h-9 w-32 pointer-coarse:h-11" />}
        {thread.groupArchivedAt && (
          <p className="rounded-control bg-surface-hover px-3 py-2 text-meta text-muted">
            This group is archived for everybody: it is read, and nobody writes in it or comes in.
          </p>
        )}
      </div>
      <GroupPeople thread={thread} can={can} query={query} />
      {(can?.invite || can?.ban) && (
        <div className="flex flex-wrap gap-2">
          {can.invite && <InviteSection threadId={thread.id} />}
          {can.ban && <BansButton threadId={thread.id} />}
        </div>
      )}
      {group && can && <GroupRules group={group} can={can} />}
      {/* Not before what stands above it: it would jump from under the finger. */}
      {!loading && (
        <div className="flex flex-col items-start gap-2">
          {can && <GroupEnd thread={thread} can={can} />}
          <Button variant="quietDanger" onClick={() => setAsking(true)}>
            <LogOut aria-hidden size={18} />
            Leave group
          </Button>
        </div>
      )}
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
