import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../prisma/seed-random.ts';
import { figures, p99 } from './figures.ts';
import { readHistory } from './history.ts';
import { Lab } from './lab.ts';
import type { Options } from './options.ts';
import type { Link } from './proxy.ts';
import { populate } from './run.ts';
import type { World } from './workload.ts';

/** Milliseconds from one send to the next, over all clients: so that the machine is not what is measured. */
const sendEveryMs = 50;
const calmMs = 3000;
const redisGoneMs = 5000;
/** Each way. */
const redisSlowMs = 400;
/** Longer than anything waits for a database that says nothing. */
const strandedMs = 30_000;
const goals = { instance: 5000, postgres: 10_000, redis: 2500 };

/** When something was taken away, when it was asked back, and whose business it was. */
interface Loss {
  from: number;
  to: number;
  clients: Set<number>;
}

/** One kind of fault after another, with nothing else wrong, and how long until everything is as before. */
export async function recovery(
  options: Options,
  rounds: number,
  say: (line: string) => void,
): Promise<boolean> {
  const lab = await Lab.open(options.plant);
  const random = new Random(options.seed);
  const { world } = await populate(lab, () => new Random(random.between(0, 2 ** 31)));
  for (const client of world.clients) {
    client.settle();
    client.start();
  }
  const sending = send(world, random);
  const calm = async () => {
    while (world.clients.some(({ live }) => !live)) await sleep(20);
    await sleep(calmMs);
  };
  await calm();
  const quiet: Loss = { from: performance.now(), to: 0, clients: new Set() };
  await sleep(calmMs);
  quiet.to = performance.now();

  const instances: Loss[] = [];
  const postgres: Loss[] = [];
  const redis: Loss[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const victim = round % lab.instances.length;
    const instance = lab.instances[victim];
    const clients = world.clients.filter((client) => client.instance === victim && client.live);
    const from = performance.now();
    await instance?.kill();
    instances.push({ from, to: Infinity, clients: new Set(clients.map(({ index }) => index)) });
    await sleep(500);
    instance?.start();
    await instance?.ready();
    await calm();
    say(`round ${round + 1} of ${rounds}: an instance was killed`);
  }
  for (let round = 0; round < rounds; round += 1) {
    // Everybody wants something just now, but for who is in no thread.
    const clients = world.clients.filter(({ threads }) => threads.size > 0);
    postgres.push({
      from: performance.now(),
      to: Infinity,
      clients: new Set(clients.map(({ index }) => index)),
    });
    const ended = lab.postgres.end();
    for (const client of clients) client.say(random.pick([...client.threads.keys()]));
    await ended;
    await lab.postgres.begin();
    await calm();
    say(`round ${round + 1} of ${rounds}: PostgreSQL was restarted`);
  }
  for (let round = 0; lab.redis && round < rounds; round += 1) {
    const from = performance.now();
    await lab.redis.kill();
    await sleep(redisGoneMs);
    redis.push({ from, to: performance.now(), clients: new Set() });
    await lab.redis.begin();
    await calm();
    say(`round ${round + 1} of ${rounds}: Redis was killed`);
  }
  const badWeather = async (change: (link: Link) => void, what: string): Promise<Loss[]> => {
    const losses: Loss[] = [];
    for (let round = 0; lab.redis && round < rounds; round += 1) {
      const from = performance.now();
      for (const link of lab.toRedis) change(link);
      await sleep(redisGoneMs);
      losses.push({ from, to: performance.now(), clients: new Set() });
      for (const link of lab.toRedis) link.heal();
      await calm();
      say(`round ${round + 1} of ${rounds}: ${what}`);
    }
    return losses;
  };
  const silent = await badWeather((link) => link.hole(), 'Redis said nothing');
  const slow = await badWeather((link) => link.slow(redisSlowMs), 'Redis was slow');
  const stranded: Loss[] = [];
  for (let round = 0; round < Math.min(rounds, lab.instances.length); round += 1) {
    const link = lab.toPostgres[round];
    const from = performance.now();
    link?.strand();
    await sleep(strandedMs);
    stranded.push({ from, to: performance.now(), clients: new Set() });
    link?.release();
    await calm();
    say(`round ${round + 1} of ${rounds}: an instance's connections to PostgreSQL were stranded`);
  }
  sending.stop();
  await sending.done;
  await calm();
  for (const client of world.clients) await client.close();

  const seen = await readAll(world);
  const afterInstance = seen.untilCaughtUp(instances);
  const afterPostgres = seen.untilAcknowledged(postgres);
  const withoutRedis = seen.untilDelivered(redis);
  const whileSilent = seen.untilDelivered(silent);
  const whileSlow = seen.untilDelivered(slow);
  say(`\nwith nothing wrong, from the answer to the delivery: ${figures(seen.untilDelivered([quiet]))}`);
  say(
    `an instance dies, until its clients have caught up elsewhere (goal: p99 ${goals.instance} ms): ${figures(afterInstance)}`,
  );
  say(
    `PostgreSQL restarts, until each client has a send acknowledged (goal: ${goals.postgres} ms): ${figures(afterPostgres)}`,
  );
  say(
    lab.redis
      ? `Redis is dead, from the answer to the delivery (goal: p99 ${goals.redis} ms): ${figures(withoutRedis)}`
      : 'Redis: not measured, for no redis-server is installed',
  );
  if (lab.redis) {
    say(`Redis says nothing, from the send to its answer: ${figures(seen.untilAnswered(silent))}`);
    say(
      `Redis says nothing, from the answer to the delivery (goal: p99 ${goals.redis} ms): ${figures(whileSilent)}`,
    );
    say(
      `Redis answers ${2 * redisSlowMs} ms late, from the send to its answer: ${figures(seen.untilAnswered(slow))}`,
    );
    say(
      `Redis answers ${2 * redisSlowMs} ms late, from the answer to the delivery (goal: p99 ${goals.redis} ms): ${figures(whileSlow)}`,
    );
  }
  say(
    `connections to PostgreSQL go nowhere, from the send to its answer: ${figures(seen.untilAnswered(stranded))}`,
  );
  say(
    `connections to PostgreSQL go nowhere, from the answer to the delivery: ${figures(seen.untilDelivered(stranded))}`,
  );
  await lab.close(false);
  const met =
    p99(afterInstance) <= goals.instance &&
    Math.max(...afterPostgres) <= goals.postgres &&
    (!lab.redis || [withoutRedis, whileSilent, whileSlow].every((times) => p99(times) <= goals.redis));
  say(met ? 'All within their goals.' : 'Not all within their goals.');
  return met;
}

function send(world: World, random: Random) {
  const stopped = new AbortController();
  const go = async () => {
    while (!stopped.signal.aborted) {
      const client = random.pick(world.clients);
      if (client.threads.size > 0 && client.outbox.length === 0)
        client.say(random.pick([...client.threads.keys()]));
      await sleep(sendEveryMs);
    }
    while (world.clients.some(({ outbox }) => outbox.length > 0)) await sleep(20);
  };
  return { stop: () => stopped.abort(), done: go() };
}

/** What the histories say of when things happened. */
async function readAll({ clients }: World) {
  const caughtUp: number[][] = [];
  const acknowledged: { invoked: number; at: number }[][] = [];
  const answers = new Map<string, number>();
  const deliveries: { body: string; at: number }[] = [];
  for (const [index, { history }] of clients.entries()) {
    const pages = index % 10 === 9;
    const invoked = new Map<string, number>();
    const [ups, acks]: [number[], { invoked: number; at: number }[]] = [[], []];
    for await (const entry of readHistory(history.path)) {
      if (entry.is === 'caught up') ups.push(entry.t);
      else if (entry.is === 'send') invoked.set(entry.body, entry.t);
      else if (entry.is === 'sent') {
        acks.push({ invoked: invoked.get(entry.body) ?? 0, at: entry.t });
        answers.set(entry.body, entry.t);
        // Whoever asks for pages waits between them by their own choice.
      } else if (entry.is === 'message' && !pages) deliveries.push({ body: entry.body, at: entry.t });
    }
    caughtUp.push(ups);
    acknowledged.push(acks);
  }
  return {
    untilCaughtUp: (losses: Loss[]): number[] =>
      losses.flatMap(({ from, clients: hit }) =>
        [...hit].flatMap((client) => {
          if (client % 10 === 9) return [];
          const back = caughtUp[client]?.find((at) => at > from);
          return [back === undefined ? Infinity : back - from];
        }),
      ),
    /** Of each client's first send behind the loss; one that was never answered counts as infinitely late. */
    untilAcknowledged: (losses: Loss[]): number[] =>
      losses.flatMap(({ from, clients: hit }) =>
        [...hit].map(
          (client) => (acknowledged[client]?.find(({ invoked }) => invoked >= from)?.at ?? Infinity) - from,
        ),
      ),
    untilAnswered: (losses: Loss[]): number[] =>
      acknowledged.flat().flatMap(({ invoked, at }) => {
        const meant = losses.some(({ from, to }) => invoked > from && invoked < to);
        return meant ? [at - invoked] : [];
      }),
    untilDelivered: (losses: Loss[]): number[] =>
      deliveries.flatMap(({ body, at }) => {
        const answered = answers.get(body);
        const meant =
          answered !== undefined && losses.some(({ from, to }) => answered > from && answered < to);
        return meant ? [Math.max(0, at - answered)] : [];
      }),
  };
}
