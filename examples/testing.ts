import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { atMost } from './pace.ts';
import { People, type Person } from './people.ts';

/** Something that is said in a log of our own making. */
export interface Said {
  nick: string;
  text: string;
  /** The number of an earlier line that this one answers, counted from 0. */
  answers?: number;
  /** The line as the log writes it, where that is another way than `<nick> text`. */
  line?: string;
}

/** Writes a log, and its annotations beside it. A text alone is a line that nobody said. @returns the log's path */
export function writeLog(folder: string, name: string, lines: readonly (Said | string)[]): string {
  const path = join(folder, `${name}.raw.txt`);
  const clock = (index: number) => {
    const minute = Math.floor(index / 10);
    return [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  };
  const written = lines.map((said, index) =>
    typeof said === 'string' ? said : `[${clock(index)}] ${said.line ?? `<${said.nick}> ${said.text}`}`,
  );
  const answers = lines.flatMap((said, index) =>
    typeof said === 'object' && said.answers !== undefined ? [`${said.answers} ${index} -`] : [],
  );
  writeFileSync(path, written.map((line) => `${line}\n`).join(''));
  writeFileSync(join(folder, `${name}.annotation.txt`), answers.map((line) => `${line}\n`).join(''));
  return path;
}

const secret = 'of nobody but these tests';
const root = fileURLToPath(new URL('..', import.meta.url));

/** Replays logs as one does by hand. @returns how that ended, and what it said */
export async function replay(
  url: string,
  files: readonly string[],
  ...options: string[]
): Promise<{ code: number | null; said: string }> {
  const program = spawn('npm', ['run', 'replay', '--', ...files, '--url', url, ...options], {
    cwd: root,
    env: { ...process.env, REPLAY_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  const [code, ...said] = await Promise.all([ended, text(program.stdout), text(program.stderr)]);
  return { code, said: said.join('') };
}

/** One of the people of a replay: a nick, or `Replay Host` and `Replay Reader`, who are in each of its groups. */
export const signedIn = (url: string, name: string): Promise<Person> =>
  new People({ url: new URL(url) }, secret, atMost(1)).named(name);
