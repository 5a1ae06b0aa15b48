import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unzip } from '../server/testing/unzip.ts';
import { findings } from './findings.ts';
import { openWorld, password, rowOf, say, until } from './harness.ts';

const world = openWorld();
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
let count = 0;
const newcomer = (name: string, options = {}) =>
  world.person(`${name.toLowerCase()}-${++count}`, name, options);

const settings = (page: Page) => page.getByRole('heading', { name: 'Settings', exact: true });

describe('settings', () => {
  it('[AC15] are reached from the menu, and a name that is saved there is everywhere at once', async () => {
    const ada = await newcomer('Ada');
    const bo = await newcomer('Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const theirs = await bo.open(`/t/${threadId}`);
    const hers = await ada.open(`/t/${threadId}`);
    await say(hers, 'Hello');
    await rowOf(theirs, 'Hello').waitFor();
    await hers.getByRole('button', { name: 'Ada: account and settings' }).click();
    await hers.getByRole('menuitem', { name: 'Settings' }).click();
    await settings(hers).waitFor();
    expect(new URL(hers.url()).pathname).toBe('/settings');

    await hers.getByLabel('Your name').fill('');
    await hers.getByRole('button', { name: 'Save name' }).click();
    await hers.getByText('Tell others your name.').waitFor();
    await hers.getByLabel('Your name').fill('Ada Lovelace');
    await hers.getByRole('button', { name: 'Save name' }).click();
    await hers.getByRole('button', { name: 'Ada Lovelace: account and settings' }).waitFor();
    await theirs.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
    await rowOf(theirs, 'Ada Lovelace').waitFor();
  });

  it('have the whole of a phone, a way back, and nothing that axe finds', async () => {
    for (const options of [phone, { colorScheme: 'dark' as const }]) {
      const ada = await newcomer('Ada', options);
      const page = await ada.open('/settings');
      await settings(page).waitFor();
      await page.getByLabel('Your name').waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
    }
    const ada = await newcomer('Ada', phone);
    const page = await ada.open('/settings');
    await page.getByRole('button', { name: 'Back to conversations' }).tap();
    await until(() => new URL(page.url()).pathname).toBe('/');
  });
});

describe('a session', () => {
  it('[SS1] [SS3] [SS4] is listed, and signed out from another browser, or with all others at once', async () => {
    const ada = await newcomer('Ada');
    const other = await world.context({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    });
    world.expectComplaints(/4\d\d/);
    const theirs = await other.newPage();
    await theirs.goto(world.url);
    // What the browser calls itself is noted by the session that it begins.
    await theirs.getByLabel('Handle').fill(ada.handle);
    await theirs.getByLabel('Password', { exact: true }).fill(password);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByText('Nobody here yet').waitFor();
    const page = await ada.open('/settings');
    const list = page.getByRole('region', { name: 'Where you are signed in' });
    const network = /(127\.0\.0\.x|0:0:0::x)/.source;
    await until(() => list.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`^Firefox on Linux\\s+${network} · (now|\\d min)\\s+Sign out$`)),
      expect.stringMatching(new RegExp(`^node\\s+${network} · in use now\\s+This device$`)),
    ]);
    await list.getByRole('button', { name: 'Sign out Firefox on Linux' }).click();
    await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
    await until(() => list.getByRole('listitem').count()).toBe(1);
    const others = await Promise.all([1, 2].map(() => world.known(ada.handle, password)));
    const pages = await Promise.all(others.map((each) => each.open()));
    for (const each of pages) await each.getByText('Nobody here yet').waitFor();
    await page.reload();
    await list.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    for (const each of pages) await each.getByRole('heading', { name: 'Sign in' }).waitFor();
    await until(() => list.getByRole('listitem').count()).toBe(1);
  });
});

describe('a new password', () => {
  it('[AC16] keeps every tab of this browser signed in, and signs out the others', async () => {
    world.expectComplaints(/4\d\d/);
    const ada = await newcomer('Ada');
    const bo = await newcomer('Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const other = await world.known(ada.handle, password);
    const theirs = await other.open(`/t/${threadId}`);
    await say(theirs, 'From elsewhere');
    const tab = await ada.open(`/t/${threadId}`);
    await rowOf(tab, 'From elsewhere').waitFor();
    const page = await ada.open('/settings');
    await page.locator('input[name="currentPassword"]').fill('wrong wrong wrong');
    await page.locator('input[name="newPassword"]').fill('a new battery staple');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your password.').waitFor();
    await page.locator('input[name="currentPassword"]').fill(password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed.').first().waitFor();
    await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
    await bo.api.send(threadId, 'Still there?');
    await rowOf(tab, 'Still there?').waitFor();
    await say(tab, 'Yes');
    await until(() => bo.api.bodies(threadId)).toEqual(['From elsewhere', 'Still there?', 'Yes']);
  });
});

describe('one’s data', () => {
  it('[AC20] is downloaded, and where that is refused one is told why', async () => {
    world.expectComplaints(/status of 4\d\d|net::ERR_/);
    const ada = await newcomer('Ada');
    const bo = await newcomer('Bo');
    await ada.api.send(await ada.api.startDirectThread(bo.id), 'Mine 👋');
    const page = await ada.open('/settings');
    const link = page.getByRole('link', { name: 'Download your data' });
    for (const [status, words] of [
      [429, 'Too many tries. Try again in 40 minutes.'],
      [401, 'You are signed out. Sign in and try again.'],
    ] as const) {
      const headers = { 'retry-after': '2400' };
      await page.route('**/account/export', (route) => route.fulfill({ status, headers }));
      await link.click();
      await page.getByRole('alert').getByText(words).waitFor();
    }
    await page.route('**/account/export', (route) => route.abort());
    await link.click();
    await page.getByRole('alert').getByText("Couldn't reach the server.").waitFor();
    await page.unrouteAll();

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^parley-[\d-]+\.zip$/);
    expect(unzip(await readFile(await download.path()))).toMatchObject({
      'profile.json': [{ handle: ada.handle }],
      'messages.json': [{ body: 'Mine 👋' }],
    });
    await until(() => page.getByText("Couldn't reach the server.").count()).toBe(0);
  });

  it('[AC17] [AC18] goes with the account, before the eyes of who talks with them', async () => {
    world.expectComplaints(/4\d\d/);
    const ada = await newcomer('Ada');
    const bo = await newcomer('Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    await ada.api.send(threadId, 'Goodbye');
    const theirs = await bo.open(`/t/${threadId}`);
    await rowOf(theirs, 'Goodbye').waitFor();
    const page = await ada.open('/settings');
    await page.getByRole('button', { name: 'Delete account…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await theirs.getByRole('heading', { name: 'Deleted account' }).waitFor();
    await rowOf(theirs, 'Goodbye').getByText('Deleted account').waitFor();
  });
});
