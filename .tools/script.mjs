// Runs one of the project's TypeScript programs in a bootstrapped checkout: node .tools/script.mjs [--browser] FILE [arguments]
// --browser: it looks at the built web app in a Chromium, whose path it finds in CHROMIUM_PATH.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, loadEnv } from './bootstrap.mjs';
import { chromiumRemedy, findChromium } from './chromium.mjs';
import { fail, root } from './process.mjs';

const browser = process.argv[2] === '--browser';
const [file] = process.argv.splice(browser ? 3 : 2, 1);
await bootstrap({ build: browser });
loadEnv();
if (browser) {
  process.argv.splice(2, 1);
  process.env.CHROMIUM_PATH = findChromium() ?? fail(`No Chromium was found. ${chromiumRemedy}`);
}
await import('tsx');
process.argv[1] = resolve(root, file);
await import(pathToFileURL(process.argv[1]).href);
