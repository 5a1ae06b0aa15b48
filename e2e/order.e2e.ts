import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, password, rowOf, spoken, until } from './harness.ts';

const world = openWorld();
let count = 0;

const onPhone = { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true };

/** Ada, whose list it is, and two who write to her. */
async function scene() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const cy = await world.person(`cy-${count}`, 'Cy');
  const [withBo, withCy] = [await ada.api.startDirectThread(bo.id), await ada.api.startDirectThread(cy.id)];
  await bo.api.send(withBo, 'one');
  await bo.api.send(withBo, 'two');
  await cy.api.send(withCy, 'hello');
  return { ada, bo, cy, withBo, withCy };
}

const list = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });
const names = (page: Page): Promise<string[]> =>
  list(page)
    .getByRole('link')
    .locator('bdi:first-child')
    .evaluateAll((all) => all.filter((_, index) => index % 2 === 0).map((name) => name.textContent ?? ''));

async function choose(page: Page, name: string, item: string): Promise<void> {
  await list(page)
    .getByRole('link', { name: new RegExp(`^.*${name}`) })
    .click({ button: 'right' });
  await pick(page, item);
}

/** How long it is muted is one of several, between which the menu stays open. */
async function pick(page: Page, item: string): Promise<void> {
  const menu = page.getByRole('menu');
  await menu.getByText(item, { exact: true }).click();
  if (/^(Off|Always|For )/.test(item)) await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
}

describe('the order of one’s list', () => {
  it('[PF1] [PF9] is the same on two devices, and nobody else’s', async () => {
    const { ada, bo } = await scene();
    const [desk, phone] = [await ada.open(), await ada.open()];
    await until(() => names(desk)).toEqual(['Cy', 'Bo']);
    await choose(desk, 'Bo', 'Pin to the top');
    for (const page of [desk, phone]) await until(() => names(page)).toEqual(['Bo', 'Cy']);
    await list(phone).getByRole('img', { name: 'Pinned' }).waitFor();
    await choose(phone, 'Cy', 'Always');
    await list(desk).getByRole('img', { name: 'Muted' }).waitFor();
    // Only Bo's messages count in the title by now.
    await until(() => desk.title()).toBe('(2) Parley');
    await choose(desk, 'Bo', 'Add to favourites');
    await list(phone).getByRole('img', { name: 'Favourite' }).waitFor();
    await phone
      .getByRole('navigation', { name: 'Folders' })
      .getByRole('button', { name: /^Favourites/ })
      .click();
    await until(() => names(phone)).toEqual(['Bo']);
    await choose(phone, 'Bo', 'Remove from favourites');
    await phone.getByText('Nothing here').waitFor();
    const his = await bo.open();
    await list(his).getByRole('link').waitFor();
    expect(
      await list(his)
        .getByRole('img', { name: /Pinned|Muted/ })
        .count(),
    ).toBe(0);
    expect(await findings(desk)).toEqual([]);
  });

  it('[PF2] mutes for an hour, for a day, and no longer', async () => {
    const { ada } = await scene();
    const hers = await ada.open();
    for (const wanted of ['For an hour', 'For a day']) {
      await choose(hers, 'Bo', wanted);
      await list(hers).getByRole('img', { name: 'Muted' }).waitFor();
      await until(() => hers.title()).toBe('(1) Parley');
      await list(hers).getByRole('link', { name: /Bo/ }).click({ button: 'right' });
      await hers
        .getByRole('menu')
        .getByText(/^Muted until /)
        .waitFor();
      await pick(hers, 'Off');
      await list(hers).getByRole('img', { name: 'Muted' }).waitFor({ state: 'detached' });
      await until(() => hers.title()).toBe('(3) Parley');
    }
  });

  it('[PF3] [PF7] archives until one takes it out or something new comes, and shows folders', async () => {
    const { ada, cy, withCy } = await scene();
    const hers = await ada.open();
    await until(() => names(hers)).toEqual(['Cy', 'Bo']);
    await choose(hers, 'Cy', 'Archive');
    await until(() => names(hers)).toEqual(['Bo']);
    const folders = hers.getByRole('navigation', { name: 'Folders' });
    await folders.getByRole('button', { name: 'Archive' }).click();
    await until(() => names(hers)).toEqual(['Cy']);
    await choose(hers, 'Cy', 'Take out of the archive');
    await hers.getByText('Nothing here').waitFor();
    await folders.getByRole('button', { name: /^All/ }).click();
    await until(() => names(hers)).toEqual(['Cy', 'Bo']);
    await choose(hers, 'Cy', 'Archive');
    await until(() => names(hers)).toEqual(['Bo']);
    await folders.getByRole('button', { name: 'Archive' }).click();
    await until(() => names(hers)).toEqual(['Cy']);
    await cy.api.send(withCy, 'are you there?');
    await hers.getByText('Nothing here').waitFor();
    await folders.getByRole('button', { name: /^All/ }).click();
    await until(() => names(hers)).toEqual(['Cy', 'Bo']);
    await folders.getByRole('button', { name: /^Groups/ }).click();
    await hers.getByText('Nothing here').waitFor();
    expect(await findings(hers)).toEqual([]);
    await ada.api.createGroup('Rowers', [cy.id]);
    await until(() => names(hers)).toEqual(['Rowers']);
    await folders.getByRole('button', { name: /^Direct/ }).click();
    await until(() => names(hers)).toEqual(['Cy', 'Bo']);
  });

  it('marks as read without being opened, and who wrote is told so', async () => {
    const { ada, cy, withCy } = await scene();
    const [hers, his] = [await ada.open(), await cy.open(`/t/${withCy}`)];
    const row = list(hers).getByRole('link', { name: /Cy/ });
    await row.getByText('1 unread').waitFor();
    await choose(hers, 'Cy', 'Mark as read');
    await row.getByText('1 unread').waitFor({ state: 'hidden' });
    await until(() => hers.title()).toBe('(2) Parley');
    await rowOf(his, 'hello')
      .getByRole('button', { name: /^Read:/ })
      .waitFor();
  });

  it('[PF4] [PF5] marks unread, which stays while it stands open and ends by reading it again', async () => {
    const { ada, bo, withBo } = await scene();
    const [hers, his] = [await ada.open(`/t/${withBo}`), await bo.open(`/t/${withBo}`)];
    await until(() => spoken(hers)).toEqual(['one', 'two']);
    await his
      .getByRole('button', { name: /^Read:/ })
      .first()
      .waitFor();
    await choose(hers, 'Bo', 'Mark as unread');
    const row = list(hers).getByRole('link', { name: /Bo/ });
    await row.getByText('1 unread').waitFor();
    await list(hers).getByRole('link', { name: /Cy/ }).click();
    await row.getByText('1 unread').waitFor();
    await row.click();
    await hers.getByTestId('new-divider').waitFor();
    await until(() => row.getByText('1 unread').count()).toBe(0);
  });

  it('[PF5] marks unread from a message on, where it stands, also on a phone', async () => {
    const { ada, bo, withBo } = await scene();
    const phone = await world.known(ada.handle, password, onPhone);
    for (const text of ['three', 'four']) await bo.api.send(withBo, text);
    for (const [who, from, waiting] of [
      [ada, 'two', '3 unread'],
      [phone, 'three', '2 unread'],
    ] as const) {
      const page = await who.open(`/t/${withBo}`);
      await until(() => spoken(page)).toEqual(['one', 'two', 'three', 'four']);
      await rowOf(page, from).click();
      await rowOf(page, from).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
      // The line stands above it at once, and what is in sight is not read again by that.
      await until(() => page.getByTestId('new-divider').locator('xpath=..').innerText()).toContain(from);
      await page.waitForTimeout(1_500);
      expect(await findings(page)).toEqual([]);
      await page.goto(world.url);
      await list(page).getByRole('link', { name: /Bo/ }).getByText(waiting).waitFor();
    }
  });

  it('[PF8] counts beyond what is loaded of it', async () => {
    const { ada, bo } = await scene();
    const groups: string[] = [];
    for (let n = 1; n <= 40; n += 1) groups.push(await bo.api.createGroup(`Group ${n}`, [ada.id]));
    for (const group of groups) await bo.api.send(group, 'hello');
    const hers = await ada.open();
    const badge = hers.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name: /^Unread/ });
    await badge.getByText('42 unread').waitFor();
    await until(() => hers.title()).toBe('(42+) Parley');
    // Read elsewhere, of what is not loaded here.
    const there = await ada.open(`/t/${groups[0]}`);
    await until(() => spoken(there)).toEqual(['hello']);
    await badge.getByText('41 unread').waitFor();
  });

  it('is had on a phone, too', async () => {
    const { ada } = await scene();
    const phone = await world.known(ada.handle, password, onPhone);
    const page = await phone.open();
    await page.getByLabel('Folder', { exact: true }).selectOption('UNREAD');
    await until(() => names(page)).toEqual(['Cy', 'Bo']);
    await list(page).getByRole('link', { name: /Cy/ }).click();
    await page.getByRole('button', { name: 'Options of Cy' }).click();
    await page.getByRole('menu').getByText('Archive', { exact: true }).click();
    await until(() => names(page)).toEqual(['Bo']);
    expect(await findings(page)).toEqual([]);
  });
});
