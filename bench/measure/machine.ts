import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Settings } from './bench.ts';
import type { Cores } from './cores.ts';
import type { Databases } from './databases.ts';

/** What the figures come from. */
export async function aboutMachine(
  databases: Databases,
  cores: Cores | null,
  settings: Settings,
): Promise<string> {
  const processors = cpus();
  const database = `PostgreSQL ${await databases.version} (${databases.kind}, ${await databases.durability})`;
  const pinning = cores
    ? `the server under test on core ${cores.server}, the load on core ${cores.load}, PostgreSQL wherever there is room`
    : 'nothing pinned, for there is no taskset or only one core';
  const facts = [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.version}, ${database}${settings.redisUrl === undefined ? '' : ', Redis'}`,
    pinning,
    `load average ${loadavg()[0]?.toFixed(1)} when this began; ${settings.quick ? 'a quick run' : 'a full run'} of ${settings.rounds} rounds`,
  ];
  return facts.map((fact) => `- ${fact}`).join('\n');
}
