import { Archive, ArchiveRestore, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { homePlace, useNavigate } from '../app/places.ts';
import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import type { ViewerCan } from '../groups/viewer-can.ts';
import { countOfPeople } from '../threads/count-of-people.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { useGroupKeeping } from './use-group-keeping.ts';

type Props = { thread: ThreadRow_threadFragment; can: ViewerCan };

/** How a group comes to rest, and how it ends: for everybody, which is not one's own archive. */
export function GroupEnd({ thread, can }: Props) {
  const navigate = useNavigate();
  const { archive, unarchive, remove } = useGroupKeeping(thread.id);
  const [asking, setAsking] = useState<'archive' | 'delete' | null>(null);
  const tell = (act: Promise<string | null>) => void act.then((reason) => reason !== null && toast(reason));

  async function deleteGroup() {
    const reason = await remove();
    if (reason === null) navigate(homePlace);
    else toast(`Couldn't delete it. ${reason}`);
  }

  return (
    <>
      {can.archive && thread.groupArchivedAt === null && (
        <Button onClick={() => setAsking('archive')}>
          <Archive aria-hidden size={18} />
          Archive for everybody
        </Button>
      )}
      {can.archive && thread.groupArchivedAt !== null && (
        <Button onClick={() => tell(unarchive())}>
          <ArchiveRestore aria-hidden size={18} />
          Open the group again
        </Button>
      )}
      {can.delete && (
        <Button variant="quietDanger" onClick={() => setAsking('delete')}>
          <Trash2 aria-hidden size={18} />
          Delete for everybody
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'archive'}
        onOpenChange={() => setAsking(null)}
        title={`Archive ${thread.name ?? 'this group'} for everybody?`}
        confirm="Archive"
        onConfirm={() => tell(archive())}
      >
        Nobody writes in it any more, and nobody comes in. Everybody goes on reading it, and you can open it
        again.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={() => setAsking(null)}
        title={`Delete ${thread.name ?? 'this group'} for everybody?`}
        confirm="Delete for everybody"
        onConfirm={() => void deleteGroup()}
      >
        Everything that was said here goes, with all files and links, for{' '}
        {countOfPeople(thread.participantCount)}. It cannot be undone.
      </ConfirmDialog>
    </>
  );
}
