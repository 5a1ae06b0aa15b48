import { setTimeout as pass } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../schema/id.ts';
import { pick, random, saySeed } from '../../schema/testing/random.ts';
import { Reader, type Stream } from '../../schema/testing/reader.ts';
import { settled } from '../../schema/testing/settled.ts';
import { drawStep, perform, type Stage, stage, type Step } from '../../schema/testing/steps.ts';
import { openWorld } from '../../schema/testing/world.ts';
import { parseConfig } from '../config.ts';
import { openInstance } from '../instance.ts';
import { within } from '../testing/inbox.ts';
import { streamOf } from '../testing/stream.ts';

/** What people ask is answered without a server; what they follow is told by two, which hear of everything. */
const world = await openWorld();
const other = await openWorld(world);
const logger = pino({ level: 'silent' });
const { publicUrl } = world.parts;
const config = parseConfig({
  RATE_LIMITS: 'off',
  DATABASE_URL: world.url,
  DATABASE_CONNECTIONS: '8',
  PUBLIC_URL: publicUrl(),
});
const instances = await Promise.all([0, 1].map(() => openInstance(config, world.url, logger)));
const [here, there] = instances.map((instance) => streamOf(instance, logger)) as [Stream, Stream];
const announce = () => {
  for (const { bus } of instances) bus.publish('log', null);
};
for (const { parts } of [world, other]) Object.assign(parts, { announce });

beforeAll(saySeed);
afterAll(async () => {
  for (const instance of instances) await instance.stop();
  await other.close();
  await world.close();
});

/** A few each time; .ci/run takes `INTERLEAVINGS=10000 npm test -- fold`. */
const wanted = Number(process.env['INTERLEAVINGS'] ?? 200);
const inOneScene = 25;
const scenesAtOnce = 6;
/** Of all that is drawn, some is refused: to who is not there, or about what is gone. */
const doneAtLeast = 0.3;

/**
 * How somebody follows for a while: by pages of a size beside each wave, 0 while they are away; or by streams, each of the
 * first of which is cut off after so many changes.
 */
type Way = { pages: number[] } | { cuts: number[] };

/**
 * Some waves, after which what somebody holds is compared. In each wave somebody does something, on one of two instances, while up to
 * three others do. The plan is drawn beforehand, so that a seed gives it again; how the database orders what runs at once
 * it cannot give.
 */
interface Stretch {
  waves: Step[][];
  ways: Way[];
}

interface Scene {
  /** Of each reader, whether it asks only what is answered to all alike. */
  shared: boolean[];
  stretches: Stretch[];
}

const several = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function drawStretch(stepCount: number, shared: boolean[]): Stretch {
  const waves: Step[][] = [];
  for (let left = stepCount; left > 0; left -= waves.at(-1)!.length)
    waves.push(several(Math.min(left, 1 + random(4)), drawStep));
  const cuts = () => ({ cuts: several(random(4), () => 1 + random(6)) });
  const pages = () => ({ pages: waves.map(() => (random(3) ? 0 : 1 + random(9))) });
  return { waves, ways: shared.map((alike) => (alike ? cuts : pick([cuts, pages]))()) };
}

function drawScene(index: number): Scene {
  // Two who ask the same, or nothing would be shared.
  const shared = index % 4 ? [false, false, false] : [false, true, true];
  const stretches: Stretch[] = [];
  for (let left = inOneScene; left > 0;) {
    const stepCount = Math.min(left, 5 + random(8));
    left -= stepCount;
    stretches.push(drawStretch(stepCount, shared));
  }
  return { shared, stretches };
}

let played = 0;
let done = 0;
let compared = 0;
/** Of all that was told, how much came while it happened. */
const told = { live: 0, all: 0 };

async function playStretch(s: Stage, readers: Reader[], { waves, ways }: Stretch): Promise<void> {
  // Says when all is done, and nothing else: whoever is told late of a new name is told the newest.
  const crier = await world.person();
  const end = newId('msg');
  const act = async () => {
    for (const [turn, steps] of waves.entries()) {
      const reading = readers.map((reader, index) => {
        const way = ways[index]!;
        return 'pages' in way && way.pages[turn] ? reader.follow(way.pages[turn]) : null;
      });
      const doing = steps.map((step, index) => perform(s, step, index % 2 ? other : world));
      played += steps.length;
      const [outcomes] = await Promise.all([Promise.all(doing), ...reading]);
      done += outcomes.filter(Boolean).length;
    }
    await settled(world);
  };
  const [first, next] = waves.length % 2 ? [here, there] : [there, here];
  const listening = Promise.all(
    readers.flatMap((reader, index) => {
      const way = ways[index]!;
      return 'cuts' in way ? [reader.listen([first, next], way.cuts, end)] : [];
    }),
  );
  const actAndSay = async () => {
    await act();
    const toAll = within(listening, 'not everything was told').then(() => true);
    for (let times = 1, heard = false; !heard; times += 1) {
      await crier.must('updateProfile', { displayName: `${end} ${times}` });
      heard = await Promise.race([toAll, pass(1000, false)]);
    }
  };
  await Promise.all([listening, actAndSay()]);
  for (const [index, reader] of readers.entries()) {
    if ('pages' in ways[index]!) await reader.follow(1 + index * 7);
  }
}

async function expectFresh(readers: Reader[]): Promise<void> {
  for (const reader of readers) {
    const { held, fetched } = await reader.compare();
    expect(held).toEqual(fetched);
    compared += 1;
  }
}

async function playScene({ shared, stretches }: Scene): Promise<void> {
  const s = await stage(world, new Set());
  const readers = shared.map((alike, index) => new Reader(s.people[index]!, { shared: alike }));
  await Promise.all(readers.map((reader) => reader.fetch()));
  for (const [index, stretch] of stretches.entries()) {
    await playStretch(s, readers, stretch);
    // One after the other, and in the end all: to compare takes longer than to do something.
    await expectFresh(stretch === stretches.at(-1) ? readers : [readers[index % readers.length]!]);
  }
  for (const reader of readers) {
    told.live += reader.live;
    told.all += reader.told.length;
  }
}

it(
  '[LV2] [LV4] [LV5] [LV11] [LV16] what a reader holds after the changes is what a fresh query shows, in thousands of interleavings of mutations, pages, and streams that are cut off, on two instances',
  { timeout: 240_000 + wanted * 150 },
  async () => {
    const scenes = Array.from({ length: Math.ceil(wanted / inOneScene) }, (_, index) => drawScene(index));
    const play = async () => {
      for (let scene = scenes.pop(); scene; scene = scenes.pop()) await playScene(scene);
    };
    await Promise.all(several(scenesAtOnce, play));
    console.info(
      `${played} interleavings, ${done} of them done, compared ${compared} times; of ${told.all} changes ${told.live} came live`,
    );
    expect(played).toBeGreaterThanOrEqual(wanted);
    expect(done).toBeGreaterThan(doneAtLeast * played);
    expect(told.live).toBeGreaterThan(0);
    expect(told.live).toBeLessThan(told.all);
  },
);
