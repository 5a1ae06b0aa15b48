import pg from 'pg';
import { Statements } from '../../prisma/statements.ts';
import type { World } from './world.ts';

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }];
}

/** Runs what it is asked, and tells what that cost by the plan that PostgreSQL keeps for all values. */
class Explaining extends Statements {
  blocks = 0;
  readonly #client: pg.PoolClient;

  constructor(pool: pg.Pool, client: pg.PoolClient) {
    super(pool);
    this.#client = client;
  }

  override async all<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    // As on the connections that serve people.
    await this.#client.query(
      `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; prepare asked as ${text}`,
    );
    const { rows } = await this.#client.query<Explained>(
      `explain (analyze, buffers, format json) execute asked (${(values as Value[]).map(literal).join(', ')})`,
    );
    await this.#client.query('deallocate asked');
    for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? [])
      this.blocks += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
    return super.all<Row>(name, text, values);
  }
}

/** @returns into how many blocks of tables and indexes PostgreSQL looked for what was asked */
export async function blocksFor(world: World, asks: (sql: Statements) => Promise<unknown>): Promise<number> {
  const client = await world.pool.connect();
  try {
    const sql = new Explaining(world.pool, client);
    await asks(sql);
    return sql.blocks;
  } finally {
    client.release(true);
  }
}

type Value = null | string | number | Date | readonly (string | number)[];

function literal(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(typeof value === 'object' ? `{${value.join(',')}}` : `${value}`);
}
