import pg from 'pg';
import type { Prisma } from './client/client.ts';

type Parser = (value: string) => unknown;

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
const fallback = (oid: number, format?: 'text' | 'binary') => pg.types.getTypeParser(oid, format) as Parser;
const anyMoment = fallback(TIMESTAMPTZ);

/** What PostgreSQL writes the engine reads itself, in a third of the time; but for `infinity` and the like. */
function moment(text: string): unknown {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? anyMoment(text) : date;
}

/** As the typed client gives them: a bigint for int8, whose every value a number could not hold. */
const parsers = new Map<number, Parser>([
  [INT8, BigInt],
  [TIMESTAMPTZ, moment],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || fallback(oid, format),
};

/**
 * A table's columns by their names. What `*` stands for changes when a migration adds one, and a statement that was prepared
 * before it, by an instance that still runs, would fail from then on.
 * @param fields as the typed client names them: `Prisma.MessageScalarFieldEnum`
 */
export const columnsOf = (fields: Readonly<Record<string, string>>, table: string): string =>
  Object.values(fields)
    .map((field) => `${table}."${field}"`)
    .join(', ');

/**
 * Prepared statements on the pool that the typed client uses, too: for what every message and every connection asks, where
 * building a query costs several times what the database takes to answer it.
 */
export class Statements {
  readonly #pool: pg.Pool;
  readonly #onDone: (ms: number, name: string) => void;

  /** @param onDone told how long each took, those that failed too: for the metrics */
  constructor(pool: pg.Pool, onDone: (ms: number, name: string) => void = () => {}) {
    this.#pool = pool;
    this.#onDone = onDone;
  }

  /**
   * @param name one for each text: a connection that has seen it is not told the text again
   * @returns rows as the typed client would give them
   */
  async all<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#ask<Row>(name, { name, text, values: [...values], types });
  }

  /**
   * A statement that is put together for what is asked, and planned for it: where one plan for all values would be a bad one.
   * @param name what it is for, in the metrics
   */
  async planned<Row>(name: string, { text, values }: Pick<Prisma.Sql, 'text' | 'values'>): Promise<Row[]> {
    return this.#ask<Row>(name, { text, values, types });
  }

  async #ask<Row>(name: string, question: pg.QueryConfig): Promise<Row[]> {
    const began = performance.now();
    try {
      const { rows } = await this.#pool.query(question);
      return rows as Row[];
    } finally {
      this.#onDone(performance.now() - began, name);
    }
  }
}

/** Who asks need not know over which connections. */
export type Sql = Pick<Statements, 'all' | 'planned'>;
