import { Text } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import type { ThreadRow_threadFragment } from '../generated/graphql.ts';
import { useGroupKeeping } from '../group-settings/use-group-keeping.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ViewerCan } from './viewer-can.ts';

const LIMIT = 250;

type Props = { thread: ThreadRow_threadFragment; can: ViewerCan | null };

/** What the group is about, and in its place the field that changes it. */
export function GroupTopic({ thread, can }: Props) {
  const [editing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field is gone: the focus returns to the button that called it.
    if (wasEditing.current && !editing) place.current?.querySelector('button')?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (!thread.topic && !can?.setTopic) return null;
  return (
    <div ref={place} className="flex flex-col items-start gap-2">
      {editing && can?.setTopic ? (
        <TopicForm thread={thread} onDone={() => setEditing(false)} />
      ) : (
        <>
          {thread.topic && (
            <p dir="auto" className="text-muted wrap-anywhere">
              {thread.topic}
            </p>
          )}
          {can?.setTopic && (
            <Button onClick={() => setEditing(true)}>
              <Text aria-hidden size={18} />
              {thread.topic ? 'Change the topic' : 'Add a topic'}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function TopicForm({ thread, onDone }: { thread: ThreadRow_threadFragment; onDone: () => void }) {
  const { update } = useGroupKeeping(thread.id);
  const [topic, setTopic] = useState(thread.topic ?? '');
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    if (topic.trim() === (thread.topic ?? '')) return onDone();
    setBusy(true);
    const refused = await update({ topic });
    setBusy(false);
    setReason(refused);
    return refused === null && onDone();
  }

  return (
    <form
      noValidate
      className="flex w-full flex-col gap-2"
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
        label="Topic of the group"
        hint="Empty for none."
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
        error={reason}
        maxLength={LIMIT}
        autoFocus
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
