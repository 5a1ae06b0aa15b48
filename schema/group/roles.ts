import type { Participant, Thread } from '../../prisma/client/client.ts';
import type { Role } from '../../prisma/client/enums.ts';
import { ForbiddenError } from '../errors.ts';

/** Somebody in a thread, and the thread. */
export type Place = Participant & { thread: Thread };

interface Act {
  /** Whose roles allow it. */
  roles: readonly Role[];
  /** The setting that opens it to everybody, or keeps it from members. */
  setting?: 'whoMayPost' | 'whoMayAdd' | 'whoMayCallAll';
  /** Also in a group that is archived: what it was stays as it was, and nobody comes in. */
  whileArchived?: true;
  /** What is said to who may not. */
  refusal: string;
}

const owner = ['OWNER'] as const;
const admins = ['OWNER', 'ADMIN'] as const;
const everybody = ['OWNER', 'ADMIN', 'MEMBER'] as const;

/**
 * The table of who may do what in a group: the one place that says so, for commands, for `Thread.viewerCan`, and (in the words
 * of the database) for `send_messages` and `note_mentions`.
 *
 * Admins keep the group and its people in order day by day; what binds the admins themselves, or cannot be undone, is the
 * owner's. Who may not post does not edit either: an edit is one more way to be read. Taking words back and going away stay
 * open to everybody, whatever the settings say, and so does keeping somebody out.
 */
const may = {
  post: { roles: everybody, setting: 'whoMayPost', refusal: 'Only the owner and admins write here.' },
  callAll: {
    roles: admins,
    setting: 'whoMayCallAll',
    refusal: 'Only the owner and admins call everybody by @all.',
  },
  react: { roles: everybody, refusal: 'Everybody can react.' },
  pin: { roles: admins, refusal: 'Only the owner and admins can pin messages.' },
  deleteAnyMessage: {
    roles: admins,
    whileArchived: true,
    refusal: 'Only its author or an admin can delete a message.',
  },
  rename: { roles: admins, refusal: 'Only the owner and admins can rename the group.' },
  setTopic: { roles: admins, refusal: 'Only the owner and admins can change the topic and the picture.' },
  setRules: { roles: owner, refusal: 'Only the owner can change the group’s settings.' },
  add: { roles: admins, setting: 'whoMayAdd', refusal: 'Only the owner and admins can add people.' },
  invite: { roles: admins, refusal: 'Only the owner and admins can see to invite links.' },
  revokeInvite: {
    roles: admins,
    whileArchived: true,
    refusal: 'Only the owner and admins can see to invite links.',
  },
  removeMember: {
    roles: admins,
    whileArchived: true,
    refusal: 'Only the owner and admins can remove people.',
  },
  removeAdmin: { roles: owner, whileArchived: true, refusal: 'Only the owner can remove an admin.' },
  ban: { roles: admins, whileArchived: true, refusal: 'Only the owner and admins can ban people.' },
  banAdmin: { roles: owner, whileArchived: true, refusal: 'Only the owner can ban an admin.' },
  setRole: { roles: owner, whileArchived: true, refusal: 'Only the owner can change roles.' },
  archive: { roles: owner, whileArchived: true, refusal: 'Only the owner can archive the group.' },
  delete: { roles: owner, whileArchived: true, refusal: 'Only the owner can delete the group.' },
  leave: { roles: everybody, whileArchived: true, refusal: 'Everybody can leave.' },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof may;

/** Every act that there is. */
export const actNames = Object.keys(may) as ActName[];

/** What each of two people may do in their direct thread. */
const ofTwo = new Set<ActName>(['post', 'react', 'pin']);

/** Why somebody may not do it; null where they may. Two people of a direct thread write, react and pin, and that is all. */
function refusalOf(act: ActName, { role, thread }: Place): string | null {
  const { roles, setting, whileArchived, refusal }: Act = may[act];
  if (thread.kind === 'DIRECT') return ofTwo.has(act) ? null : 'A direct thread cannot be changed.';
  if (thread.groupArchivedAt !== null && !whileArchived) return 'This group is archived.';
  const open = setting === undefined ? roles : thread[setting] === 'EVERYBODY' ? everybody : admins;
  return open.includes(role) ? null : refusal;
}

export const isAllowed = (act: ActName, place: Place): boolean => refusalOf(act, place) === null;

/** @throws ForbiddenError */
export function assertMay(act: ActName, place: Place): void {
  const refusal = refusalOf(act, place);
  if (refusal !== null) throw new ForbiddenError(refusal);
}
