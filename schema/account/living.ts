import { Prisma } from '../../prisma/client/client.ts';
import type { Tx } from '../log/write.ts';

/**
 * Those of some people whose accounts are there, held so until the transaction ends: whoever deletes theirs meanwhile
 * waits, and then finds what was done with them here. In the order of their ids, so that no two wait for each other.
 */
export const living = (tx: Tx, userIds: readonly string[]): Promise<{ id: string; displayName: string }[]> =>
  tx.$queryRaw(Prisma.sql`
    select id, "displayName" from "User" where id = any(${[...userIds]}) and "deletedAt" is null
    order by id for key share`);
