import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { threadName } from '../threads/thread-name.ts';
import { useGroupActions } from './use-group-actions.ts';
import type { ViewerCan } from './viewer-can.ts';

type Props = { thread: ThreadRow_threadFragment; can: ViewerCan | null };

/** The name, and in its place the field that changes it. */
export function GroupName({ thread, can }: Props) {
  const [editing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field is gone: the focus returns to the pencil that called it.
    if (wasEditing.current && !editing) place.current?.querySelector('button')?.focus();
    wasEditing.current = editing;
  }, [editing]);
  return (
    <div ref={place} className="flex min-w-0 flex-1 items-center gap-3">
      {editing ? (
        <NameForm thread={thread} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="min-w-0 flex-1 text-title font-semibold break-words">{threadName(thread)}</p>
          {can?.rename && <IconButton icon={Pencil} label="Rename group" onClick={() => setEditing(true)} />}
        </>
      )}
    </div>
  );
}

function NameForm({ thread, onDone }: { thread: ThreadRow_threadFragment; onDone: () => void }) {
  const { rename } = useGroupActions(thread.id);
  const [name, setName] = useState(thread.name ?? '');
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    if (name.trim() === thread.name) return onDone();
    setBusy(true);
    const refused = name.trim() === '' ? 'A group needs a name.' : await rename(name);
    setBusy(false);
    setReason(refused);
    return refused === null && onDone();
  }

  return (
    <form
      noValidate
      className="flex min-w-0 flex-1 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Esc leaves the field, not the panel.
        event.preventDefault();
        onDone();
      }}
    >
      <TextField
        label="Name of the group"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={reason}
        maxLength={100}
        autoFocus
        onFocus={(event) => event.target.select()}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
