// `npm test [filter …]`: everything that can run here; `npm run test:e2e` (--e2e): the browser tests alone; --no-browser: all but them
// and those of the web app in jsdom, which know nothing of the database or of the Node that serves it.
// What cannot run here is said in one line, with how to have it; with CI=true that is a failure.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { chromiumRemedy, findChromium } from './chromium.mjs';
import { node, root, tools } from './process.mjs';

const args = process.argv.slice(2).filter((argument) => argument !== '--e2e' && argument !== '--no-browser');
const onlyBrowser = process.argv.includes('--e2e');
const noBrowser = process.argv.includes('--no-browser');
const filtered = args.length > 0;
const withBrowser =
  !noBrowser && (onlyBrowser || !filtered || args.some((argument) => argument.includes('e2e')));
const ci = /^(1|true)$/.test(process.env.CI ?? '');

const total = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the end, where they are found. */
const failures = [];
const leftOut = [];

// Also when a step before the tests has ended it all.
process.on('exit', report);

await bootstrap({ server: true });
if (!onlyBrowser) await vitest(['server', 'tools', ...(noBrowser ? [] : ['client'])]);
if (withBrowser) await browserTests();

async function browserTests() {
  const chromium = findChromium();
  if (!chromium) {
    leftOut.push(`the browser tests, for no Chromium was found. ${chromiumRemedy}`);
    return;
  }
  await bootstrap({ server: true, client: true });
  await vitest(['e2e'], { CHROMIUM_PATH: chromium });
}

async function vitest(projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-results-'));
  const results = join(folder, 'results.json');
  const options = [
    '--config',
    '.tools/vitest.config.ts',
    ...projects.map((project) => `--project=${project}`),
  ];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const code = await node([tools.vitest, 'run', ...options, ...reporters, '--passWithNoTests', ...args], {
    env,
  });
  const counted = count(results);
  rmSync(folder, { recursive: true });
  failures.push(...counted.failures);
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  // Vitest also fails for what is no test's fault alone: a broken setup, an error that nobody caught.
  total.failed += counted.failed || (code === 0 ? 0 : 1);
}

/** A file that breaks before its first test counts as one failure. */
function count(results) {
  let report;
  try {
    report = JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...broken.map((file) => `${relative(root, file.name)}: ${firstLine(file.message)}`),
      ...report.testResults.flatMap((file) =>
        file.assertionResults
          .filter((test) => test.status === 'failed')
          .map(
            (test) =>
              `${relative(root, file.name)} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`,
          ),
      ),
    ],
  };
}

function report(code) {
  if (!onlyBrowser && !filtered && !process.env.REDIS_URL) {
    console.log('Not run: the tests that speak to a real Redis. Set REDIS_URL to have them.');
  }
  for (const what of failures) console.log(`Failed: ${what}`);
  for (const what of leftOut) console.log(`Not run: ${what}`);
  if (total.skipped > 0) console.log(`Skipped: ${total.skipped}`);
  if (ci) total.failed += leftOut.length + total.skipped;
  if (filtered && total.passed + total.failed === 0) {
    console.error(`No test matches ${args.join(' ')}.`);
    process.exitCode = 1;
  } else if (code !== 0) {
    total.failed ||= 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

function firstLine(message) {
  return (message ?? '').trim().split('\n', 1)[0].slice(0, 300);
}
