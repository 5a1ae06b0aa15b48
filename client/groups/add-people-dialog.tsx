import { useState } from 'react';

import type { Person_userFragment } from '../generated/graphql.ts';
import { PeoplePicker } from '../people/people-picker.tsx';
import { FormError } from '../session/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live-region.tsx';
import { useGroupActions } from './use-group-actions.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  threadId: string;
  members: ReadonlySet<string>;
};

export function AddPeopleDialog({ open, onOpenChange, threadId, members }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add people">
      <Form threadId={threadId} members={members} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = { threadId: string; members: ReadonlySet<string>; onDone: () => void };

function Form({ threadId, members, onDone }: FormProps) {
  const { add } = useGroupActions(threadId);
  const [people, setPeople] = useState<readonly Person_userFragment[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** One after the other: whoever could not be added stays in the field, with the reason. */
  async function submit() {
    setBusy(true);
    let left = people;
    let refused: string | null = null;
    for (const person of people) {
      refused = await add(person.id);
      if (refused !== null) break;
      left = left.filter((each) => each.id !== person.id);
    }
    setBusy(false);
    setPeople(left);
    setReason(refused);
    if (refused !== null) return;
    announce(people.length === 1 ? '1 person added.' : `${people.length} people added.`);
    onDone();
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
      <PeoplePicker chosen={people} onChange={setPeople} without={members} />
      <FormError>{reason}</FormError>
      <Button type="submit" variant="primary" busy={busy} disabled={people.length === 0} className="min-h-10">
        {people.length > 1 ? `Add ${people.length} people` : 'Add to the group'}
      </Button>
    </form>
  );
}
