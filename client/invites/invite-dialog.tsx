import { useState } from 'react';

import { FormError } from '../session/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { InviteList } from './invite-list.tsx';
import { NewLink } from './new-link.tsx';
import { useInvites } from './use-invites.ts';

type Props = { open: boolean; onOpenChange: (open: boolean) => void; threadId: string };

const HOUR = 3600;
const DAY = 24 * HOUR;

const times = [
  { value: `${7 * DAY}`, label: '7 days' },
  { value: `${DAY}`, label: '1 day' },
  { value: `${HOUR}`, label: '1 hour' },
  { value: '', label: 'Until it is revoked' },
];
const counts = [
  { value: '', label: 'Anybody' },
  { value: '1', label: '1 person' },
  { value: '10', label: '10 people' },
  { value: '100', label: '100 people' },
];

/** Makes links into a group, and shows what became of those there are. */
export function InviteDialog({ open, onOpenChange, threadId }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite by link"
      description="Whoever has a link that works can come in."
    >
      <div className="-mx-1 flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-1">
        <Form threadId={threadId} />
        <InviteList threadId={threadId} />
      </div>
    </Dialog>
  );
}

function Form({ threadId }: { threadId: string }) {
  const { create } = useInvites();
  const [seconds, setSeconds] = useState(times[0]?.value ?? '');
  const [people, setPeople] = useState('');
  const [url, setUrl] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit() {
    setBusy(true);
    const made = await create(threadId, { expiresInSeconds: numberIn(seconds), maxUses: numberIn(people) });
    setBusy(false);
    setUrl('url' in made ? made.url : null);
    setReason('url' in made ? null : made.reason);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-col gap-4"
    >
      <div className="flex gap-3">
        <SelectField
          label="Works for"
          value={seconds}
          onChange={setSeconds}
          choices={times}
          className="flex-1"
        />
        <SelectField
          label="Lets in"
          value={people}
          onChange={setPeople}
          choices={counts}
          className="flex-1"
        />
      </div>
      <FormError>{reason}</FormError>
      <Button type="submit" variant={url === null ? 'primary' : 'quiet'} busy={busy} className="min-h-10">
        {url === null ? 'Make a link' : 'Make another link'}
      </Button>
      {url !== null && <NewLink key={url} url={url} />}
    </form>
  );
}

const numberIn = (chosen: string): number | null => (chosen === '' ? null : Number(chosen));
