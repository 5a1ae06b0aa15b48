import { useState } from 'react';

import type { InviteRow_inviteFragment } from '../generated/invites.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { cx } from '../ui/cx.ts';
import { toast } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { useInvites } from './use-invites.ts';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A link: its beginning, who made it, how many came, and how it ends or ended. */
export function InviteRow({ invite }: { invite: InviteRow_inviteFragment }) {
  const { revoke } = useInvites();
  const [asking, setAsking] = useState(false);
  const end = endOf(invite, useNow());
  const name = invite.url.slice(invite.url.indexOf('/i/'));

  async function confirm() {
    const done = await revoke(invite.id);
    if ('reason' in done) toast(done.reason);
  }

  return (
    <li className="flex min-h-13 items-center gap-3 py-1.5">
      <span className={cx('min-w-0 flex-1', end && 'text-muted')}>
        <span className="block truncate font-medium">
          {name}
          <span className="font-normal text-muted"> by {invite.createdBy.displayName}</span>
        </span>
        <span className="block text-meta text-muted">
          {usesOf(invite)} · {end ?? lifeOf(invite)}
        </span>
      </span>
      {end === null && (
        <Button variant="quietDanger" aria-label={`Revoke ${name}`} onClick={() => setAsking(true)}>
          Revoke
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke ${name}?`}
        confirm="Revoke"
        onConfirm={() => void confirm()}
      >
        Nobody comes in by this link any more. Who came by it stays.
      </ConfirmDialog>
    </li>
  );
}

/** Why a link does not work any more; null while it does. */
function endOf(
  { revokedAt, expiresAt, maxUses, uses }: InviteRow_inviteFragment,
  now: number,
): string | null {
  if (revokedAt !== null) return 'revoked';
  if (maxUses !== null && uses >= maxUses) return 'used up';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : null;
}

function usesOf({ uses, maxUses }: InviteRow_inviteFragment): string {
  if (maxUses !== null) return `${uses} of ${maxUses} came`;
  return uses === 0 ? 'Nobody came yet' : `${uses} came`;
}

function lifeOf({ expiresAt }: InviteRow_inviteFragment): string {
  return expiresAt === null ? 'no end' : `until ${moment.format(new Date(expiresAt))}`;
}
