import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cores } from './cores.ts';
import type { Databases } from './databases.ts';
import type { Goal, Verdict } from './goals.ts';
import { judge } from './goals.ts';
import { outputFolder } from './output.ts';
import { type Place, placesOf } from './profile.ts';
import { type Canary, type Contestant, interleave, type Round, undisturbed } from './rounds.ts';
import { type Program, type Server, startServer } from './server.ts';
import { sessionSecret } from './world.ts';

export interface Settings {
  quick: boolean;
  rounds: number;
  /** Tells where Parley's CPU goes, in the place of figures, which are then worth little. */
  profile: boolean;
  /** Only those whose name holds this are measured: for looking at one of them, not for comparing. */
  only: string;
  /** Undefined: the bus of a single instance. */
  redisUrl: string | undefined;
}

/** A figure as it is printed. */
export interface Column {
  figure: string;
  label: string;
  digits: number;
}

/** Contestants beside each other, and what came of it. */
export interface Comparison {
  title: string;
  columns: Column[];
  rounds: Round[];
  kept: boolean[];
  verdicts: Verdict[];
  notes: string[];
  /** Of Parley, where profiles were asked for: where its CPU went. */
  profiles: Profile[];
}

export interface Profile {
  name: string;
  places: Place[];
}

interface Comparing {
  title: string;
  columns: Column[];
  contestants: Contestant[];
  canary: Canary;
  goals: Goal[];
  notes?: string[];
}

/** What a workload is given: servers and databases that end with it, and the way rounds are run. */
export class Bench {
  readonly settings: Settings;
  readonly cores: Cores | null;
  readonly databases: Databases;
  readonly folder: string;
  readonly tell: (line: string) => void;
  #parley: Server | undefined;
  /** Files, by what was measured and of whom. */
  readonly #profiles = new Map<string, Map<string, string>>();
  readonly #closing: (() => Promise<void> | void)[] = [];

  constructor(given: Pick<Bench, 'settings' | 'cores' | 'databases' | 'folder' | 'tell'>) {
    this.settings = given.settings;
    this.cores = given.cores;
    this.databases = given.databases;
    this.folder = given.folder;
    this.tell = given.tell;
  }

  /** Ended with the workload, the last first. */
  onClose(close: () => Promise<void> | void): void {
    this.#closing.unshift(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0)) {
      await Promise.resolve(close()).catch((error: unknown) =>
        this.tell(`could not be ended: ${String(error)}`),
      );
    }
  }

  async start(program: Program): Promise<Server> {
    const server = await startServer(program, { core: this.cores?.server, folder: this.folder });
    this.onClose(() => server.stop());
    return server;
  }

  /** Parley itself, as it is shipped. */
  async startParley(databaseUrl: string): Promise<Server> {
    const env = {
      DATABASE_URL: databaseUrl,
      REDIS_URL: this.settings.redisUrl ?? '',
      SESSION_SECRET: sessionSecret,
      RATE_LIMITS: 'off',
      DATABASE_REPLICA_URLS: '',
      PUBLIC_URL: '',
    };
    this.#parley = await this.start({ file: 'server/dist/main.js', env });
    return this.#parley;
  }

  async compare({ title, columns, contestants, canary, goals, notes = [] }: Comparing): Promise<Comparison> {
    this.tell(title);
    const { only, rounds: count } = this.settings;
    const measured = contestants
      .filter(({ name }) => name.includes(only))
      .map((each) => this.#watched(title, each));
    const rounds = await interleave(measured, count, this.tell);
    const kept = only === '' ? undisturbed(rounds, canary) : rounds.map(() => true);
    const calm = rounds.filter((_round, index) => kept[index]);
    const verdicts = goals.map((goal) => judge(goal, calm));
    const profiles = [...(this.#profiles.get(title) ?? [])].map(([name, file]) => ({
      name,
      places: placesOf(JSON.parse(readFileSync(file, 'utf8'))),
    }));
    return { title, columns, rounds, kept, verdicts, notes, profiles };
  }

  #watched(title: string, { name, measure }: Contestant): Contestant {
    const parley = this.#parley;
    if (!parley || !name.startsWith('Parley')) return { name, measure };
    return { name, measure: () => this.profiled({ title, name }, parley, measure) };
  }

  /** What is measured of Parley: with --profile, it leaves a profile, in the end of the last time. */
  async profiled<Result>(
    { title, name }: { title: string; name: string },
    parley: Server,
    work: () => Promise<Result>,
  ): Promise<Result> {
    if (!this.settings.profile) return work();
    const file = join(outputFolder, `${`${name} ${title}`.replaceAll(/\W+/g, '-')}.cpuprofile`);
    const files = this.#profiles.get(title) ?? new Map<string, string>();
    this.#profiles.set(title, files.set(name, file));
    await parley.profile();
    const result = await work();
    await parley.profile(file);
    return result;
  }
}

export interface Workload {
  number: number;
  title: string;
  run(bench: Bench): Promise<Comparison[]>;
}
