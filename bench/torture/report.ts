import { anomalies, type Anomaly } from './checker/verdict.ts';
import type { Options } from './options.ts';
import type { Outcome } from './run.ts';

export const commandOf = ({ seed, faults, acks, plant }: Options): string =>
  `npm run torture -- --seed ${seed} --faults ${faults} --acks ${acks}${plant ? ` --plant ${plant}` : ''}`;

export const foundIn = ({ verdict }: Outcome): Anomaly[] =>
  (Object.keys(anomalies) as Anomaly[]).filter((name) => verdict.counts[name] > 0);

export const isClean = (outcome: Outcome): boolean =>
  foundIn(outcome).length === 0 && faultsOf(outcome) === 0;

/** What makes a run worth nothing, whatever its histories say: it did not come to its end, a server fell by itself, or gave an answer that no fault explains. */
const faultsOf = ({ stuck, crashes, complete, tally }: Outcome): number =>
  stuck.length + crashes + tally.surprises.size + (complete ? 0 : 1);

export function report(outcome: Outcome, say: (line: string) => void): void {
  const { verdict, tally, faults, crashes, seconds, stuck } = outcome;
  const { invoked, acknowledged, refused, unknown } = verdict.sends;
  say('');
  say(
    `sends       ${invoked} invoked, ${acknowledged} acknowledged, ${refused} refused, ${unknown} unknown; ${tally.retries} tried again`,
  );
  say(`deliveries  ${verdict.delivered}, ${verdict.resumes} resumes, ${verdict.resyncs} snapshots`);
  say(`faults      ${[...faults].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  say(
    `seconds     ${Object.entries(seconds)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  for (const [what, count] of tally.surprises) say(`surprise    ${count} × ${what}`);
  if (crashes > 0) say(`crashes     ${crashes} of a server that had been ready and was not killed`);
  for (const what of stuck) say(`stuck       ${what}`);
  say('');
  for (const name of Object.keys(anomalies) as Anomaly[]) {
    say(`${name.padEnd(15)}${String(verdict.counts[name]).padStart(6)}   ${anomalies[name]}`);
  }
  for (const example of verdict.examples) say(`  ${example}`);
  if (!outcome.complete)
    say('The minutes were over before every fault had come and every send was acknowledged.');
  const failed = foundIn(outcome).length + (faultsOf(outcome) > 0 ? 1 : 0);
  say(`${Object.keys(anomalies).length + 1 - failed} passed, ${failed} failed`);
}
