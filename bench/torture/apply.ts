import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../prisma/seed-random.ts';
import type { Client } from './client.ts';
import type { Lab } from './lab.ts';
import { database } from './lab.ts';
import type { Fault, LinkFault } from './nemesis.ts';
import type { Link } from './proxy.ts';

const backMs = 5000;

/** Lets a fault happen, for as long as it lasts, and puts right again what it broke. */
export async function applyFault(fault: Fault, lab: Lab, clients: Client[], random: Random): Promise<void> {
  switch (fault.kind) {
    case 'kill instance': {
      const instance = lab.instances[fault.instance];
      await instance?.kill();
      await sleep(fault.ms);
      instance?.start();
      return instance?.ready();
    }
    case 'stop instance': {
      const instance = lab.instances[fault.instance];
      instance?.freeze();
      await sleep(fault.ms);
      return instance?.thaw();
    }
    case 'shift clock': {
      const instance = lab.instances[fault.instance];
      await instance?.kill();
      instance?.start(fault.shiftMs);
      await instance?.ready();
      await sleep(fault.ms);
      await instance?.kill();
      instance?.start();
      return instance?.ready();
    }
    case 'kill redis':
      if (!lab.redis) return;
      await lab.redis.kill();
      await sleep(fault.ms);
      await lab.redis.begin();
      return;
    case 'restart postgres':
      await lab.postgres.end();
      await sleep(fault.ms);
      return lab.postgres.begin();
    case 'crash in a quiet moment':
      await lab.postgres.hush(database);
      await lab.postgres.rollBack(database, fault.rolledBack);
      // They come back to a log that stands still, and are told where it stands.
      for (const link of lab.toInstance.flat()) link.reset();
      await sleep(fault.ms);
      await mostAreBack(clients);
      await lab.postgres.end();
      return lab.postgres.begin();
    case 'terminate backends':
      await lab.postgres.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and random() <= $2`,
        [database, fault.share],
      );
      return;
    case 'clients to instance': {
      const links = fault.clients.flatMap((client) => lab.toInstance[client]?.[fault.instance] ?? []);
      return trouble(links, fault);
    }
    case 'instance to postgres':
      return trouble([lab.toPostgres[fault.instance]], fault);
    case 'instance to redis':
      return trouble([lab.toRedis[fault.instance]], fault);
    case 'restart client': {
      const client = clients[fault.client];
      client?.kill();
      await sleep(fault.ms + random.between(0, 50));
      client?.start();
      return client?.resend();
    }
    case 'bad cursor':
      clients[fault.client]?.spoilCursor();
  }
}

/** Other faults may keep some of them away, for longer than anybody waits here. */
async function mostAreBack(clients: Client[]): Promise<void> {
  for (const deadline = performance.now() + backMs; performance.now() < deadline; await sleep(20)) {
    if (clients.filter(({ live }) => live).length > clients.length / 2) return;
  }
}

async function trouble(
  links: (Link | undefined)[],
  { how, delayMs, ms }: { how: LinkFault; delayMs: number; ms: number },
): Promise<void> {
  for (const link of links) {
    if (how === 'cut') link?.cut();
    else if (how === 'reset') link?.reset();
    else if (how === 'slow') link?.slow(delayMs);
    else if (how === 'hole') link?.hole();
    else link?.strand();
  }
  if (how === 'reset') return;
  await sleep(ms);
  for (const link of links) link?.heal();
}
