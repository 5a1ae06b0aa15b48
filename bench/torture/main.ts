import { embedded } from './embedded.ts';
import { parseOptions, usage } from './options.ts';
import { tryPlants } from './plants-run.ts';
import { recovery } from './recovery.ts';
import { commandOf, isClean, report } from './report.ts';
import { torture } from './run.ts';
import { endAll, stopWhenTold, toldToStop } from './stopping.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

stopWhenTold();

const { mode, options, rounds } = (() => {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
    process.exit(2);
  }
})();

async function one(): Promise<boolean> {
  const command = commandOf(options);
  say(command);
  const { outcome, lab } = await torture(options, say);
  report(outcome, say);
  // Where nobody looks, a run that leaves faults out must not pass for one that had them.
  const isWhole = lab.redis !== null || !/^(1|true)$/.test(process.env['CI'] ?? '');
  if (!isWhole) say('No redis-server is installed, and with CI=true that is a failure.');
  const clean = isClean(outcome) && isWhole;
  await lab.close(!clean || options.keep);
  if (!clean) say(`The histories are in ${lab.home}. This repeats it:\n  ${command}`);
  return clean;
}

const modes = {
  torture: one,
  plants: () => tryPlants(options, say),
  recovery: () => recovery(options, rounds ?? 10, say),
  embedded: () => embedded(options, rounds ?? 20, say),
};
try {
  process.exit((await modes[mode]()) ? 0 : 1);
} catch (error) {
  if (toldToStop()) await new Promise(() => {});
  await endAll();
  throw error;
}
