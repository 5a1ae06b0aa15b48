import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { pick, random } from './random.ts';
import type { World } from './world.ts';

/** How a connection ends: by PostgreSQL's hand while a statement is under way, or cut in front of one or behind it. */
const deaths = ['terminated', 'cut in front', 'cut behind'] as const;
type Death = (typeof deaths)[number];

export interface Kill {
  /** Which statement from now on, from 1. */
  at: number;
  how: Death;
}

type Client = pg.PoolClient & { processID: number; connection: { stream: { destroy(): void } } };
type Query = (...asked: unknown[]) => unknown;

const textOf = (asked: unknown): string =>
  typeof asked === 'string' ? asked : String((asked as { text?: string }).text);

const writes = /\b(insert|update|delete|send_\w+)\b/i;

/** Just when something has come to last, and nobody has heard so: behind each commit, and behind what is written without one. */
export function behindEach(said: readonly string[]): Kill[] {
  let within = false;
  return said.flatMap((text, index): Kill[] => {
    if (text === 'BEGIN') within = true;
    if (text === 'COMMIT' || text === 'ROLLBACK') within = false;
    return text === 'COMMIT' || (!within && writes.test(text)) ? [{ at: index + 1, how: 'cut behind' }] : [];
  });
}

/** Somewhere, drawn. */
export const anywhere = (said: readonly string[]): Kill => ({
  at: 1 + random(said.length),
  how: pick(deaths),
});

/**
 * Ends the connection of some instances on which a chosen statement is said, as a server that is killed just then would
 * leave it: what is sent behind that is lost, and so may be the answer.
 */
export async function killsOf(world: World, ...others: World[]) {
  const hand = new pg.Client({ connectionString: world.url });
  hand.on('error', () => {});
  await hand.connect();
  const seen = new WeakSet<object>();
  const strikes: Promise<unknown>[] = [];
  const ended = new Set<number>();
  let said: string[] = [];
  let next: Kill | null = null;

  function listen(client: Client): void {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as Query;
    const end = () => client.connection.stream.destroy();
    client.query = ((...asked: unknown[]) => {
      said.push(textOf(asked[0]));
      const how = said.length === next?.at ? next.how : null;
      if (how) ended.add(client.processID);
      if (how === 'cut in front') end();
      if (how === 'terminated')
        strikes.push(hand.query('select pg_terminate_backend($1)', [client.processID]));
      const answer = query(...asked);
      if (how === 'cut behind') end();
      return answer;
    }) as typeof client.query;
  }
  for (const { pool } of [world, ...others]) pool.on('acquire', (client) => listen(client as Client));

  return {
    /** @returns what was done, or null where that is not known; and which statements were said */
    during: async <T>(
      kill: Kill | null,
      work: () => Promise<T>,
    ): Promise<{ done: T | null; said: string[] }> => {
      [said, next] = [[], kill];
      const done = await (kill ? work().catch(() => null) : work());
      const those = said;
      // What is said from here on is no part of it.
      [said, next] = [[], null];
      await Promise.all(strikes.splice(0));
      return { done, said: those };
    },
    /** PostgreSQL has done with the connections that were ended: whatever was to come of them is there. */
    over: async (): Promise<void> => {
      const left = 'select from pg_stat_activity where pid = any($1)';
      while ((await hand.query(left, [[...ended]])).rowCount) await setTimeout(2);
      ended.clear();
    },
    close: () => hand.end(),
  };
}
