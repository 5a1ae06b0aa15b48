import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { joinEmbedded } from './join.ts';
import { lastLines, shorten } from './log-file.ts';
import { fencePostmaster, stopPostmaster } from './postmaster.ts';

const fixture = fileURLToPath(new URL('./one-server.ts', import.meta.url));
/** What PostgreSQL writes into postmaster.pid elsewhere. */
const theirs = '1\n/elsewhere/postgres\n1\n5432\n/tmp\n\n\nready\n';
/** Needed on Windows alone. */
const noBinaries = { initdb: '', postgres: '', pg_ctl: '' };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let opened: { stop: () => Promise<void> }[];

// Each makes a whole cluster, some three at once, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-embedded-'));
  // Readable for the account that PostgreSQL runs as, where that is another one.
  chmodSync(folder, 0o755);
  opened = [];
});

afterEach(async () => {
  for (const database of opened.toReversed()) await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir = folder): Promise<EmbeddedPostgres> {
  const database = await startEmbedded(dataDir, quiet);
  opened.push(database);
  return database;
}

type Answer = { url: string; pid: number; adopted: boolean; refused?: string };

/** A server in a process of its own. */
async function startProcess(dataDir = folder): Promise<Answer & { child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  opened.push({
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { ...(JSON.parse(line) as Answer), child };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('is durable, keeps to its socket, and keeps what was written', async () => {
    const first = await start();
    const [settings] = await query(
      first.url,
      `select current_setting('fsync') fsync, current_setting('full_page_writes') pages, current_setting('synchronous_commit') commit,
              current_setting('listen_addresses') listen, current_setting('server_encoding') encoding, current_user as role,
              (select rolsuper from pg_roles where rolname = current_user) as super, lower('ÄÖÜ ΑΒΓ') as lower`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      listen: '',
      encoding: 'UTF8',
      role: 'parley',
      super: false,
      lower: 'äöü αβγ',
    });
    await query(
      first.url,
      `create extension pg_trgm; create extension unaccent; create extension citext;
      create table kept (word text); insert into kept values ('größe'), ('привет')`,
    );
    expect(
      await query(first.url, `select show_trgm('привет') <> '{}' as trigrams, unaccent('größe') as plain`),
    ).toEqual([{ trigrams: true, plain: 'grosse' }]);
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select word from kept order by word')).toEqual([
      { word: 'größe' },
      { word: 'привет' },
    ]);
  });

  it('lies in a folder with spaces and a path longer than a socket may have', async () => {
    const dataDir = join(folder, `it's a "data" folder $HOME`, 'x'.repeat(120));
    const database = await start(dataDir);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  });

  it('is adopted when its server was killed, and ended with the next one', async () => {
    const killed = await startProcess();
    await query(killed.url, 'create table kept (number int); insert into kept values (7)');
    await kill(killed.child);
    const next = await start();
    expect(next).toMatchObject({ adopted: true, pid: killed.pid, url: killed.url });
    expect(await query(next.url, 'select number from kept')).toEqual([{ number: 7 }]);
    await next.stop();
    await expect(query(killed.url, 'select 1')).rejects.toThrow(/ENOENT/);
  });

  it('recovers when both were killed', async () => {
    const killed = await startProcess();
    await query(killed.url, 'create table kept (number int); insert into kept values (7)');
    await kill(killed.child);
    process.kill(killed.pid, 'SIGKILL');
    const next = await start();
    expect(next.adopted).toBe(false);
    expect(next.pid).not.toBe(killed.pid);
    expect(await query(next.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('refuses a second server on the same folder, until the first one is gone', async () => {
    const first = await startProcess();
    await expect(start()).rejects.toThrow(
      `Another Parley (process ${first.child.pid}) already uses ${folder}: stop it first, or give this one another DATA_DIR.`,
    );
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await kill(first.child);
    expect((await start()).adopted).toBe(true);
  });

  it('lets one in when several start at once in an empty folder', async () => {
    const answers = await Promise.all([startProcess(), startProcess(), startProcess()]);
    expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(1);
    for (const { refused } of answers)
      if (refused !== undefined) expect(refused).toMatch(/^Another Parley \(process \d+\)/);
    expect(readdirSync(folder).toSorted()).toEqual(['parley.lock', 'postgres', 'postgres.log']);
  });

  // While it starts, PostgreSQL's file says that it is there and not yet where: without a place the address would be
  // that of any PostgreSQL on this machine's usual port, and two servers would each hold a claim of another one.
  it('goes nowhere else while one that starts has not said where it listens', async () => {
    const name = `parley-${createHash('sha256').update(join(folder, 'postgres')).digest('hex').slice(0, 12)}`;
    await (await start()).stop();
    const starting = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', `cluster_name=${name}`]);
    const ended = once(starting, 'exit');
    try {
      const started = Math.round(Date.now() / 1000);
      writeFileSync(
        join(folder, 'postgres', 'postmaster.pid'),
        `${starting.pid}\n${folder}/postgres\n${started}\n5432\n\n`,
      );
      await expect(joinEmbedded(folder)).rejects.toThrow('PostgreSQL is starting');
      const opening = start();
      await expect(Promise.race([opening, sleep(1_000)])).resolves.toBeUndefined();
      starting.kill();
      expect((await opening).adopted).toBe(false);
    } finally {
      starting.kill();
      await ended;
    }
  });

  it('waits for one that is just ending', async () => {
    const first = await startProcess();
    await query(first.url, 'create table kept (number int)');
    first.child.kill('SIGTERM');
    const second = await start();
    expect(await query(second.url, 'select from kept')).toEqual([]);
  });

  it('comes back also when the folder of its socket has gone', async () => {
    const database = await start();
    const socket = new URL(database.url).searchParams.get('host') ?? '';
    process.kill(database.pid, 'SIGKILL');
    rmSync(socket, { recursive: true });
    await expect
      .poll(() => query(database.url, 'select 1 as one').catch(() => undefined), { timeout: 60_000 })
      .toEqual([{ one: 1 }]);
  });

  it('comes back at the same address when it dies', async () => {
    const database = await start();
    const { pid } = database;
    await query(database.url, 'create table kept (number int); insert into kept values (7)');
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => query(database.url, 'select number from kept').catch(() => undefined), { timeout: 60_000 })
      .toEqual([{ number: 7 }]);
    await expect.poll(() => database.pid).not.toBe(pid);
  });

  it('ends at once when another system has the folder, and leaves that one its files', async () => {
    const database = await start();
    const file = join(folder, 'postgres', 'postmaster.pid');
    // As the other system's PostgreSQL does: a file of its own in the place of ours.
    rmSync(file);
    writeFileSync(file, theirs);
    writeFileSync(join(folder, 'parley.lock'), 'there 2\nits-token\n');
    expect((await database.lost).message).toContain('on the machine there) already uses');
    await expect(query(database.url, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
    // Gone once the system has let go of what is left of it.
    await vi.waitFor(() => expect(() => process.kill(database.pid, 0)).toThrow('ESRCH'), 30_000);
    await database.stop();
    expect(readFileSync(file, 'utf8')).toBe(theirs);
    expect(readFileSync(join(folder, 'parley.lock'), 'utf8')).toBe('there 2\nits-token\n');
    rmSync(join(folder, 'parley.lock'));
  });

  it('does not come back where another system has the folder', async () => {
    const database = await start();
    const { pid } = database;
    writeFileSync(join(folder, 'parley.lock'), 'there 2\nits-token\n');
    process.kill(pid, 'SIGKILL');
    expect((await database.lost).message).toContain('on the machine there) already uses');
    // None was started in its place, not even for a moment.
    expect(database.pid).toBe(pid);
    await database.stop();
    await expect(query(database.url, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
    rmSync(join(folder, 'parley.lock'));
  });

  it('is left to another server of this system that has the claim by now', async () => {
    const database = await start();
    const other = new pg.Client({
      connectionString: database.adminUrl,
      application_name: 'parley server 4711',
    });
    await other.connect();
    const [claim] = await query<{ pid: number; key: string }>(
      database.adminUrl,
      `select pid, (classid::bigint << 32 | objid::bigint)::text as key from pg_locks where locktype = 'advisory'`,
    );
    // It waits in front of the door, so that ours finds it shut.
    const claimed = other.query('select pg_advisory_lock($1)', [claim?.key]);
    await query(database.adminUrl, `select pg_terminate_backend(${claim?.pid})`);
    await claimed;
    expect((await database.lost).message).toContain(`Another Parley (process 4711) already uses ${folder}`);
    await database.stop();
    expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await other.end();
    expect((await start()).adopted).toBe(true);
  });

  it('is signalled under its name alone: its number may be another program’s by now', async () => {
    const program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = once(program, 'exit');
    const gone = { folder, name: 'parley-gone', pid: program.pid ?? 0 };
    await stopPostmaster(gone, noBinaries, 1_000);
    await fencePostmaster(gone, noBinaries);
    program.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('starts over the file of a killed one whose number belongs to another program by now', async () => {
    await (await start()).stop();
    writeFileSync(
      join(folder, 'postgres', 'postmaster.pid'),
      `${process.pid}\n/elsewhere\n1\n5432\n/nowhere\n\n\nready\n`,
    );
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says in its own last words why it did not start', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres', 'postgresql.auto.conf'), 'shared_buffers = lots\n');
    await expect(start()).rejects.toThrow(
      /^PostgreSQL did not start in .*invalid value for parameter "shared_buffers"/,
    );
  });

  it('leaves data of another major version alone', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(
      /was written by PostgreSQL 12, but this Parley brings 18: start the Parley that wrote it/,
    );
  });

  // For root's PostgreSQL, which runs as another user, the way to its data is barred.
  it('serves a folder that only its owner may enter', async () => {
    const dataDir = join(folder, 'private', 'data');
    mkdirSync(dataDir, { recursive: true });
    chmodSync(join(folder, 'private'), 0o700);
    const killed = await startProcess(dataDir);
    await query(killed.url, 'create table kept (number int)');
    await kill(killed.child);
    const next = await start(dataDir);
    expect(next.adopted).toBe(true);
    expect(await query(next.url, 'select from kept')).toEqual([]);
  });
});

describe("PostgreSQL's log", () => {
  it('is cut in place once it is long, with the part before kept', async () => {
    const path = join(folder, 'postgres.log');
    writeFileSync(path, 'a\nb\nc\n');
    await shorten(path, 10);
    expect(readFileSync(path, 'utf8')).toBe('a\nb\nc\n');
    await shorten(path, 5);
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('a\nb\nc\n');
    await shorten(join(folder, 'none'));
  });

  it('tells what was written since', async () => {
    const path = join(folder, 'postgres.log');
    writeFileSync(path, 'before\none\ntwo\nthree\n');
    expect(await lastLines(path, 7, 2)).toBe('two | three');
    expect(await lastLines(path, 99, 9)).toBe('before | one | two | three');
    expect(await lastLines(join(folder, 'none'), 0)).toBe('');
  });
});
