import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Mqtt } from '../clients/mqtt.ts';
import type { Bench } from '../measure/bench.ts';
import { pinned } from '../measure/cores.ts';
import { Deliveries } from '../measure/deliveries.ts';
import { cpuSecondsOf } from '../measure/process.ts';
import { end } from '../measure/server.ts';
import { type Audience, broken, crowd, frameBytes, settled } from './audience.ts';

interface Broker {
  pid: number;
  port: number;
}

/** @returns null where it is not installed */
export async function startMosquitto(bench: Bench): Promise<Broker | null> {
  const command = ['mosquitto', '/usr/sbin/mosquitto'].find((name) => !spawnSync(name, ['-h']).error);
  if (command === undefined) return null;
  const port = await freePort();
  const file = join(bench.folder, 'mosquitto.conf');
  writeFileSync(
    file,
    `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nset_tcp_nodelay true\n`,
  );
  const child = spawn(...pinned(bench.cores?.server, command, ['-c', file]), { stdio: 'ignore' });
  bench.onClose(() => end(child));
  if (child.pid === undefined) return null;
  for (let tries = 0; tries < 50; tries += 1, await sleep(100)) {
    const reached = await Mqtt.open(port, 'first').catch(() => null);
    reached?.close();
    if (reached) return { pid: child.pid, port };
  }
  throw new Error('mosquitto was started and does not answer.');
}

export async function mosquittoAudience(
  bench: Bench,
  { pid, port }: Broker,
  listeners: number,
): Promise<Audience> {
  const name = 'mosquitto';
  const deliveries = new Deliveries(listeners);
  const clients = await crowd(listeners, 50, async (index) => {
    const client = await Mqtt.open(port, `listener-${index}`);
    client.onClose = broken(name);
    client.take = (bytes, start, finish) => deliveries.take(index, bytes, start, finish);
    await client.subscribe('room');
    return client;
  });
  const pen = await Mqtt.open(port, 'pen');
  bench.onClose(() => {
    for (const client of [...clients, pen]) client.close();
  });
  await settled();
  let last = '';
  return {
    name,
    deliveries,
    publish: (text) => {
      last = text;
      pen.publish('room', text.padEnd(frameBytes));
    },
    cpuSeconds: async () => cpuSecondsOf(pid),
    check: async ({ frame }) => {
      if (!frame.startsWith(last)) throw new Error(`A listener was told something else: ${frame}`);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
