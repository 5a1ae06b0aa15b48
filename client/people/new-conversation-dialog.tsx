import { useState } from 'react';

import { threadPlace, useNavigate } from '../app/places.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { useViewer } from '../session/viewer.ts';
import { FormError } from '../session/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { useStartThread } from './use-start-thread.ts';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** One person makes a direct conversation, several make a group. */
export function NewConversationDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="New conversation">
      <Form onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [people, setPeople] = useState<readonly Person_userFragment[]>([]);
  const [name, setName] = useState('');
  const { start, reasons, busy } = useStartThread();
  const isGroup = people.length > 1;

  async function submit() {
    const threadId = await start(people, name);
    if (threadId === null) return;
    onDone();
    navigate(threadPlace(threadId));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (people.length > 0) void submit();
      }}
      className="flex min-h-0 flex-1 flex-col gap-4"
    >
      <PeoplePicker chosen={people} onChange={setPeople} without={new Set([viewer.id])} />
      {isGroup && (
        <TextField
          label="Name of the group"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={reasons.fields['name']}
          maxLength={100}
          required
        />
      )}
      <FormError>{reasons.fields['participantIds'] ?? reasons.form}</FormError>
      <Button type="submit" variant="primary" busy={busy} disabled={people.length === 0} className="min-h-10">
        {isGroup ? `Make a group of ${people.length + 1}` : 'Start the conversation'}
      </Button>
    </form>
  );
}
