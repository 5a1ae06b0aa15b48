import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../prisma/client/client.ts';
import { Statements } from '../../prisma/statements.ts';
import type { Reader } from '../../schema/context.ts';

/** Connections to one database, outside of any server. */
export function openReader(url: string): Reader & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    sql: new Statements(pool),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
