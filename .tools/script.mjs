// Runs one of the project's TypeScript programs in a bootstrapped checkout: node .tools/script.mjs [--server | --browser] FILE [arguments]
// --server: it starts the built server. --browser: and looks at the built web app in a Chromium, whose path it finds in CHROMIUM_PATH.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, loadEnv } from './bootstrap.mjs';
import { chromiumRemedy, findChromium } from './chromium.mjs';
import { fail, root } from './process.mjs';

const [option] = process.argv.slice(2, 3).filter((argument) => argument.startsWith('--'));
const [file] = process.argv.splice(2, option ? 2 : 1).slice(-1);
const browser = option === '--browser';
await bootstrap({ server: option !== undefined, client: browser });
loadEnv();
if (browser) {
  process.env.CHROMIUM_PATH = findChromium() ?? fail(`No Chromium was found. ${chromiumRemedy}`);
}
await import('tsx');
process.argv[1] = resolve(root, file);
await import(pathToFileURL(process.argv[1]).href);
