import pg from 'pg';
import type { Logger } from 'pino';
import { appConnection } from './database.ts';
import { endSilent } from './silence.ts';

export interface Pool {
  pool: pg.Pool;
  close(): Promise<void>;
}

/** The connections that serve people: at most `max`. */
export function openPool(databaseUrl: string, max: number, logger: Logger): Pool {
  const pool = new pg.Pool({ ...appConnection(databaseUrl), max });
  pool.on('error', (error) => logger.warn({ err: error }, 'a database connection broke'));
  const stopWatching = endSilent(pool);
  let open = 0;
  let closed: (() => void) | undefined;
  pool.on('connect', () => {
    open += 1;
  });
  pool.on('remove', () => {
    open -= 1;
    if (open === 0) closed?.();
  });
  return {
    pool,
    // pg's own end does not wait for the connections to be gone, and a database that ends before them tells them so.
    close: async () => {
      const gone = new Promise<void>((resolve) => (closed = resolve));
      await pool.end();
      if (open > 0) await gone;
      stopWatching();
    },
  };
}
