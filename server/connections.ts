import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Logger } from 'pino';
import { PrismaClient } from '../prisma/client/client.ts';
import { Statements } from '../prisma/statements.ts';
import type { Metrics } from './metrics.ts';
import { openPool } from './pool.ts';

/** Milliseconds: a crowd waits for a connection rather than being refused, and no writer holds its locks for long. */
const transactionOptions = { maxWait: 8000, timeout: 10_000 };

/** The connections that serve people, and both ways to speak over them. */
export interface Connections {
  pool: pg.Pool;
  prisma: PrismaClient;
  sql: Statements;
  close(): Promise<void>;
}

/** @param max of them at once: whoever comes when all are in use waits for one */
export function openConnections(
  databaseUrl: string,
  max: number,
  logger: Logger,
  metrics: Metrics,
): Connections {
  const { pool, close } = openPool(databaseUrl, max, logger);
  const took = metrics.statementsOf('primary');
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions,
    // Otherwise what it says of an error holds the arguments, and they hold what people wrote.
    errorFormat: 'minimal',
    log: [{ emit: 'event', level: 'query' }],
  });
  prisma.$on('query', ({ duration }) => took(duration, 'typed'));
  return {
    pool,
    prisma,
    sql: new Statements(pool, took),
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
}
