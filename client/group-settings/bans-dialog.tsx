import { Ban } from 'lucide-react';
import { useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { BanRow_banFragment } from '../generated/group-settings.ts';
import { useGroupBansQuery } from '../generated/group-settings.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live-region.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { BanForm } from './ban-form.tsx';
import { useGroupKeeping } from './use-group-keeping.ts';

const PAGE = 50;

type Props = { open: boolean; onOpenChange: (open: boolean) => void; threadId: string };

export function BansDialog({ open, onOpenChange, threadId }: Props) {
  const [choosing, setChoosing] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setChoosing(false);
        onOpenChange(next);
      }}
      title="Banned people"
      description="They come in neither by a link nor by being added."
    >
      {choosing ? (
        <BanForm threadId={threadId} onDone={() => setChoosing(false)} />
      ) : (
        <>
          <Bans threadId={threadId} />
          <Button className="mt-3 self-start" onClick={() => setChoosing(true)}>
            <Ban aria-hidden size={18} />
            Ban somebody…
          </Button>
        </>
      )}
    </Dialog>
  );
}

function Bans({ threadId }: { threadId: string }) {
  const query = useGroupBansQuery({ variables: { threadId, first: PAGE } });
  // While it is read again, what was there stays on screen.
  const connection = (query.data ?? query.previousData)?.thread?.bans;
  const more = () =>
    void query
      .fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } })
      .catch((cause: unknown) => toast(wordsFor(cause)));
  if (!connection) {
    if (!query.error) return <SkeletonRows count={2} />;
    return (
      <div className="flex flex-col items-start gap-2 text-muted">
        {wordsFor(query.error)}
        <Button onClick={() => void query.refetch().catch(() => {})}>Try again</Button>
      </div>
    );
  }
  if (connection.edges.length === 0) return <p className="text-muted">Nobody is banned from this group.</p>;
  return (
    <div className="-mx-2 min-h-0 flex-1 overflow-y-auto">
      <ul>
        {connection.edges.map(({ node }) => (
          <BanRow key={node.id} threadId={threadId} ban={node} />
        ))}
      </ul>
      {connection.pageInfo.hasNextPage && (
        <Button onClick={more} className="mt-2 w-full">
          Show more
        </Button>
      )}
    </div>
  );
}

function BanRow({ threadId, ban: { user, bannedBy } }: { threadId: string; ban: BanRow_banFragment }) {
  const { unban } = useGroupKeeping(threadId);
  async function lift() {
    const reason = await unban(user.id);
    if (reason === null) announce(`${user.displayName} may come again.`);
    else toast(reason);
  }
  return (
    <li className="flex min-h-13 items-center gap-3 px-2 py-1.5">
      <Avatar id={user.id} name={user.displayName} url={user.avatarUrl} size={36} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{user.displayName}</span>
        <span className="block truncate text-meta text-muted">
          @{user.handle} · banned by {bannedBy.displayName}
        </span>
      </span>
      <Button aria-label={`Lift the ban on ${user.displayName}`} onClick={() => void lift()}>
        Lift
      </Button>
    </li>
  );
}
