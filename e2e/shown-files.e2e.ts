import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { media, wav } from '../server/testing/media.ts';
import { findings } from './findings.ts';
import { openWorld, until } from './harness.ts';

const world = openWorld();
let count = 0;

interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const picture = async (name: string, width: number, height: number): Promise<File> => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width, height, channels: 3, background: '#16a085' } })
    .png()
    .toBuffer(),
});

/** What somebody sees to whom these files were sent. */
async function receive(
  files: File[] | ((page: Page) => Promise<File[]>),
  options: BrowserContextOptions = {},
): Promise<Page> {
  count += 1;
  const ada = await world.person(`ada-s${count}`, 'Ada');
  const bo = await world.person(`bo-s${count}`, 'Bo', options);
  const threadId = await ada.api.startDirectThread(bo.id);
  const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
  await hers.getByLabel('Message Bo').waitFor();
  const chosen = typeof files === 'function' ? await files(hers) : files;
  await hers.locator('input[type="file"]').setInputFiles(chosen);
  await hers
    .getByLabel('uploaded')
    .nth(chosen.length - 1)
    .waitFor();
  await hers.getByRole('button', { name: 'Send' }).click();
  return his;
}

const open = (page: Page, name: string) => page.getByRole('button', { name: `Open ${name}` }).click();
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const widthOf = (page: Page, name: string) =>
  dialog(page, name)
    .getByAltText(name)
    .evaluate((image) => image.clientWidth);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('a picture, seen large', () => {
  it('has its own size where it is clicked, is moved there by the keys, and fits again', async () => {
    const page = await receive([await picture('pier.png', 2400, 1800), await picture('boat.png', 100, 80)]);
    await open(page, 'pier.png');
    const pier = dialog(page, 'pier.png');
    const larger = pier.getByRole('button', { name: 'Show pier.png in its full size' });
    const { width, height } = (await larger.boundingBox())!;
    expect(width).toBeLessThan(1280);
    await larger.click({ position: { x: width - 4, y: height - 4 } });
    await until(() => widthOf(page, 'pier.png')).toBe(2400);
    const toRight = () =>
      pier
        .getByAltText('pier.png')
        .evaluate((image) => image.getBoundingClientRect().right - image.ownerDocument.body.clientWidth);
    await until(toRight).toBeLessThan(0);
    const corner = await toRight();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await until(toRight).toBeGreaterThan(corner);
    await pier.getByRole('button', { name: 'Fit pier.png to the screen' }).press('Enter');
    await until(() => widthOf(page, 'pier.png')).toBeLessThan(1280);

    // From here on they lead to the others, one of which there is no larger.
    await page.keyboard.press('ArrowRight');
    await dialog(page, 'boat.png').waitFor();
    await until(() => widthOf(page, 'boat.png')).toBe(100);
    expect(await page.getByRole('button', { name: /full size/ }).count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await larger.waitFor();
    await page.keyboard.press('Escape');
    await pier.waitFor({ state: 'hidden' });
  });

  it('that did not come says so, and is tried again', async () => {
    world.expectComplaints(/Failed to load resource/);
    const page = await receive([await picture('pier.png', 2400, 1800)]);
    await page.getByRole('button', { name: 'Open pier.png' }).waitFor();
    await page.route(
      (url) => /^\/files\/[^/]+$/.test(url.pathname),
      (route) => route.abort(),
    );
    await open(page, 'pier.png');
    const pier = dialog(page, 'pier.png');
    await pier.getByRole('alert').getByText('pier.png didn’t load.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unrouteAll();
    await pier.getByRole('button', { name: 'Try again' }).click();
    await until(() =>
      pier.getByAltText('pier.png').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(2400);
  });

  it('gives way to the next under a finger, which moves it where it has its own size', async () => {
    const page = await receive(
      [await picture('pier.png', 2400, 1800), await picture('boat.png', 800, 600)],
      phone,
    );
    const touch = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const at = (x: number) => ({ touchPoints: [{ x, y: 400 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from) });
      for (let step = 1; step <= 4; step += 1)
        await touch.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          ...at(from + ((to - from) * step) / 4),
        });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await page.getByRole('button', { name: 'Open pier.png' }).tap();
    await dialog(page, 'pier.png').waitFor();
    await swipe(300, 60);
    await dialog(page, 'boat.png').waitFor();
    await swipe(60, 300);
    await dialog(page, 'pier.png').waitFor();
    await dialog(page, 'pier.png').getByAltText('pier.png').tap();
    await until(() => widthOf(page, 'pier.png')).toBe(2400);
    const left = () =>
      dialog(page, 'pier.png')
        .getByAltText('pier.png')
        .evaluate((image) => image.getBoundingClientRect().left);
    const before = await left();
    await swipe(300, 60);
    await until(left).toBeLessThan(before);
    expect(await dialog(page, 'pier.png').count()).toBe(1);
  });
});

it('[AT30] a recording is played where it stands', async () => {
  const page = await receive([{ name: 'tone.wav', mimeType: 'audio/wav', buffer: wav }]);
  const player = page.locator('audio[aria-label="tone.wav"]');
  await player.waitFor();
  expect(await findings(page)).toEqual([]);
  // Without a sound, for nobody has touched this page.
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.muted = true;
    return audio.play();
  });
  await until(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0);
  const [duration, failure] = await player.evaluate((audio: HTMLAudioElement) => [
    audio.duration,
    audio.error?.message,
  ]);
  expect([duration, failure]).toEqual([0.5, undefined]);
});

/** A film of some three seconds, as a browser makes it: of less where a busy machine is late with its first frame. */
async function film(page: Page): Promise<File> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const drawing = canvas.getContext('2d');
    let hue = 0;
    const drawn = setInterval(() => {
      if (drawing) drawing.fillStyle = `hsl(${(hue += 10)} 80% 50%)`;
      drawing?.fillRect(0, 0, 64, 48);
    }, 30);
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    recorder.stop();
    await ended;
    clearInterval(drawn);
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return { name: 'pier.webm', mimeType: 'video/webm', buffer: Buffer.from(bytes) };
}

describe('a film', () => {
  it('[AT30] is played where it stands, and from any place on', async () => {
    const page = await receive(async (hers) => [await film(hers)]);
    const player = page.locator('video[aria-label="pier.webm"]');
    await until(() => player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(64);
    await player.evaluate((video: HTMLVideoElement) => {
      video.muted = true;
      return video.play();
    });
    await until(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
    const at = await player.evaluate(async (video: HTMLVideoElement) => {
      video.pause();
      const there = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      video.currentTime = 1;
      await there;
      return video.currentTime;
    });
    expect(at).toBeCloseTo(1);
    expect(await findings(page)).toEqual([]);
  });

  it('[AT30] that the browser cannot decode is there to be had', async () => {
    const { name, said, bytes } = media[0]!;
    const page = await receive([{ name, mimeType: said, buffer: bytes }]);
    await page.getByRole('link', { name: /^Download a.mp4 MP4/ }).waitFor();
    expect(await page.locator('video').count()).toBe(0);
  });
});
