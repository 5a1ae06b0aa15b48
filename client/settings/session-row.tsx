import type { SessionRow_sessionFragment } from '../generated/settings.ts';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';

type Props = { session: SessionRow_sessionFragment; onRevoke: () => void };

/** A browser or program, and from where and when it was last used. */
export function SessionRow({ session: { device, network, current, lastSeenAt }, onRevoke }: Props) {
  return (
    <li className="flex min-h-13 items-center gap-3 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{device}</span>
        <span className="block text-meta text-muted">
          {network && <bdi>{network} · </bdi>}
          {current ? 'in use now' : <RelativeTime at={lastSeenAt} />}
        </span>
      </span>
      {current ? (
        <span className="rounded-full bg-accent-quiet px-2 py-0.5 text-meta text-accent-text">
          This device
        </span>
      ) : (
        <Button aria-label={`Sign out ${device}`} onClick={onRevoke}>
          Sign out
        </Button>
      )}
    </li>
  );
}
