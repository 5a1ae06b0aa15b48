import { useState } from 'react';

import type { Person_userFragment } from '../generated/graphql.ts';
import { PeoplePicker } from '../people/people-picker.tsx';
import { FormError } from '../session/form-error.tsx';
import { useViewer } from '../session/viewer.ts';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-region.tsx';
import { useGroupKeeping } from './use-group-keeping.ts';

type Props = { threadId: string; onDone: () => void };

/** Bans whoever is chosen, whether they are in the group, have left it, or never were. */
export function BanForm({ threadId, onDone }: Props) {
  const { ban } = useGroupKeeping(threadId);
  const viewer = useViewer();
  const [people, setPeople] = useState<readonly Person_userFragment[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** One after the other: whoever could not be banned stays in the field, with the reason. */
  async function submit() {
    setBusy(true);
    let refused: string | null = null;
    for (const person of people) {
      refused = await ban(person.id);
      if (refused !== null) break;
      announce(`${person.displayName} is banned.`);
      setPeople((left) => left.filter(({ id }) => id !== person.id));
    }
    setBusy(false);
    setReason(refused);
    if (refused === null) onDone();
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
      <FormError>{reason}</FormError>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="danger" busy={busy} disabled={people.length === 0}>
          {people.length > 1 ? `Ban ${people.length} people` : 'Ban from the group'}
        </Button>
      </div>
    </form>
  );
}
