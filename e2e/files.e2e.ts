import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, rowOf, until } from './harness.ts';

const world = openWorld();
let count = 0;
const noNetwork = [/net::ERR_/, /WebSocket connection/, /Failed to load resource/];

async function pair() {
  count += 1;
  const ada = await world.person(`ada-f${count}`, 'Ada');
  const bo = await world.person(`bo-f${count}`, 'Bo');
  const threadId = await ada.api.startDirectThread(bo.id);
  const [here, there] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
  await here.getByLabel('Message Bo').waitFor();
  await there.getByLabel('Message Ada').waitFor();
  return { ada, bo, threadId, here, there };
}

const picture = async (name: string, width: number, height: number, background: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer(),
});
/** Nothing that could be made smaller. */
const noise = (name: string, size: number) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919 + (index >> 8)) % 251)),
});

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.locator('input[type="file"]').setInputFiles(files);
const tray = (page: Page) => page.getByRole('list', { name: 'Files to send' });
const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click();

/** Makes a page's line so slow that an upload can be seen. @returns what makes it fast again */
async function slowly(page: Page, uploadThroughput: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const fast = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { ...fast, uploadThroughput });
  return async () => void (await session.send('Network.emulateNetworkConditions', fast));
}

/** What stands in a message's row, once it is stored. */
const stored = (page: Page, text: string) =>
  rowOf(page, text).locator('[data-delivery="sent"], [data-delivery="delivered"], [data-delivery="read"]');

describe('files', () => {
  it('[AT1] [AT14] several at once go without words, are seen by the other, and open large', async () => {
    const { here, there, bo } = await pair();
    await choose(here, [
      await picture('red.png', 800, 600, '#c0392b'),
      await picture('tall.png', 300, 900, '#16a085'),
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring boots.') },
    ]);
    await tray(here).getByLabel('uploaded').nth(2).waitFor();
    expect(await findings(here)).toEqual([]);
    // Everything moved by one's own hand: nothing has been sent, and one can be taken out again.
    expect(await there.locator('[data-message]').count()).toBe(0);
    await tray(here).getByRole('button', { name: 'Remove tall.png' }).click();
    await choose(here, await picture('tall.png', 300, 900, '#16a085'));
    await tray(here).getByLabel('uploaded').nth(2).waitFor();
    await send(here);
    await tray(here).waitFor({ state: 'hidden' });

    const thumbnail = there.getByRole('button', { name: 'Open red.png' });
    await thumbnail.waitFor();
    // In a line of several they are equally high, each in its own shape, also before it has come.
    const box = (await thumbnail.boundingBox())!;
    expect(box.width / box.height).toBeCloseTo(800 / 600, 1);
    await until(() =>
      there.getByAltText('red.png').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(640);
    const link = there.getByRole('link', { name: /^Download notes.txt TXT/ });
    const [download] = await Promise.all([there.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('notes.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe('Bring boots.');
    expect(await findings(there)).toEqual([]);

    await thumbnail.focus();
    await there.keyboard.press('Enter');
    const dialog = there.getByRole('dialog', { name: 'red.png' });
    await dialog.getByText(/1 of 2/).waitFor();
    await until(() =>
      dialog.getByAltText('red.png').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(800);
    expect(await findings(there)).toEqual([]);
    await there.keyboard.press('ArrowRight');
    await there
      .getByRole('dialog', { name: 'tall.png' })
      .getByText(/2 of 2/)
      .waitFor();
    await there.keyboard.press('Escape');
    await there.getByRole('dialog').waitFor({ state: 'hidden' });
    await until(() => there.evaluate(() => document.activeElement?.ariaLabel)).toBe('Open red.png');

    // Lists and quotes say what it is where there are no words.
    const other = await bo.open();
    await other.getByRole('link', { name: /Ada/ }).getByText('3 files').waitFor();
    await here.getByRole('link', { name: /Bo/ }).getByText('You: 3 files').waitFor();
    const row = there.locator('[data-message]').last();
    await row.focus();
    await row.getByRole('button', { name: 'Reply' }).click();
    await there.getByRole('form', { name: 'Write a message' }).getByText('3 files').waitFor();

    // Deleted, it is gone for everybody.
    const own = here.locator('[data-message]').last();
    await own.focus();
    await own.getByRole('button', { name: 'Delete' }).click();
    await here.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await there.getByText('Message deleted').first().waitFor();
    await until(() => there.getByAltText('red.png').count()).toBe(0);
  });

  it('[AT12] what is too large is said at once, without a request, and holds the message back until it is gone', async () => {
    const { here, there } = await pair();
    const asked: string[] = [];
    const note = (text: string | null) => {
      for (const name of ['film.bin', 'small.bin']) if (text?.includes(name)) asked.push(name);
    };
    here.on('request', (request) => note(request.postData()));
    here.on('websocket', (socket) => socket.on('framesent', ({ payload }) => note(String(payload))));
    // A socket that was opened before is not listened to.
    await here.reload();
    await here.getByLabel('Message Bo').waitFor();
    await choose(here, [noise('film.bin', 4 * 1024 * 1024 + 1), noise('small.bin', 1000)]);
    const film = tray(here).getByRole('listitem').filter({ hasText: 'film.bin' });
    await film.getByText('Larger than 4 MB').waitFor();
    await tray(here).getByLabel('uploaded').waitFor();
    expect(asked).toEqual(['small.bin']);
    expect(await film.getByRole('button').allInnerTexts()).toHaveLength(1);
    await here.getByLabel('Message Bo').fill('with words');
    expect(await here.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    expect(await findings(here)).toEqual([]);
    await tray(here).getByRole('button', { name: 'Remove film.bin' }).click();

    // What was refused, and may not be the next time, is tried again.
    world.expectComplaints(/status of 422/);
    const body = '{"errors":[{"message":"Not just now."}]}';
    await here.route('**/*', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 422, body }) : route.fallback(),
    );
    await choose(here, noise('stubborn.bin', 1000));
    await tray(here).getByText('Not just now.').waitFor();
    expect(await here.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    await here.unrouteAll();
    await tray(here).getByRole('button', { name: 'Try stubborn.bin again' }).click();
    await tray(here).getByLabel('uploaded').nth(1).waitFor();
    await send(here);
    for (const name of ['small.bin', 'stubborn.bin'])
      await rowOf(there, 'with words')
        .getByRole('link', { name: new RegExp(`^Download ${name}`) })
        .waitFor();
    await choose(
      here,
      Array.from({ length: 12 }, (_, index) => noise(`${index}.bin`, 10)),
    );
    await here.getByText('A message carries at most 10 files. The rest was left out.').first().waitFor();
    await until(() => tray(here).getByRole('listitem').count()).toBe(10);
  });

  it('[AT3] an upload says how far it is, is cut, and goes on from there', async () => {
    world.expectComplaints(...noNetwork);
    const { here, there } = await pair();
    const file = noise('long.bin', 3 * 1024 * 1024);
    const offsets: (string | null)[] = [];
    here.on('request', (request) => {
      if (request.method() === 'PUT') offsets.push(request.headers()['upload-offset'] ?? null);
    });
    const fast = await slowly(here, 150_000);
    await choose(here, file);
    const bar = tray(here).getByRole('progressbar', { name: 'Uploading long.bin' });
    const percent = async () => Number(await bar.getAttribute('aria-valuenow').catch(() => 0));
    await until(percent).toBeGreaterThan(15);
    // Switching the emulated network off would let through what it holds back; a server that goes cuts it.
    expect(await world.server.stop()).toBe(0);
    await tray(here).getByText('waiting').waitFor();
    // Sent into the dark: the row stands, with its file, and waits.
    await here.getByLabel('Message Bo').fill('from the tunnel');
    await send(here);
    await rowOf(here, 'from the tunnel').getByRole('progressbar').waitFor();
    await fast();
    await world.server.start();
    await stored(here, 'from the tunnel').waitFor();
    expect(offsets[0]).toBeNull();
    expect(Number(offsets.at(-1))).toBeGreaterThan(0);
    const link = rowOf(there, 'from the tunnel').getByRole('link', { name: /^Download long.bin/ });
    const [download] = await Promise.all([there.waitForEvent('download'), link.click()]);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await readFile(await download.path()))).toBe(hash(file.buffer));
  });

  it('[MS3] chosen and sent without a network, over a reload, goes out once', async () => {
    world.expectComplaints(...noNetwork);
    const { ada, here, there, threadId } = await pair();
    await ada.context.setOffline(true);
    await here.getByText("You're offline.").waitFor();
    await choose(here, await picture('tunnel.png', 400, 300, '#2980b9'));
    await tray(here).getByText('waiting').waitFor();
    await send(here);
    await here.getByAltText('tunnel.png').waitFor();
    await here.getByText('1 message waits').waitFor();
    await here.close();
    await ada.context.setOffline(false);
    const again = await ada.open(`/t/${threadId}`);
    await again.getByAltText('tunnel.png').waitFor();
    await there.getByRole('button', { name: 'Open tunnel.png' }).waitFor();
    await until(() => ada.api.bodies(threadId)).toEqual(['']);
    await again.getByRole('button', { name: 'Open tunnel.png' }).waitFor();
  });

  it('[AT11] come back with the draft, reload after reload, and are sent; one that had not arrived says so', async () => {
    const { here, there } = await pair();
    await choose(here, [
      await picture('red.png', 400, 300, '#c0392b'),
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring boots.') },
    ]);
    const uploaded = tray(here).getByLabel('uploaded');
    await uploaded.nth(1).waitFor();
    await here.getByRole('link', { name: /Bo/ }).getByText('2 files').waitFor();
    await here.getByLabel('Message Bo').fill('look');
    for (let reloads = 0; reloads < 2; reloads += 1) {
      await here.reload();
      await uploaded.nth(1).waitFor();
      expect(await here.getByLabel('Message Bo').inputValue()).toBe('look');
      const preview = tray(here).getByRole('listitem').filter({ hasText: 'red.png' }).locator('img');
      await until(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
    }

    await slowly(here, 50_000);
    await choose(here, noise('long.bin', 1_000_000));
    await tray(here).getByRole('progressbar', { name: 'Uploading long.bin' }).waitFor();
    await here.reload();
    await tray(here).getByText('Lost. Choose it again.').waitFor();
    expect(await findings(here)).toEqual([]);
    await here.getByLabel('Message Bo').press('Enter');
    expect(await here.getByLabel('Message Bo').inputValue()).toBe('look');
    await tray(here).getByRole('button', { name: 'Remove long.bin' }).click();
    await send(here);
    await rowOf(there, 'look').getByRole('button', { name: 'Open red.png' }).waitFor();
    const link = rowOf(there, 'look').getByRole('link', { name: /^Download notes.txt/ });
    const [download] = await Promise.all([there.waitForEvent('download'), link.click()]);
    expect(await readFile(await download.path(), 'utf8')).toBe('Bring boots.');
    await stored(here, 'look').waitFor();
    await here.reload();
    await rowOf(here, 'look').waitFor();
    expect(await tray(here).count()).toBe(0);
  });

  it('are waited for: after a reload no message goes without those of its draft', async () => {
    world.expectComplaints(...noNetwork);
    const { here, there } = await pair();
    await choose(here, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring boots.') });
    await tray(here).getByLabel('uploaded').waitFor();
    await here.getByLabel('Message Bo').fill('look');
    let pass = () => {};
    const held = new Promise<void>((resolve) => (pass = resolve));
    await here.route(/\/noted-[^/]*\.js$/, (route) => held.then(() => route.continue()));
    await here.reload();
    const field = here.getByLabel('Message Bo');
    const waiting = here.getByRole('status', { name: 'Getting this draft’s files back' });
    await waiting.getByText('notes.txt').waitFor();
    await field.press('Enter');
    await field.press('End');
    await field.pressSequentially(' here');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('look here');
    expect(await findings(here)).toEqual([]);
    pass();
    await tray(here).getByLabel('uploaded').waitFor();
    expect(await waiting.count()).toBe(0);
    await field.press('Enter');
    await rowOf(there, 'look here')
      .getByRole('link', { name: /^Download notes.txt/ })
      .waitFor();

    // Where that part of the program cannot be had at all, it says so and holds nothing back.
    await choose(here, { name: 'map.txt', mimeType: 'text/plain', buffer: Buffer.from('North.') });
    await tray(here).getByLabel('uploaded').waitFor();
    await here.route(/\/noted-[^/]*\.js$/, (route) => route.abort());
    await here.reload();
    await here.getByText('Couldn’t get this draft’s files back. Reload to try again.').first().waitFor();
    await field.fill('without');
    await field.press('Enter');
    await rowOf(there, 'without').waitFor();
  });

  it('are dropped on the conversation, pasted, and cancelled on their way', async () => {
    const { here, there } = await pair();
    const conversation = here.getByRole('form', { name: 'Write a message' });
    const transfer = await here.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
      return data;
    });
    await conversation.dispatchEvent('dragover', { dataTransfer: transfer });
    await here.getByText('Drop files to send them to Bo').waitFor();
    await conversation.dispatchEvent('drop', { dataTransfer: transfer });
    await here.getByText('Drop files to send them to Bo').waitFor({ state: 'hidden' });
    await tray(here).getByText('dropped.txt').waitFor();
    await here.getByLabel('Message Bo').evaluate((field) => {
      const data = new DataTransfer();
      data.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }));
      // As a file manager has it.
      data.setData('text/plain', 'pasted.txt');
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await tray(here).getByText('pasted.txt').waitFor();
    await tray(here).getByLabel('uploaded').nth(1).waitFor();
    await send(here);
    await there.getByRole('link', { name: /^Download dropped.txt/ }).waitFor();
    await there.getByRole('link', { name: /^Download pasted.txt/ }).waitFor();

    const fast = await slowly(here, 100_000);
    await choose(here, noise('slow.bin', 2_000_000));
    await here.getByLabel('Message Bo').fill('never mind');
    await send(here);
    await rowOf(here, 'never mind').getByRole('button', { name: 'Cancel' }).click();
    await until(() => here.getByText('never mind').count()).toBe(0);
    await fast();
    await here.getByLabel('Message Bo').fill('after all');
    await send(here);
    await rowOf(there, 'after all').waitFor();
    expect(await there.getByText('never mind').count()).toBe(0);

    await stored(here, 'after all').waitFor();
    await here.getByLabel('Message Bo').press('ArrowUp');
    await here.getByText('Editing').waitFor();
    await conversation.dispatchEvent('dragover', { dataTransfer: transfer });
    await conversation.dispatchEvent('drop', { dataTransfer: transfer });
    await here.getByText('A message that you edit takes no new files.').first().waitFor();
    expect(await tray(here).count()).toBe(0);
  });

  it('[AT7] that the server sends on as they came say so before they are sent', async () => {
    const { here } = await pair();
    await choose(here, [
      await picture('red.png', 40, 30, '#c0392b'),
      { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') },
    ]);
    const told = tray(here).getByRole('listitem').filter({ hasText: 'it may say where it was made' });
    await until(() => told.allInnerTexts()).toEqual([expect.stringContaining('IMG_1.HEIC')]);
    expect(await findings(here)).toEqual([]);
  });
});
