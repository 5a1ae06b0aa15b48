import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../prisma/seed-random.ts';
import { applyFault } from './apply.ts';
import { check } from './checker/check.ts';
import type { Witness } from './checker/evidence.ts';
import type { Verdict } from './checker/verdict.ts';
import { Client, type Tally, type Way } from './client.ts';
import { readEvidence } from './evidence.ts';
import { readHistory } from './history.ts';
import { database, Lab, origin } from './lab.ts';
import { describeFault, planFaults, targetOf } from './nemesis.ts';
import type { Options } from './options.ts';
import { change, comeOrGo, settle, type World } from './workload.ts';

/** Nothing acknowledged for so long, with all faults over: it will not become better. */
const stallMs = 60_000;
/** What the last faults, settling down and checking may take of the minutes, on a machine that does other things too. */
const settleMs = 60_000;
/** So many faults at once, of different things. */
const faultsAtOnce = 4;
/** Sends that one client waits for at once. */
const inFlight = 2;
/** One comes or goes, or changes something, for so many acknowledged sends. */
const sendsPerMove = 30;
/** This process is too busy to be a fair judge of who answers late: it sends less. */
const lagMs = 150;

export interface Outcome {
  /** Every fault came and every send that was asked for was acknowledged; else the minutes were over. */
  complete: boolean;
  verdict: Verdict;
  tally: Tally;
  faults: Map<string, number>;
  /** Of servers that had been ready and were not killed. */
  crashes: number;
  /** What did not come to an end in time. */
  stuck: string[];
  seconds: Record<string, number>;
}

/** One run, from nothing to a verdict. The caller closes the lab. */
export async function torture(
  options: Options,
  say: (line: string) => void,
): Promise<{ outcome: Outcome; lab: Lab }> {
  const started = performance.now();
  const lab = await Lab.open(options.plant);
  const seeds = new Random(options.seed);
  const fork = () => new Random(seeds.between(0, 2 ** 31));
  const plan = planFaults(fork(), options.faults);
  const { world, tally } = await populate(lab, fork);
  for (const client of world.clients) client.start();
  const running = performance.now();
  const bus = lab.redis ? 'with Redis' : 'without Redis: no redis-server is installed';
  say(`${world.clients.length} clients, ${lab.instances.length} instances, ${bus}`);

  const deadline = options.minutes === null ? Infinity : started + options.minutes * 60_000 - settleMs;
  const run = new Run(options, lab, world, tally, plan.length, deadline);
  await run.go(plan, fork(), fork(), say);
  const settling = performance.now();
  await run.settleDown(say);
  for (const client of world.clients) await client.close();
  const checking = performance.now();
  const evidence = await readEvidence(lab.postgres, world.founders);
  const verdict = await check(evidence, witnessesOf(world));
  const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
  const outcome = {
    complete: run.complete,
    verdict,
    tally,
    faults: run.faults,
    crashes: lab.instances.reduce((sum, { crashes }) => sum + crashes, 0),
    stuck: run.stuck,
    seconds: {
      'to set up': seconds(started, running),
      'of faults': seconds(running, settling),
      'to settle': seconds(settling, checking),
      'to check': seconds(checking, performance.now()),
    },
  };
  return { outcome, lab };
}

/** How one of ten clients follows, and another one; all others do over a socket. */
const ways: Partial<Record<number, Way>> = { 4: 'stream', 9: 'pages' };

/** The instances run, and people and threads are there. */
export async function populate(lab: Lab, fork: () => Random): Promise<{ world: World; tally: Tally }> {
  const tally: Tally = { acknowledged: 0, retries: 0, delivered: 0, surprises: new Map() };
  const folder = join(lab.home, 'histories');
  await mkdir(folder);
  const clients = lab.toInstance.map((links, index) => {
    const way = ways[index % 10] ?? 'socket';
    return new Client({ index, origin, links, random: fork(), folder, tally, way });
  });
  await lab.begin();
  return { world: await settle(lab, clients, fork()), tally };
}

const witnessesOf = ({ clients }: World): Witness[] =>
  clients.map(({ userId, history }) => ({ user: userId, history: () => readHistory(history.path) }));

class Run {
  readonly faults = new Map<string, number>();
  readonly stuck: string[] = [];
  complete = false;
  readonly #options: Options;
  readonly #lab: Lab;
  readonly #world: World;
  readonly #tally: Tally;
  #begun = 0;
  readonly #planned: number;
  #sending = true;
  #lag = 0;

  readonly #deadline: number;

  constructor(options: Options, lab: Lab, world: World, tally: Tally, planned: number, deadline: number) {
    this.#deadline = deadline;
    this.#options = options;
    this.#lab = lab;
    this.#world = world;
    this.#tally = tally;
    this.#planned = planned;
  }

  /** Faults come with the sends that are acknowledged, not with the clock: on a slow machine both take longer. */
  async go(
    plan: ReturnType<typeof planFaults>,
    random: Random,
    moves: Random,
    say: (line: string) => void,
  ): Promise<void> {
    const watch = this.#watch(say);
    const sending = this.#send(random);
    const moving = this.#move(moves);
    const busy = new Map<string, Promise<void>>();
    const step = this.#options.acks / Math.max(1, plan.length);
    for (const [index, fault] of plan.entries()) {
      const target = targetOf(fault);
      while (this.#tally.acknowledged < index * step || busy.has(target) || busy.size >= faultsAtOnce) {
        if (this.#over) break;
        await sleep(20);
      }
      if (this.#over) break;
      this.#begun = index + 1;
      this.faults.set(fault.kind, (this.faults.get(fault.kind) ?? 0) + 1);
      if (this.#options.verbose)
        say(`${this.#tally.acknowledged} acknowledged; ${index + 1}: ${describeFault(fault)}`);
      const over = applyFault(fault, this.#lab, this.#world.clients, random)
        .catch((error: unknown) => void this.stuck.push(`${describeFault(fault)}: ${String(error)}`))
        .then(() => void busy.delete(target));
      busy.set(target, over);
    }
    await Promise.all(busy.values());
    while (this.#tally.acknowledged < this.#options.acks && !this.#over) await sleep(20);
    this.complete = this.#begun === plan.length && this.#tally.acknowledged >= this.#options.acks;
    this.#sending = false;
    await Promise.all([sending, moving]);
    watch();
  }

  get #over(): boolean {
    return this.stuck.length > 0 || performance.now() > this.#deadline;
  }

  /** Everything is put right; then whatever was sent must be answered, and whatever is stored must arrive. */
  async settleDown(say: (line: string) => void): Promise<void> {
    const { clients } = this.#world;
    for (const link of this.#lab.links) {
      link.heal();
      link.release();
    }
    await this.#until(
      'every send is answered',
      () => clients.reduce((sum, { outbox }) => sum + outbox.length, 0),
      () => {
        for (const client of clients) client.resend();
      },
    );
    await this.#until('everybody follows', () => clients.filter(({ live }) => !live).length);
    for (const client of clients) client.settle();
    // Whoever was just walking to another instance arrives there.
    await this.#until('everybody follows', () => clients.filter(({ live }) => !live).length);
    await this.#arrival('everything has arrived');
    // From here on nobody comes back: what arrives now comes by itself.
    for (const client of clients) client.comebacks = 0;
    for (const { id, owner } of this.#world.groups) {
      if (this.stuck.length > 0) break;
      // Alone, with nothing behind it to wake whoever has missed it.
      owner.say(id);
      await this.#until('a lone send is answered', () => owner.outbox.length);
      await this.#arrival('a lone send has arrived');
    }
    const comebacks = clients.reduce((sum, client) => sum + client.comebacks, 0);
    if (comebacks > 0)
      this.stuck.push(`with nothing wrong any more, clients had to come back ${comebacks} times`);
    say(`${this.#tally.acknowledged} acknowledged, ${this.#tally.delivered} deliveries; checking`);
  }

  async #arrival(what: string): Promise<void> {
    const ends = await this.#lab.postgres.ask<{ thread: string; user: string; seq: number }>(
      `select t.id as thread, p."userId" as user, t."lastSeq" as seq
       from "Thread" t join "Participant" p on p."threadId" = t.id`,
      [],
      database,
    );
    const byUser = new Map(this.#world.clients.map((client) => [client.userId, client]));
    await this.#until(what, () =>
      ends.reduce(
        (sum, { thread, user, seq }) => sum + Math.max(0, seq - (byUser.get(user)?.threads.get(thread) ?? 0)),
        0,
      ),
    );
  }

  /** Waits while it gets better. */
  async #until(what: string, left: () => number, nudge: () => void = () => {}): Promise<void> {
    let best = Infinity;
    let since = performance.now();
    for (;;) {
      const now = left();
      if (now === 0) return;
      if (now < best) [best, since] = [now, performance.now()];
      else if (performance.now() - since > stallMs / 2) {
        this.stuck.push(`waiting until ${what}: ${now} left`);
        return;
      }
      nudge();
      await sleep(50);
    }
  }

  async #send(random: Random): Promise<void> {
    const { clients } = this.#world;
    const { acks } = this.#options;
    while (this.#sending) {
      // Never far ahead of the faults: they are to meet sends.
      const allowed =
        this.#begun >= this.#planned ? Infinity : ((this.#begun + 1) * acks) / this.#planned + clients.length;
      const { acknowledged } = this.#tally;
      // What is left of the last faults meets a few sends, too.
      const crowd = acknowledged < acks ? clients : random.next() < 0.05 ? [random.pick(clients)] : [];
      if (this.#lag < lagMs && acknowledged < allowed) {
        for (const client of crowd) {
          if (client.outbox.length >= inFlight || client.threads.size === 0) continue;
          client.say(random.pick([...client.threads.keys()]));
        }
      }
      const before = performance.now();
      await sleep(10);
      this.#lag = this.#lag * 0.8 + (performance.now() - before - 10) * 0.2;
    }
  }

  async #move(random: Random): Promise<void> {
    const moving = new Set<Promise<void>>();
    let next = sendsPerMove;
    while (this.#sending) {
      if (this.#tally.acknowledged >= next && moving.size < 8) {
        next += sendsPerMove;
        const deed = random.next() < 0.5 ? comeOrGo : change;
        const move = deed(this.#world, random, () => this.stuck.length === 0).finally(() =>
          moving.delete(move),
        );
        moving.add(move);
      }
      await sleep(20);
    }
    await Promise.all(moving);
  }

  /** @returns what ends it */
  #watch(say: (line: string) => void): () => void {
    let reached = -1;
    let since = performance.now();
    let said = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const { acknowledged } = this.#tally;
      if (acknowledged > reached || this.#begun < this.#planned) {
        if (acknowledged > reached) [reached, since] = [acknowledged, now];
      }
      if (now - since > stallMs)
        this.stuck.push(`nothing was acknowledged for ${stallMs / 1000} s, at ${acknowledged}`);
      if (now - said > 10_000) {
        said = now;
        say(
          `${acknowledged} of ${this.#options.acks} acknowledged, ${this.#begun} of ${this.#planned} faults`,
        );
      }
    }, 500);
    return () => clearInterval(timer);
  }
}
