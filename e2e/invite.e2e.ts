import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, type Person, password, say, spoken, until } from './harness.ts';

const world = openWorld();
let count = 0;

/** Two people in a group, and somebody who is in none. */
async function rowers(options: BrowserContextOptions = {}) {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada', options);
  const bo = await world.person(`bo-${count}`, 'Bo', options);
  const cy = await world.person(`cy-${count}`, 'Cy', options);
  const threadId = await ada.api.createGroup('Rowers', [bo.id]);
  return { ada, bo, cy, threadId };
}

/** Makes a link over the API. @returns its path */
async function linkOf({ api }: Person, threadId: string, bounds: object = {}): Promise<string> {
  const { token } = await api.ask<{ token: string }>(
    `mutation ($input: CreateInviteInput!) { result: createInvite(input: $input) {
      ... on CreateInvitePayload { token } ... on Error { code reason } } }`,
    { input: { threadId, ...bounds } },
  );
  return `/i/${token}`;
}

/** The dialog about a group's links. */
async function openLinks(page: Page) {
  await page.getByRole('button', { name: 'Invite by link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite by link' });
  await dialog.waitFor();
  return dialog;
}

describe('an invite link', () => {
  it('[IN6] [IN11] is made in the group’s panel, and brings in whoever opens it, before everybody’s eyes', async () => {
    const { ada, cy, threadId } = await rowers();
    const hers = await ada.open(`/t/${threadId}?panel=people`);
    const links = await openLinks(hers);
    await links.getByLabel('Lets in').selectOption('10 people');
    await links.getByRole('button', { name: 'Make a link' }).click();
    const field = links.getByLabel('Your link');
    const url = await field.inputValue();
    expect(url.startsWith(`${world.url}/i/`)).toBe(true);
    await until(() => field.evaluate((input) => document.activeElement === input)).toBe(true);
    await links.getByText('0 of 10 came').waitFor();

    const theirs = await cy.open(new URL(url).pathname);
    await theirs.getByText('Join Rowers?').waitFor();
    await theirs.getByText('2 people').waitFor();
    await theirs.getByRole('button', { name: 'Join the group' }).click();
    await theirs.getByRole('feed').getByText('Cy joined by an invite link').waitFor();
    expect(new URL(theirs.url()).pathname).toBe(`/t/${threadId}`);

    await links.getByText('1 of 10 came').waitFor();
    await hers.keyboard.press('Escape');
    await hers.getByRole('heading', { name: '3 people' }).waitFor();
    await say(theirs, 'Glad to row');
    await until(() => spoken(hers)).toEqual(['Glad to row']);
  });

  it('[IN7] leads who is in the group straight into it', async () => {
    const { ada, bo, threadId } = await rowers();
    const page = await bo.open(await linkOf(ada, threadId));
    await page.getByRole('heading', { name: 'Rowers' }).first().waitFor();
    await until(() => new URL(page.url()).pathname).toBe(`/t/${threadId}`);
  });

  it('[IN8] leads a stranger through signing up', async () => {
    const { ada, threadId } = await rowers();
    const page = await (await world.context()).newPage();
    await page.goto(world.url + (await linkOf(ada, threadId)));
    await page.getByText('You are invited to Rowers · 2 people').waitFor();
    await page.getByRole('heading', { name: 'Make an account' }).waitFor();
    await page.getByLabel('Your name').fill('Dee');
    await page.getByLabel('Handle').fill(`dee-${count}`);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('Join Rowers?').waitFor();
    await page.getByRole('button', { name: 'Join the group' }).click();
    await page.getByRole('feed').getByText('Dee joined by an invite link').waitFor();
  });

  it('[IN8] leads a stranger who has an account through signing in', async () => {
    const { ada, cy, threadId } = await rowers();
    const page = await (await world.context()).newPage();
    await page.goto(world.url + (await linkOf(ada, threadId)));
    await page.getByText('You are invited to Rowers').waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Handle').fill(cy.handle);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Join the group' }).click();
    await page.getByRole('feed').getByText('Cy joined by an invite link').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/t/${threadId}`);
  });

  it('[IN5] that has expired or is used up leads nowhere, whoever opens it', async () => {
    const { ada, cy, threadId } = await rowers();
    const usedUp = await linkOf(ada, threadId, { maxUses: 1 });
    const eve = await world.person(`eve-${count}`, 'Eve');
    await eve.api.ask(
      `mutation ($input: AcceptInviteInput!) { result: acceptInvite(input: $input) {
        ... on Error { code reason } } }`,
      { input: { token: usedUp.slice('/i/'.length) } },
    );
    const expired = await linkOf(ada, threadId, { expiresInSeconds: 1 });
    const stranger = await (await world.context()).newPage();
    const theirs = await cy.open();
    for (const path of [usedUp, expired]) {
      await until(async () => {
        await theirs.goto(world.url + path);
        return theirs.getByText(/This invite link doesn't work|Join Rowers/).innerText();
      }).toBe("This invite link doesn't work");
      await stranger.goto(world.url + path);
      await stranger.getByText("This invite link doesn't work.").waitFor();
    }
  });

  it('[IN5] that was revoked says so to nobody but the list', async () => {
    const { ada, cy, threadId } = await rowers();
    const path = await linkOf(ada, threadId);
    const hers = await ada.open(`/t/${threadId}?panel=people`);
    const links = await openLinks(hers);
    await links.getByRole('button', { name: /^Revoke/ }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await links.getByText('Nobody came yet · revoked').waitFor();
    const theirs = await cy.open(path);
    await theirs.getByText("This invite link doesn't work").waitFor();
    await theirs.goto(`${world.url}/i/nonsense`);
    await theirs.getByText("This invite link doesn't work").waitFor();
    await theirs.getByRole('link', { name: 'Back to your conversations' }).click();
    await until(() => new URL(theirs.url()).pathname).toBe('/');
  });

  it('[IN1] is not offered to members', async () => {
    const { bo, threadId } = await rowers();
    const page = await bo.open(`/t/${threadId}?panel=people`);
    await page.getByRole('heading', { name: '2 people' }).waitFor();
    expect(await page.getByRole('button', { name: 'Invite by link' }).count()).toBe(0);
  });
});

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.each<[string, BrowserContextOptions]>([
  ['on a desktop', {}],
  ['on a phone, in the dark', { ...phone, colorScheme: 'dark' }],
])('axe finds nothing %s', (_name, look) => {
  it('in the dialog, on the way in, and where a link does not work', async () => {
    const { ada, cy, threadId } = await rowers(look);
    const path = await linkOf(ada, threadId, { maxUses: 1 });
    const hers = await ada.open(`/t/${threadId}?panel=people`);
    const links = await openLinks(hers);
    await links.getByRole('button', { name: 'Make a link' }).click();
    await links.getByLabel('Your link').waitFor();
    await links.getByText('0 of 1 came').waitFor();
    expect(await findings(hers)).toEqual([]);
    expect(await hers.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

    const theirs = await cy.open(path);
    await theirs.getByRole('button', { name: 'Join the group' }).waitFor();
    expect(await findings(theirs)).toEqual([]);
    await theirs.goto(`${world.url}/i/nonsense`);
    await theirs.getByText("This invite link doesn't work").waitFor();
    expect(await findings(theirs)).toEqual([]);

    const stranger = await (await world.context(look)).newPage();
    await stranger.goto(world.url + path);
    await stranger.getByText(/You are invited to .+ · \d+ people/).waitFor();
    expect(await findings(stranger)).toEqual([]);
    await stranger.goto(`${world.url}/i/nonsense`);
    await stranger.getByText('Ask whoever sent it for another one.').waitFor();
    expect(await findings(stranger)).toEqual([]);
  });
});
