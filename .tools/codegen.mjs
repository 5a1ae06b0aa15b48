// `npm run codegen`: the SDL from the code, then the client's hooks from the SDL and its documents.
// With --check nothing of the client's is written, and a difference fails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, tools } from './process.mjs';

const check = process.argv.includes('--check');
if (!check && existsSync(join(root, 'schema/print.ts'))) {
  const code = await node(['--import', 'tsx', 'schema/print.ts']);
  if (code !== 0) process.exit(code);
}
process.exitCode = await node([
  '--import',
  'tsx',
  tools.codegen,
  '--config',
  'codegen.ts',
  ...(check ? ['--check'] : []),
]);
