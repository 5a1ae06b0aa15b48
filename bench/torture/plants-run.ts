import type { Options } from './options.ts';
import { plantNames, plantOf } from './plants.ts';
import { commandOf, foundIn, isClean, report } from './report.ts';
import { torture } from './run.ts';

/** Enough for every kind of fault once. */
const faults = 28;
const acks = 3000;

/** The server as it is, then each planted bug, one run after another. @returns whether these alone were caught */
export async function tryPlants({ seed }: Options, say: (line: string) => void): Promise<boolean> {
  const results: string[] = [];
  let missed = 0;
  for (const plant of [null, ...plantNames]) {
    const options: Options = { seed, faults, acks, minutes: null, plant, verbose: false, keep: false };
    say(`\n${commandOf(options)}\n${plant === null ? 'no bug at all' : plantOf(plant).what}`);
    const { outcome, lab } = await torture(options, say);
    report(outcome, say);
    await lab.close(false);
    const found = foundIn(outcome);
    const right =
      plant === null ? isClean(outcome) : found.some((anomaly) => plantOf(plant).caughtAs.includes(anomaly));
    if (!right) missed += 1;
    const counts = found.map((anomaly) => `${anomaly} ${outcome.verdict.counts[anomaly]}`).join(', ');
    const result = plant === null ? (right ? 'clean' : 'NOT CLEAN') : right ? 'caught' : 'MISSED';
    results.push(`${(plant ?? '(none)').padEnd(24)}${result.padEnd(11)}${counts}`);
  }
  say(`\n${results.join('\n')}\n${results.length - missed} passed, ${missed} failed`);
  return missed === 0;
}
