import type { Role } from '../generated/graphql.ts';

/** What the panel offers to whom. The server decides; this only spares people buttons that it would refuse. */
export const canRename = (own: Role) => own !== 'MEMBER';
export const canAdd = (own: Role) => own !== 'MEMBER';
export const canInvite = (own: Role) => own !== 'MEMBER';
export const canSetRole = (own: Role) => own === 'OWNER';
export const canRemove = (own: Role, other: Role) =>
  own === 'OWNER' || (own === 'ADMIN' && other === 'MEMBER');
