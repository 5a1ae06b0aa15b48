import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instance } from './instance.ts';
import { clientCount, instanceCount } from './nemesis.ts';
import { copyServer, type PlantName } from './plants.ts';
import { freePort } from './ports.ts';
import { Postgres } from './postgres.ts';
import { Link } from './proxy.ts';
import { Redis } from './redis.ts';
import { mustEnd } from './stopping.ts';

/** What pages of this installation say that they come from; nobody looks it up. */
export const origin = 'http://localhost:4000';
export const database = 'torture';
const role = 'parley';
/** Nobody comes to a limit, and every operation is counted: the counting must not be in the way when Redis is not well. */
const plenty = ['signIn', 'signUp', 'mutation', 'query', 'socket']
  .map((rule) => `${rule}=99999999/60`)
  .join(',');

/** Everything that was started. All of it is ended again, whatever happens. */
export class Lab {
  readonly home: string;
  readonly postgres: Postgres;
  /** Null where no redis-server is installed. */
  readonly redis: Redis | null;
  readonly instances: Instance[];
  /** Between each client and each instance: `toInstance[client][instance]`. */
  readonly toInstance: Link[][];
  readonly toPostgres: Link[];
  readonly toRedis: Link[];

  readonly #ended: () => void;

  private constructor(
    parts: Pick<Lab, 'home' | 'postgres' | 'redis' | 'instances' | 'toInstance' | 'toPostgres' | 'toRedis'>,
  ) {
    this.home = parts.home;
    this.postgres = parts.postgres;
    this.redis = parts.redis;
    this.instances = parts.instances;
    this.toInstance = parts.toInstance;
    this.toPostgres = parts.toPostgres;
    this.toRedis = parts.toRedis;
    this.#ended = mustEnd(this);
  }

  static async open(plant: PlantName | null, clients = clientCount): Promise<Lab> {
    const home = await mkdtemp(join(tmpdir(), 'parley-torture-'));
    const undo: (() => Promise<unknown>)[] = [() => rm(home, { recursive: true, force: true })];
    try {
      await chmod(home, 0o711);
      const tree = await copyServer(join(home, 'server-copy'), plant);
      const postgres = await Postgres.start(join(home, 'database'));
      undo.push(() => postgres.stop());
      await postgres.ask(`create role ${role} login`);
      await postgres.ask(`create database ${database} owner ${role}`);
      const redis = await Redis.start();
      undo.push(async () => redis?.kill());

      const secret = randomBytes(48).toString('base64url');
      const toPostgres: Link[] = [];
      const toRedis: Link[] = [];
      const instances: Instance[] = [];
      for (let index = 0; index < instanceCount; index += 1) {
        const database_ = await Link.open(postgres.port);
        const bus = redis && (await Link.open(redis.port));
        toPostgres.push(database_);
        if (bus) toRedis.push(bus);
        instances.push(
          new Instance({
            tree,
            port: await freePort(),
            logPath: join(home, `instance-${index}.log`),
            env: {
              NODE_ENV: 'production',
              DATABASE_URL: postgres.url(role, database, database_.port),
              ...(bus && { REDIS_URL: `redis://127.0.0.1:${bus.port}` }),
              DATA_DIR: join(home, `data-${index}`),
              SESSION_SECRET: secret,
              PUBLIC_URL: origin,
              RATE_LIMITS: plenty,
              LOG_LEVEL: 'warn',
              // So that a clock that is ahead by a day makes an instance forget the log, which clients must be told.
              LOG_RETENTION_DAYS: '1',
            },
          }),
        );
      }
      const toInstance: Link[][] = [];
      for (let client = 0; client < clients; client += 1) {
        toInstance.push(await Promise.all(instances.map(({ port }) => Link.open(port))));
      }
      return new Lab({ home, postgres, redis, instances, toInstance, toPostgres, toRedis });
    } catch (error) {
      for (const step of undo.reverse()) await step().catch(() => {});
      throw error;
    }
  }

  /** The instances run, and everything that is ever logged, and what cursors were ever sealed with, is kept where the checker finds it. */
  async begin(): Promise<void> {
    const [first, ...others] = this.instances;
    first?.start();
    await first?.ready();
    await this.postgres.ask(
      `create table torture_log (like "Event");
       alter table torture_log owner to ${role};
       create function torture_keep() returns trigger language plpgsql as $$
         begin insert into torture_log select new.*; return null; end $$;
       create trigger torture_keep after insert on "Event" for each row execute function torture_keep();
       create table torture_run as select * from "LogRun";
       alter table torture_run owner to ${role};
       create function torture_keep_run() returns trigger language plpgsql as $$
         begin insert into torture_run select new.*; return null; end $$;
       create trigger torture_keep_run after insert on "LogRun" for each row execute function torture_keep_run();
       create table torture_pruned as select clock_timestamp() as at, "prunedThrough" as through from "LogEpoch";
       alter table torture_pruned owner to ${role};
       create function torture_keep_pruned() returns trigger language plpgsql as $$
         begin insert into torture_pruned select clock_timestamp(), new."prunedThrough"; return null; end $$;
       create trigger torture_keep_pruned after update on "LogEpoch" for each row execute function torture_keep_pruned()`,
      [],
      database,
    );
    for (const other of others) other.start();
    await Promise.all(others.map((other) => other.ready()));
  }

  get links(): Link[] {
    return [...this.toInstance.flat(), ...this.toPostgres, ...this.toRedis];
  }

  /** For when the process ends without time to wait. */
  quit(): void {
    for (const instance of this.instances) instance.quit();
    this.redis?.quit();
    this.postgres.quit();
  }

  end(): Promise<void> {
    return this.close(false);
  }

  /** @param keep leaves the folder for whoever wants to look */
  async close(keep: boolean): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.kill()));
    await Promise.all(this.links.map((link) => link.close()));
    await this.redis?.kill();
    await this.postgres.stop();
    this.#ended();
    if (!keep) await rm(this.home, { recursive: true, force: true });
  }
}
