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

/** Just when it is done and nobody has heard so; anywhere where no statement says so by itself. */
export const behindTheCommit = (said: readonly string[]): Kill => {
  const at = said.lastIndexOf('COMMIT') + 1;
  return at > 0 ? { at, how: 'cut behind' } : anywhere(said);
};

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
    close: () => hand.end(),
  };
}
