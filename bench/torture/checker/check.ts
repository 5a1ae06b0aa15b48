import { checkStored } from './check-stored.ts';
import { checkWitness } from './check-witness.ts';
import { readDeeds } from './deeds.ts';
import type { Evidence, Witness } from './evidence.ts';
import { Stored } from './stored.ts';
import { type Anomaly, emptyVerdict, type Verdict } from './verdict.ts';

const examplesOfEach = 5;

/** Reads what everybody saw and what is stored, and counts what does not fit. It knows nothing of how it came about. */
export async function check(evidence: Evidence, witnesses: Witness[]): Promise<Verdict> {
  const verdict = emptyVerdict();
  const found = (anomaly: Anomaly, example: string) => {
    verdict.counts[anomaly] += 1;
    if (verdict.counts[anomaly] <= examplesOfEach) verdict.examples.push(`${anomaly}: ${example}`);
  };
  const stored = new Stored(evidence);
  const deeds = await readDeeds(witnesses, stored, verdict, found);
  checkStored(evidence, stored, deeds, found);
  const judged = { evidence, stored, deeds, verdict, found };
  for (const witness of witnesses) await checkWitness(witness, judged);
  return verdict;
}
