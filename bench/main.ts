import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from './measure/bench.ts';
import { chooseCores, pinOurselves } from './measure/cores.ts';
import { Databases } from './measure/databases.ts';
import { aboutMachine } from './measure/machine.ts';
import { outputFolder } from './measure/output.ts';
import { publish } from './measure/publish.ts';
import { report } from './measure/report.ts';
import { parseOptions, UsageError } from './options.ts';
import { bursts } from './workloads/bursts.ts';
import { fanOutOne } from './workloads/fan-out.ts';
import { idle } from './workloads/idle.ts';
import { latency } from './workloads/latency.ts';
import { pages } from './workloads/pages.ts';
import { search } from './workloads/search.ts';
import { hotThread, sends } from './workloads/sends.ts';
import { threadList } from './workloads/threads.ts';

// npm run bench [WORKLOAD…] [-- --quick --rounds=N --redis --profile --publish]

const workloads = [fanOutOne, bursts, latency, sends, hotThread, pages, threadList, idle, search];
const tests: Record<number, string> = {
  9: 'The SQL of every operation is read from the query log in a test: npm test',
  10: 'The cold start of the web app is counted in a browser test: npm run test:e2e',
};
const known = [...workloads.map(({ number }) => number), ...Object.keys(tests).map(Number)];
const tell = (line: string) => console.error(`  ${line}`);

async function run(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env, known);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const cores = chooseCores();
  let databases: Databases | undefined;
  let bench: Bench | undefined;
  const end = async (): Promise<void> => {
    await bench?.close();
    await databases?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  // Who is interrupted also fails in what it was doing, and ends once.
  let ended: Promise<void> | undefined;
  const stop = () => (ended ??= end());
  const interrupted = () => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    databases = await Databases.open(options.databaseUrl, folder);
    // After PostgreSQL has been started, which is to go wherever there is room.
    pinOurselves(cores);
    const machine = await aboutMachine(databases, cores, options);
    console.log(machine);
    for (const number of options.workloads) if (tests[number]) console.log(`\n${number}. ${tests[number]}`);
    const chapters: string[] = [];
    const results: object[] = [];
    for (const { number, title, run: measure } of workloads.filter((each) =>
      options.workloads.includes(each.number),
    )) {
      tell(`${number}. ${title}`);
      bench = new Bench({ settings: options, cores, databases, folder, tell });
      const comparisons = await measure(bench);
      await bench.close();
      await databases.drop();
      const chapter = report(`${number}. ${title}`, comparisons);
      console.log(`\n${chapter}`);
      chapters.push(chapter);
      const plain = comparisons.map(({ rounds, ...rest }) => ({
        ...rest,
        rounds: rounds.map((round) => Object.fromEntries(round)),
      }));
      results.push({ number, title, comparisons: plain });
    }
    const text = [machine, ...chapters].join('\n\n');
    writeFileSync(join(outputFolder, 'report.md'), `${text}\n`);
    writeFileSync(
      join(outputFolder, 'results.json'),
      `${JSON.stringify({ machine, options: { ...options, databaseUrl: undefined }, results }, null, 2)}\n`,
    );
    if (options.publish) publish(text, options.profile ? 'profiles' : 'figures');
  } finally {
    await stop();
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
}
