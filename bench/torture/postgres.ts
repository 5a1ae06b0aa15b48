import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, databaseAccount } from '../../server/embedded/account.ts';
import { type Binaries, findBinaries } from '../../server/embedded/binaries.ts';
import { type Cluster, openCluster } from '../../server/embedded/cluster.ts';
import { startPostmaster, stopPostmaster } from '../../server/embedded/postmaster.ts';
import { freePort } from './ports.ts';

const name = 'parley-torture';

const settings = {
  unix_socket_directories: '',
  max_connections: '300',
  // Whoever commits without waiting for the disk is to lose something when this PostgreSQL ends at once. For whoever
  // waits it makes no difference: a commit writes the log itself.
  wal_writer_delay: '10s',
};

/** A PostgreSQL of one's own, from the binaries that the embedded one runs, on a port of the loopback. */
export class Postgres {
  readonly port: number;
  readonly #folder: string;
  readonly #binaries: Binaries;
  readonly #cluster: Cluster;
  readonly #account: Account | undefined;
  #pid = 0;

  private constructor(
    port: number,
    folder: string,
    binaries: Binaries,
    cluster: Cluster,
    account: Account | undefined,
  ) {
    this.port = port;
    this.#folder = folder;
    this.#binaries = binaries;
    this.#cluster = cluster;
    this.#account = account;
  }

  static async start(home: string): Promise<Postgres> {
    await mkdir(home, { recursive: true });
    const folder = join(home, 'postgres');
    const account = await databaseAccount(folder);
    const binaries = await findBinaries(account);
    const cluster = await openCluster(folder, binaries, account);
    const postgres = new Postgres(await freePort(), folder, binaries, cluster, account);
    await postgres.begin();
    return postgres;
  }

  get adminUrl(): string {
    return this.url('postgres', 'postgres');
  }

  url(role: string, database: string, port = this.port): string {
    return `postgresql://${role}@127.0.0.1:${port}/${database}`;
  }

  async begin(): Promise<void> {
    const { pid } = await startPostmaster({
      binaries: this.#binaries,
      cluster: this.#cluster,
      account: this.#account,
      name,
      endpoint: { kind: 'loopback', port: this.port, password: '' },
      settings,
      logPath: `${this.#folder}.log`,
    });
    this.#pid = pid;
  }

  /** Ends at once, as if the power of this one program failed: nothing is written down any more. */
  async end(): Promise<void> {
    process.kill(this.#pid, 'SIGQUIT');
    for (;;) {
      try {
        process.kill(this.#pid, 0);
      } catch {
        this.#pid = 0;
        return;
      }
      await sleep(5);
    }
  }

  /** Until this PostgreSQL ends, nobody writes a message or anything about a session, and so nothing is committed. */
  async hush(database: string): Promise<void> {
    const client = await this.#connect(database);
    await client.query('begin; lock table "Message", "Session" in exclusive mode');
  }

  /** Transactions that take an id and come to nothing, with so few words that PostgreSQL does not write them down at once. */
  async rollBack(database: string, count: number): Promise<void> {
    const client = await this.#connect(database);
    for (let done = 0; done < count; done += 1) {
      await client.query('begin; select txid_current(); rollback');
    }
    await client.end();
  }

  async stop(): Promise<void> {
    if (this.#pid !== 0)
      await stopPostmaster({ folder: this.#folder, name, pid: this.#pid }, this.#binaries, 3000);
    this.#pid = 0;
  }

  /** For when there is no time to wait. */
  quit(): void {
    if (this.#pid !== 0) process.kill(this.#pid, 'SIGQUIT');
  }

  /** As its superuser, past every proxy. */
  async ask<Row extends pg.QueryResultRow>(
    sql: string,
    values: unknown[] = [],
    database = 'postgres',
  ): Promise<Row[]> {
    const client = await this.#connect(database);
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async #connect(database: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url('postgres', database) });
    client.on('error', () => {});
    await client.connect();
    return client;
  }
}
