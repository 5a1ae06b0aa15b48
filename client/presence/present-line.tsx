import { formatSeen } from '../ui/format.ts';
import { usePresence } from './people.ts';

/** Whether somebody is there, in words; what else there is to say of them where that is not known. */
export function PresentLine({ userId, otherwise }: { userId: string; otherwise: string }) {
  const presence = usePresence(userId);
  if (presence?.state === 'ONLINE') return 'Online';
  if (presence?.state === 'AWAY') return 'Away';
  if (!presence?.lastSeenAt) return otherwise;
  return (
    <>
      {/* A phone has room for one of the two. */}
      <span className="max-tablet:sr-only">Last seen </span>
      {formatSeen(presence.lastSeenAt)}
    </>
  );
}
