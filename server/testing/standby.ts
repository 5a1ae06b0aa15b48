import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { type Account, databaseAccount } from '../embedded/account.ts';
import { type Binaries, findBinaries } from '../embedded/binaries.ts';
import { type Cluster, openCluster } from '../embedded/cluster.ts';
import { run } from '../embedded/command.ts';
import { startPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { databaseUrl, socketFolder, socketPort } from '../embedded/socket.ts';

/** Whatever is asked is written down. */
const settings = { log_statement: 'all' };

const name = 'parley-standby-test';
const patienceMs = 3000;

/** A PostgreSQL of one's own, which can be killed and started again. */
export class Postgres {
  readonly #programs: { binaries: Binaries; account: Account | undefined };
  readonly #cluster: Cluster;
  readonly #socket: string;
  readonly #settings: Readonly<Record<string, string>>;
  #pid = 0;
  /** How much of its log has been looked at. */
  #looked = 0;

  constructor(
    programs: { binaries: Binaries; account: Account | undefined },
    cluster: Cluster,
    socket: string,
    more: Readonly<Record<string, string>> = {},
  ) {
    this.#programs = programs;
    this.#cluster = cluster;
    this.#socket = socket;
    this.#settings = { ...settings, ...more };
  }

  /** The path of its socket. */
  get path(): string {
    return join(this.#socket, `.s.PGSQL.${socketPort}`);
  }

  url(role: 'parley' | 'postgres', database: string): string {
    return databaseUrl({ kind: 'socket', folder: this.#socket, port: socketPort }, role, database);
  }

  async begin(): Promise<void> {
    const { pid } = await startPostmaster({
      ...this.#programs,
      cluster: this.#cluster,
      name,
      endpoint: { kind: 'socket', folder: this.#socket, port: socketPort },
      settings: this.#settings,
      logPath: this.#logPath,
    });
    this.#pid = pid;
  }

  /** At once, and all connections to it. */
  async kill(): Promise<void> {
    process.kill(this.#pid, 'SIGQUIT');
    await this.#end();
  }

  async stop(): Promise<void> {
    if (this.#pid !== 0) await this.#end();
    await rmdir(this.#socket);
  }

  /** Asked as its superuser. */
  async ask<Row extends pg.QueryResultRow>(sql: string, database = 'parley'): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url('postgres', database) });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** The tables whose rows it was asked for since this was last called, but for what the servers look at all the time. */
  async tablesRead(): Promise<Set<string>> {
    const log = await readFile(this.#logPath, 'utf8');
    const asked = log.slice(this.#looked).matchAll(/ FROM (?:"public"\.)?"(\w+)"/gi);
    this.#looked = log.length;
    return new Set([...asked].map(([, table = '']) => table).filter((table) => table !== 'LogEpoch'));
  }

  get #logPath(): string {
    return `${this.#cluster.folder}.log`;
  }

  async #end(): Promise<void> {
    await stopPostmaster(
      { folder: this.#cluster.folder, name, pid: this.#pid },
      this.#programs.binaries,
      patienceMs,
    );
    this.#pid = 0;
  }
}

/** A PostgreSQL with the schema on it, and another that follows it by streaming replication. */
export interface Pair {
  primary: Postgres;
  standby: Postgres;
  /** Ends both, and leaves nothing behind. */
  stop(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const home = await mkdtemp(join(tmpdir(), 'parley-standby-'));
  const folders = { primary: join(home, 'primary'), standby: join(home, 'standby') };
  const account = await databaseAccount(folders.primary);
  const binaries = await findBinaries(account);
  const programs = { binaries, account };
  const socket = () => socketFolder(randomBytes(6).toString('hex'), account);
  const sockets = { primary: await socket(), standby: await socket() };

  const cluster = await openCluster(folders.primary, binaries, account);
  // One that was never started is a base backup as it lies: everything else comes by streaming.
  const { code, output } = await run('cp', ['-a', folders.primary, folders.standby], undefined);
  if (code !== 0) throw new Error(`The cluster could not be copied: ${output}`);
  await writeFile(join(folders.standby, 'standby.signal'), '');

  const primary = new Postgres(programs, cluster, sockets.primary, { fsync: 'off' });
  const standby = new Postgres(
    programs,
    await openCluster(folders.standby, binaries, account),
    sockets.standby,
    { primary_conninfo: `host=${sockets.primary} port=${socketPort} user=postgres` },
  );
  await primary.begin();
  await standby.begin();
  await primary.ask('create role parley login', 'postgres');
  await primary.ask('create database parley owner parley', 'postgres');
  await migrate(primary.url('parley', 'parley'));
  return {
    primary,
    standby,
    stop: async () => {
      await standby.stop();
      await primary.stop();
      await rm(home, { recursive: true });
    },
  };
}
