import { CursorSeal } from '../../schema/log/cursor.ts';
import type { Evidence, LoggedEvent, StoredMessage } from './checker/evidence.ts';
import { database } from './lab.ts';
import type { Postgres } from './postgres.ts';

/** What the database holds when all is over, read past every instance and proxy. */
export async function readEvidence(postgres: Postgres, founders: Set<string>): Promise<Evidence> {
  const ask = <Row extends object>(sql: string) =>
    postgres.ask<Row & Record<string, unknown>>(sql, [], database);
  const messages = await ask<StoredMessage>(
    // An edit adds words, and what was sent is one.
    `select id, "threadId" as thread, seq, split_part(body, ' ', 1) as body, "authorId" as author from "Message"`,
  );
  // As numbers: no transaction of a run comes near 2^53.
  const log = await ask<LoggedEvent>(
    `select transaction::float8 as transaction, id::float8 as id, kind::text as kind, "threadId" as thread,
       "messageId" as message, "userId" as "user" from torture_log order by transaction, id`,
  );
  const participants = await ask<{ who: string }>(
    `select "threadId" || ' ' || "userId" as who from "Participant"`,
  );
  const pruned = await ask<{ at: number; through: number }>(
    `select extract(epoch from at)::float8 * 1000 as at, through::float8 as through from torture_pruned`,
  );
  const runs = await ask<{ key: Buffer }>(`select key from torture_run`);
  const seals = runs.map(({ key }) => new CursorSeal(key));
  // Each run of PostgreSQL has its own, and what a client was told lies in few of them: the one that opened the last is tried first.
  const open = (cursor: string) => {
    for (const [index, seal] of seals.entries()) {
      const place = seal.open(cursor);
      if (!place) continue;
      seals.splice(index, 1);
      seals.unshift(seal);
      return { transaction: Number(place.transaction), id: Number(place.id) };
    }
    return null;
  };
  return {
    messages,
    log,
    founders,
    participants: new Set(participants.map(({ who }) => who)),
    open,
    pruned: pruned.map(({ at, through }) => ({ t: at - performance.timeOrigin, through })),
  };
}
