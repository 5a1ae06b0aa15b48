import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

export interface Options {
  files: string[];
  url: URL;
  /** How many times faster than the log's own clock; Infinity sends as fast as the server answers. */
  speed: number;
  seed: number;
  /** Files replayed at the same time. */
  parallel: number;
}

export const usage = `npm run replay -- FILE… [--speed N|max] [--url U] [--seed N] [--parallel N]

  FILE        an IRC log, NAME.raw.txt; replies are taken from NAME.annotation.txt beside it
  --speed     times the log's own clock, such as 60 for a minute a second; max (as it comes) sends without waiting
  --url       the server, http://localhost:4000 as it comes; name it where it runs with another PORT
  --seed      repeats a run's bad luck: when connections are cut and answers lost, and what is searched for
  --parallel  files replayed at the same time, 4 as it comes

REPLAY_SECRET   what the people's passwords are made from; without it a random one is kept in examples/.replay-secret`;

/** @throws with a sentence that says what is wrong */
export function parseOptions(args: string[]): Options | 'help' {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: 'max' },
      url: { type: 'string', default: 'http://localhost:4000' },
      seed: { type: 'string', default: String(randomBytes(3).readUIntBE(0, 3)) },
      parallel: { type: 'string', default: '4' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  if (files.length === 0) throw new Error('Name at least one log file.');
  const url = URL.canParse(values.url) ? new URL(values.url) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`--url is no http address: ${values.url}`);
  const speed = values.speed === 'max' ? Infinity : Number(values.speed);
  if (!(speed > 0)) throw new Error(`--speed is a number above 0, or max: ${values.speed}`);
  return {
    files,
    url,
    speed,
    seed: whole('seed', values.seed, 0),
    parallel: whole('parallel', values.parallel, 1),
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} is a whole number from ${least} on: ${text}`);
}

/** Kept, so that people from an earlier run can sign in again; here, since nobody else needs it. */
export function replaySecret(): string {
  const given = process.env['REPLAY_SECRET'];
  if (given) return given;
  const file = new URL('.replay-secret', import.meta.url);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8');
}
