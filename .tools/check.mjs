// `npm run check`: everything that can be told without running the product. All of it runs, so one look shows all there is to mend.
import { bootstrap } from './bootstrap.mjs';
import { node, tools } from './process.mjs';

const checks = [
  {
    name: 'format',
    args: [tools.oxfmt, '--list-different', '.'],
    remedy: '`npm run format` mends these files.',
  },
  { name: 'lint', args: [tools.oxlint, '.'] },
  {
    name: 'types',
    args: [
      tools.tsc,
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      'node_modules/.cache/parley/types.tsbuildinfo',
    ],
  },
  { name: 'unused code', args: [tools.knip] },
  {
    name: 'generated files',
    args: ['.tools/codegen.mjs', '--check'],
    remedy: '`npm run codegen` brings them up to date.',
  },
];

await bootstrap();
let failed = 0;
for (const { name, args, remedy } of checks) {
  const started = performance.now();
  const code = await node(args, { quiet: true });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (code === 0) continue;
  failed += 1;
  if (remedy) console.error(remedy);
}
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
