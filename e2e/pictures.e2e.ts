import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, say, until } from './harness.ts';

const world = openWorld();
let count = 0;

async function pair() {
  count += 1;
  const ada = await world.person(`ada-p${count}`, 'Ada Lovelace');
  const bo = await world.person(`bo-p${count}`, 'Bo Diddley');
  return { ada, bo };
}

const picture = async (background: string, format: 'png' | 'jpeg' = 'png') => ({
  name: `me.${format}`,
  mimeType: `image/${format}`,
  buffer: await sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .toFormat(format)
    .toBuffer(),
});

const choose = (page: Page, file: Awaited<ReturnType<typeof picture>>) =>
  page.locator('input[type="file"][accept*="image/webp"]').setInputFiles(file);

/** Where the pictures come from that stand in a part of the page, once they are there; initials are none. */
const shownIn = (page: Page, part: string) =>
  page
    .locator(`${part} .avatar img`)
    .evaluateAll((images) =>
      images.flatMap((image) =>
        image instanceof HTMLImageElement && image.naturalWidth > 0 ? [new URL(image.src).pathname] : [],
      ),
    );
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) =>
  shots && void (await page.screenshot({ path: `${shots}/${name}.png` }));

describe('pictures of people', () => {
  it('[PI1] [PI6] one is chosen, seen by the other wherever they look, and taken away', async () => {
    const { ada, bo } = await pair();
    const threadId = await ada.api.startDirectThread(bo.id);
    await ada.api.send(threadId, 'it is me');
    const there = await bo.open(`/t/${threadId}`);
    await there.getByRole('feed').getByText('it is me').waitFor();
    expect(await shownIn(there, 'body')).toEqual([]);

    const here = await ada.open('/settings');
    await choose(here, await picture('#0f766e'));
    await here.getByRole('button', { name: 'Change picture' }).waitFor();
    await until(() => shownIn(here, 'main, [data-region]')).not.toEqual([]);
    for (const part of ['header', '[role="feed"]', 'nav'])
      await until(async () => (await shownIn(there, part)).length).toBeGreaterThan(0);
    const [first] = await shownIn(there, '[role="feed"]');
    expect(first).toMatch(/^\/files\/att_/);
    expect((await there.request.get(world.url + first)).status()).toBe(200);

    await choose(here, await picture('#b45309', 'jpeg'));
    await until(async () => (await shownIn(there, '[role="feed"]'))[0]).not.toBe(first);
    expect((await there.request.get(world.url + first)).status()).toBe(404);
    await shoot(here, 'settings');
    expect(await findings(here)).toEqual([]);

    await here.getByRole('button', { name: 'Remove picture' }).click();
    await here.getByRole('button', { name: 'Add a picture' }).waitFor();
    await until(() => shownIn(there, 'body')).toEqual([]);
    await there.locator('[role="feed"] .avatar[data-initials="AL"]').waitFor();
  });

  it('[PI2] what cannot be one is said where it was chosen, and the picture stays', async () => {
    const { ada } = await pair();
    const here = await ada.open('/settings');
    await choose(here, await picture('#0f766e'));
    await here.getByRole('button', { name: 'Change picture' }).waitFor();
    const alert = here.getByText('Couldn’t change your picture');
    const file = { name: 'me.png', mimeType: 'image/png' };
    await choose(here, { ...file, buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 7) });
    await until(() => alert.innerText()).toContain('A picture has at most 10 MB.');
    await choose(here, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') });
    await until(() => alert.innerText()).toContain('Choose a JPEG');
    world.expectComplaints(/422/);
    await choose(here, { ...file, buffer: Buffer.from('no picture at all') });
    await until(() => alert.innerText()).toContain('This is no JPEG');
    expect(await shownIn(here, 'main, [data-region]')).not.toEqual([]);
    await choose(here, await picture('#b45309'));
    await alert.waitFor({ state: 'hidden' });
  });

  it('[PI1] is cancelled while it is on its way, and goes on after the network was gone', async () => {
    const { ada } = await pair();
    const here = await ada.open('/settings');
    await here.getByRole('button', { name: 'Add a picture' }).waitFor();
    world.expectComplaints(/net::ERR_/, /WebSocket connection/, /Failed to load resource/);
    await here.context().setOffline(true);
    await choose(here, await picture('#0f766e'));
    await here.getByRole('progressbar', { name: 'Waiting to be sent your picture' }).waitFor();
    await here.getByRole('button', { name: 'Cancel' }).click();
    await here.getByRole('button', { name: 'Add a picture' }).waitFor();
    await until(() => here.evaluate(() => document.activeElement?.textContent)).toBe('Add a picture');
    await choose(here, await picture('#b45309'));
    await here.getByRole('progressbar').waitFor();
    await here.context().setOffline(false);
    await here.getByRole('button', { name: 'Change picture' }).waitFor();
  });
});

describe('pictures of groups', () => {
  it('[PI1] [PI4] [PI6] the owner sets it, the other sees it, and who only reads the group changes nothing', async () => {
    const { ada, bo } = await pair();
    await ada.api.createGroup('Another', [bo.id]);
    const threadId = await ada.api.createGroup('Garden', [bo.id]);
    const path = `/t/${threadId}?panel=people`;
    const [here, there] = [await ada.open(path), await bo.open(path)];
    await there.getByRole('heading', { name: '2 people' }).waitFor();
    expect(await there.getByRole('button', { name: 'Add a picture' }).count()).toBe(0);
    await choose(here, await picture('#4d7c0f'));
    await here.getByRole('button', { name: 'Change picture' }).waitFor();
    await there.getByRole('feed').getByText('Ada Lovelace changed the group’s picture').waitFor();
    for (const part of ['header', 'nav', '[data-region]'])
      await until(async () => (await shownIn(there, part)).length).toBeGreaterThan(0);
    await say(here, 'What a garden');
    await choose(here, await picture('#7c3aed'));
    await until(() => there.getByRole('feed').getByText('changed the group’s picture').count()).toBe(2);
    await shoot(here, 'group');
    expect(await findings(here)).toEqual([]);

    await here.getByRole('button', { name: 'Remove picture' }).click();
    await there.getByRole('feed').getByText('Ada Lovelace removed the group’s picture').waitFor();
    await until(() => shownIn(there, 'body')).toEqual([]);
  });

  it('[GR23] [GR14] a time for changing messages is set, and told to who reads the settings', async () => {
    const { ada, bo } = await pair();
    const threadId = await ada.api.createGroup('Minutes', [bo.id]);
    const path = `/t/${threadId}?panel=people`;
    const [here, there] = [await ada.open(path), await bo.open(path)];
    await there.getByText('Messages can be edited and deleted at any time.').waitFor();
    await here.getByLabel('Messages can be edited and deleted').selectOption('For 15 minutes');
    await there.getByText('Messages can be edited and deleted for 15 minutes.').waitFor();
    await there
      .getByRole('feed')
      .getByText('Ada Lovelace let messages be changed for 15 minutes only')
      .waitFor();
    await say(there, 'minuted');
    await there.getByRole('feed').getByText('minuted').hover();
    await there.getByRole('button', { name: 'Edit' }).waitFor();
    await there.getByRole('button', { name: 'Delete' }).waitFor();
    // The clock of this browser runs ahead: what it offers goes away, and comes back with it.
    await there.clock.setFixedTime(Date.now() + 16 * 60_000);
    await there.mouse.move(0, 0);
    await there.getByRole('feed').getByText('minuted').hover();
    await there.getByRole('button', { name: 'Copy link' }).waitFor();
    expect(await there.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    expect(await there.getByRole('button', { name: 'Delete' }).count()).toBe(0);
  });
});

it.each([
  ['desktop', { viewport: { width: 1280, height: 800 } }],
  ['phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ['dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const }],
])('[PI4] looks right on %s', async (look, options) => {
  count += 1;
  const ada = await world.person(`ada-p${count}`, 'Ada Lovelace', options);
  const bo = await world.person(`bo-p${count}`, 'Bo Diddley', options);
  const threadId = await ada.api.createGroup('Garden', [bo.id]);
  await ada.api.send(threadId, 'Tomatoes?');
  await bo.api.send(threadId, 'And beans.');
  const here = await ada.open('/settings');
  await choose(here, await picture('#0f766e'));
  await here.getByRole('button', { name: 'Change picture' }).waitFor();
  await until(() => shownIn(here, 'body')).not.toEqual([]);
  await shoot(here, `${look}-settings`);
  await here.goto(`${world.url}/t/${threadId}?panel=people`);
  await choose(here, await picture('#4d7c0f'));
  await here.getByRole('button', { name: 'Change picture' }).waitFor();
  await here.getByRole('button', { name: 'Remove picture' }).waitFor();
  await shoot(here, `${look}-panel`);
  await here.getByLabel('Messages can be edited and deleted').scrollIntoViewIfNeeded();
  await shoot(here, `${look}-rules`);
  await here.goto(`${world.url}/t/${threadId}`);
  await here.getByRole('feed').getByText('And beans.').waitFor();
  await until(async () => (await shownIn(here, '[role="feed"]')).length).toBeGreaterThan(0);
  await shoot(here, `${look}-conversation`);
  await here.goto(`${world.url}/`);
  await until(async () => (await shownIn(here, 'body')).length).toBeGreaterThan(0);
  await shoot(here, `${look}-list`);
});
