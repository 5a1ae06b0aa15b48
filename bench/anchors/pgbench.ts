import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pinned } from '../measure/cores.ts';
import { sqlId } from '../measure/world.ts';
import { sendCteWith } from './send-cte.ts';

const run = promisify(execFile);

export const hasPgbench = (): boolean => !spawnSync('pgbench', ['--version']).error;

interface Run {
  url: string;
  clients: number;
  seconds: number;
  people: number;
  groups: number;
  core: string | undefined;
  folder: string;
}

/** The statement of the hand-written server, from a program in C that does nothing else. @returns sends in a second */
export async function pgbenchSends({
  url,
  clients,
  seconds,
  people,
  groups,
  core,
  folder,
}: Run): Promise<number> {
  const script = join(folder, 'send.sql');
  const values = [
    sqlId('thr', ':thread'),
    sqlId('usr', ':person'),
    `'msg_' || gen_random_uuid()`,
    `'${'x'.repeat(85)}'`,
  ];
  const lines = [
    `\\set thread random(1, ${groups})`,
    `\\set person random(1, ${people})`,
    `${sendCteWith(values).replaceAll(/\s+/g, ' ')};`,
  ];
  writeFileSync(script, lines.join('\n'));
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    script,
    url,
  ];
  const { stdout } = await run(...pinned(core, 'pgbench', args));
  const found = /tps = ([\d.]+) \(without/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`pgbench said nothing that we know:\n${stdout}`);
  return Number(found);
}
