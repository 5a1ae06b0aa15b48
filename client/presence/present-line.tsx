import { formatSeen } from '../ui/format.ts';
import { usePresence } from './people.ts';

/** Whether somebody is there, in words; what else there is to say of them where that is not known. */
export function PresentLine({ userId, otherwise }: { userId: string; otherwise: string }) {
  const presence = usePresence(userId);
  if (presence?.state === 'ONLINE') return 'Online';
  if (presence?.state === 'AWAY') return 'Away';
  return presence?.lastSeenAt ? `Last seen ${formatSeen(presence.lastSeenAt)}` : otherwise;
}
