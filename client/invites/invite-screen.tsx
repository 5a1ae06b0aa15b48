import { Link2Off, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';

import { homePlace, threadPlace, useNavigate } from '../app/places.ts';
import { wordsFor } from '../apollo/words.ts';
import { useInvitePreviewQuery } from '../generated/invites.ts';
import { countOfPeople } from '../threads/count-of-people.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useInvites } from './use-invites.ts';
import { whyNot } from './why-not.ts';

/** Where an invite link leads for who is signed in: to its group, by way of a look at it. */
export function InviteScreen({ token }: { readonly token: string }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useInvitePreviewQuery({ variables: { token }, fetchPolicy: 'no-cache' });
  const { accept } = useInvites();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const invite = data?.invite;

  const there = invite?.threadId;
  useEffect(() => {
    if (there) navigate(threadPlace(there), { replace: true });
  }, [there, navigate]);

  async function join() {
    setBusy(true);
    const entered = await accept(token);
    setBusy(false);
    if ('threadId' in entered) navigate(threadPlace(entered.threadId), { replace: true });
    else setReason(entered.reason);
  }

  return (
    <div className="h-full flex-1">
      {invite && !there ? (
        <EmptyState
          icon={Users}
          title={`Join ${invite.groupName}?`}
          action={
            <div className="flex flex-col items-center gap-3">
              <Button variant="primary" busy={busy} onClick={() => void join()}>
                Join the group
              </Button>
              <Link
                to={homePlace}
                className="inline-flex min-h-9 items-center text-muted underline underline-offset-4 pointer-coarse:min-h-11"
              >
                Not now
              </Link>
            </div>
          }
        >
          {countOfPeople(invite.participantCount)}
          <p role="alert" className="mt-2 text-danger-text">
            {reason}
          </p>
        </EmptyState>
      ) : invite === null ? (
        <EmptyState
          icon={Link2Off}
          title="This invite link doesn't work"
          action={
            <Link to={homePlace} className="font-medium text-accent-text underline underline-offset-4">
              Back to your conversations
            </Link>
          }
        >
          {whyNot}
        </EmptyState>
      ) : error ? (
        <EmptyState
          title="The invite didn't load"
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        >
          {wordsFor(error)}
        </EmptyState>
      ) : (
        <div aria-busy className="flex h-full flex-col items-center justify-center gap-3">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      )}
    </div>
  );
}
