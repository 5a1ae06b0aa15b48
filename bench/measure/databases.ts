import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { withDatabase } from '../../prisma/testing.ts';
import { startEmbedded } from '../../server/embedded/embedded.ts';

/** Servers of several contestants hold connections at once. */
const connections = '200';

/** Databases of the bench's own, beside whatever else the PostgreSQL holds, and dropped in the end. */
export class Databases {
  readonly kind: 'embedded' | 'external';
  readonly #admin: pg.Client;
  readonly #url: string;
  readonly #stop: () => Promise<void>;
  readonly #names: string[] = [];
  #count = 0;

  private constructor(kind: Databases['kind'], url: string, admin: pg.Client, stop: () => Promise<void>) {
    this.kind = kind;
    this.#url = url;
    this.#admin = admin;
    this.#stop = stop;
  }

  /** On the PostgreSQL of an address, else on an embedded one with the durability of production. */
  static async open(url: string | undefined, folder: string): Promise<Databases> {
    if (url !== undefined) return new Databases('external', url, await connected(url), async () => {});
    const log = { info: () => {}, warn: console.warn, error: console.error };
    const embedded = await startEmbedded(join(folder, 'data'), log, { max_connections: connections });
    return new Databases('embedded', embedded.adminUrl, await connected(embedded.adminUrl), embedded.stop);
  }

  get version(): Promise<string> {
    return this.#admin
      .query<{ version: string }>(`select current_setting('server_version') as version`)
      .then(({ rows }) => rows[0]?.version ?? '');
  }

  /** What it is set to that a commit's safety and its price hang on. */
  get durability(): Promise<string> {
    return this.#admin
      .query<{ set: string }>(
        `select string_agg(name || ' ' || setting, ', ' order by name) as set from pg_settings
         where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
      )
      .then(({ rows }) => rows[0]?.set ?? '');
  }

  get connectionsAtMost(): Promise<number> {
    return this.#admin
      .query<{ most: number }>(`select current_setting('max_connections')::int as most`)
      .then(({ rows }) => rows[0]?.most ?? 0);
  }

  /** Migrated and empty. */
  async create(name: string): Promise<string> {
    const url = await this.#make(name, 'template0');
    await migrate(url);
    return url;
  }

  /** A copy of one that nobody is connected to. */
  async copy(url: string, name: string): Promise<string> {
    return this.#make(name, new URL(url).pathname.slice(1));
  }

  /** Those that a workload has made. */
  async drop(): Promise<void> {
    for (const name of this.#names.splice(0))
      await this.#admin.query(`drop database if exists ${name} with (force)`);
  }

  async close(): Promise<void> {
    await this.drop();
    await this.#admin.end();
    await this.#stop();
  }

  async #make(purpose: string, template: string): Promise<string> {
    this.#count += 1;
    const name = `parley_bench_${process.pid}_${this.#count}_${purpose}`;
    await this.#admin.query(`create database ${name} template ${template} encoding UTF8`);
    this.#names.push(name);
    return withDatabase(this.#url, name);
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Some statements on a connection of their own. */
export async function onDatabase<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connected(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
