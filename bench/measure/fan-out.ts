import { setTimeout as sleep } from 'node:timers/promises';
import { type Audience, filler, frameBytes } from '../audiences/audience.ts';
import { numbered } from './deliveries.ts';
import { quantile } from './statistics.ts';

/** Numbers are used once in a run, whoever publishes. */
let lastEvent = 0;

export interface Publishing {
  events: number;
  /** So many at once; the next ones follow when these have reached everybody. */
  atOnce: number;
  text: string;
}

/** The text of which this wire makes a frame of the size that all have. Also warms what is to be measured. */
export async function textFor(audience: Audience): Promise<string> {
  const { frame } = await fanOut(audience, { events: 3, atOnce: 1, text: '' });
  return filler(frameBytes - frame);
}

/** Publishes and waits until everybody has everything. @throws when a delivery is missing, doubled or wrong */
export async function fanOut(audience: Audience, { events, atOnce, text }: Publishing) {
  const { deliveries } = audience;
  deliveries.count = 0;
  const cpu = await audience.cpuSeconds();
  const began = performance.now();
  for (let left = events; left > 0; left -= atOnce) {
    const burst = Array.from({ length: Math.min(atOnce, left) }, () => (lastEvent += 1));
    const whole = Promise.all(burst.map((event) => deliveries.expect(event)));
    for (const event of burst) audience.publish(numbered(event, text));
    await withinPatience(whole, `${audience.name} has not told everybody of event ${burst.join()}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const used = (await audience.cpuSeconds()) - cpu;
  if (deliveries.count !== events * deliveries.listeners) {
    throw new Error(
      `${audience.name}: ${deliveries.count} deliveries of ${events} events to ${deliveries.listeners}.`,
    );
  }
  await audience.check(deliveries.sample);
  return {
    cpu: (used / deliveries.count) * 100_000,
    perSecond: deliveries.count / seconds,
    frame: deliveries.sample.frame.length,
  };
}

interface Pace {
  eventsPerSecond: number;
  seconds: number;
  text: string;
}

/** Publishes by the clock, whoever is still waiting for what came before. */
export async function paced(audience: Audience, { eventsPerSecond, seconds, text }: Pace) {
  const { deliveries } = audience;
  deliveries.count = 0;
  deliveries.arrivals = [];
  const began = performance.now();
  const whole: Promise<void>[] = [];
  for (let count = 0; count < eventsPerSecond * seconds; count += 1) {
    const early = began + (count / eventsPerSecond) * 1000 - performance.now();
    if (early > 0) await sleep(early);
    const event = (lastEvent += 1);
    whole.push(deliveries.expect(event));
    audience.publish(numbered(event, text));
  }
  await withinPatience(Promise.all(whole), `${audience.name} has not told everybody of everything`);
  const { sincePublished, sinceAnswered } = deliveries.latencies();
  deliveries.arrivals = null;
  await audience.check(deliveries.sample);
  return {
    p50: quantile(sincePublished, 0.5),
    p99: quantile(sincePublished, 0.99),
    ...(sinceAnswered.length > 0 && { answeredP99: quantile(sinceAnswered, 0.99) }),
    perSecond: deliveries.count / ((performance.now() - began) / 1000),
  };
}

const patienceMs = 60_000;

async function withinPatience(whole: Promise<unknown>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within a minute.`)), patienceMs);
  });
  try {
    await Promise.race([whole, late]);
  } finally {
    clearTimeout(timer);
  }
}
