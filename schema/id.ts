import { v7 } from 'uuid';

/** What each prefix names. An id is its prefix, "_" and a lower-case UUIDv7; it is the database key as well. */
const kinds = {
  usr: 'User',
  ses: 'Session',
  thr: 'Thread',
  par: 'Participant',
  msg: 'Message',
  inv: 'Invite',
  att: 'Attachment',
  ban: 'Ban',
} as const;

export type IdPrefix = keyof typeof kinds;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

export const newId = (prefix: IdPrefix): string => `${prefix}_${v7()}`;

/** Matches the ids of one kind: for zod and for looking at what a client sent. */
export const idPattern = (prefix: IdPrefix): RegExp => new RegExp(`^${prefix}_${uuid}$`);

const anyId = new RegExp(`^(${Object.keys(kinds).join('|')})_${uuid}$`);

/** The GraphQL type that an id names, or null for a malformed one. */
export function typeOfId(id: string): (typeof kinds)[IdPrefix] | null {
  const prefix = anyId.exec(id)?.[1];
  return prefix ? kinds[prefix as IdPrefix] : null;
}
