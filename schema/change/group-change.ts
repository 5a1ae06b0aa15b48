import type { LogEvent } from '../log/event.ts';

const kinds = {
  GROUP_CREATED: 'CREATED',
  GROUP_RENAMED: 'RENAMED',
  PARTICIPANT_ADDED: 'PARTICIPANT_ADDED',
  PARTICIPANT_REMOVED: 'PARTICIPANT_REMOVED',
  PARTICIPANT_LEFT: 'PARTICIPANT_LEFT',
  ROLE_CHANGED: 'ROLE_CHANGED',
  INVITES_CHANGED: 'INVITES_CHANGED',
  GROUP_SETTINGS_CHANGED: 'SETTINGS_CHANGED',
  GROUP_ARCHIVED: 'ARCHIVED',
  GROUP_UNARCHIVED: 'UNARCHIVED',
  BANS_CHANGED: 'BANS_CHANGED',
} as const;

const isGroupKind = (kind: string): kind is keyof typeof kinds => kind in kinds;

export function groupChangeOf({ kind }: LogEvent): (typeof kinds)[keyof typeof kinds] {
  if (isGroupKind(kind)) return kinds[kind];
  throw new Error(`${kind} is not about a group.`);
}
