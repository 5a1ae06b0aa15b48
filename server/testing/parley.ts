import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../prisma/testing.ts';
import { createApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import type { Instance } from '../instance.ts';
import { createLogger } from '../logger.ts';
import { Browser, type Person } from './person.ts';

/** A whole server on a port of its own. */
export interface Parley {
  url: string;
  instance: Instance;
  database: TestDatabase;
  dataDir: string;
  /** Everything that was logged, as it was written. */
  log(): string;
  browser(): Browser;
  /** Somebody who is signed in. */
  person(): Promise<Person>;
  people(count: number): Promise<Person[]>;
  stop(): Promise<void>;
}

interface Options {
  settings?: Record<string, string>;
  /** That of another instance, which then drops it. */
  database?: TestDatabase;
}

const defaults = {
  PORT: '0',
  NODE_ENV: 'test',
  RATE_LIMITS: 'off',
  LOG_LEVEL: 'trace',
  // Two files run beside each other, each with several instances, on a server that takes a hundred connections.
  DATABASE_CONNECTIONS: '10',
  SESSION_SECRET: 'Zm9yLXRlc3RzLW9ubHktYS1zZWNyZXQtMDEyMzQ1Njc4OQ',
};

export async function startParley({ settings = {}, database: shared }: Options = {}): Promise<Parley> {
  const database = shared ?? (await freshDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-wire-'));
  const lines: string[] = [];
  const config = parseConfig({ ...defaults, DATA_DIR: dataDir, ...settings });
  const logger = createLogger(config, { write: (line) => void lines.push(line) });
  const app = await createApp(config, database.url, logger);
  const url = `http://localhost:${await app.start()}`;
  const browser = () => new Browser(url);
  return {
    url,
    instance: app.instance,
    database,
    dataDir,
    log: () => lines.join(''),
    browser,
    person: () => browser().signUp(),
    people: (count) => Promise.all(Array.from({ length: count }, () => browser().signUp())),
    stop: async () => {
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (!shared) await database.drop();
    },
  };
}
