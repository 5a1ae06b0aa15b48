import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Audience } from '../audiences/audience.ts';
import { openParley, parleyAudience } from '../audiences/parley.ts';
import type { Bench, Workload } from '../measure/bench.ts';
import { paced, textFor } from '../measure/fan-out.ts';
import type { Goal } from '../measure/goals.ts';
import type { Contestant } from '../measure/rounds.ts';
import { quantile } from '../measure/statistics.ts';
import { openContenders } from './audiences.ts';

const columns = [
  { figure: 'p99', label: 'p99 ms', digits: 1 },
  { figure: 'p50', label: 'p50 ms', digits: 1 },
  { figure: 'answeredP99', label: 'p99 ms after the answer', digits: 1 },
  { figure: 'perSecond', label: 'deliveries/s', digits: 0 },
];

const listeners = 200;
const eventsPerSecond = 50;

const goal = (figure: string, ours: string, theirs: string, ratio: number): Goal => ({
  figure,
  ours,
  theirs,
  theirFigure: 'p99',
  bound: 'at most',
  ratio,
});

const overRedis = 'Parley, from another instance over Redis';
const rawAndRedis = 'raw ws + 1.5 × Redis';

export const latency: Workload = {
  number: 3,
  title: 'Delivery at 10,000 a second',
  run: async (bench) => {
    const seconds = bench.settings.quick ? 4 : 15;
    const [contenders = []] = await openContenders(bench, [listeners], ['Parley', 'raw ws', 'Yoga']);
    const goals = [goal('p99', 'Parley', 'raw ws', 1.15), goal('answeredP99', 'Parley', 'raw ws', 1.15)];
    const contestants = await Promise.all(contenders.map(({ audience }) => contestant(audience, seconds)));
    const raw = contestants.find(({ name }) => name === 'raw ws');
    if (bench.settings.redisUrl !== undefined && raw) {
      const world = await openParley(bench, [listeners], true);
      const audience = { ...(await parleyAudience(bench, world, [listeners], 1)), name: overRedis };
      contestants.push(
        await contestant(audience, seconds),
        redisBeside(bench, bench.settings.redisUrl, raw, seconds),
      );
      goals.push(goal('p99', overRedis, rawAndRedis, 1), goal('answeredP99', overRedis, rawAndRedis, 1));
    }
    const comparison = await bench.compare({
      title: `${listeners} sockets, ${eventsPerSecond} events a second`,
      columns,
      contestants,
      canary: { contestant: 'raw ws', figure: 'p50' },
      goals,
      notes: [
        'from publishing to arriving; of Parley that holds the commit and its fsync, which nobody else here waits for',
        '"after the answer" counts from when the sender was told that the message cannot be lost any more',
      ],
    });
    return [comparison];
  },
};

async function contestant(audience: Audience, seconds: number): Promise<Contestant> {
  const text = await textFor(audience);
  const pace = { eventsPerSecond, seconds, text };
  return { name: audience.name, measure: () => paced(audience, pace) };
}

/** What it takes `ws` to tell them and Redis to tell another instance, in the same round. */
function redisBeside(bench: Bench, url: string, raw: Contestant, seconds: number): Contestant {
  const publisher = new Redis(url);
  const subscriber = new Redis(url);
  bench.onClose(() => {
    publisher.disconnect();
    subscriber.disconnect();
  });
  const channel = `parley-bench-${process.pid}`;
  const measure = async () => {
    const took: number[] = [];
    await subscriber.subscribe(channel);
    subscriber.removeAllListeners('message');
    subscriber.on('message', (_channel, at: string) => took.push(performance.now() - Number(at)));
    for (let count = 0; count < eventsPerSecond * seconds; count += 1) {
      await publisher.publish(channel, String(performance.now()));
      await sleep(1000 / eventsPerSecond);
    }
    const { p99 = NaN } = await raw.measure();
    return { p99: p99 + 1.5 * quantile(took, 0.99) };
  };
  return { name: rawAndRedis, measure };
}
