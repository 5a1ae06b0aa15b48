import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-chromium-'));
const browser = join(folder, 'chromium');
writeFileSync(browser, '#!/bin/sh\n');
chmodSync(browser, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the browser that CHROMIUM_PATH names, and no other where that one is missing', () => {
  expect(findChromium({ CHROMIUM_PATH: browser, PATH: '' }, 'linux')).toBe(browser);
  expect(findChromium({ CHROMIUM_PATH: join(folder, 'none'), PATH: folder }, 'linux')).toBeUndefined();
});

it('looks along PATH, for one without windows first', () => {
  const shell = join(folder, 'chromium-headless-shell');
  writeFileSync(shell, '#!/bin/sh\n');
  expect(findChromium({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(shell);
});
