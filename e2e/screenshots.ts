// `npm run screenshots`: the pictures of the README, of the demo at one fixed moment, so that they change only when the app does.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PrismaClient } from '../prisma/client/client.ts';
import { migrate } from '../prisma/migrate.ts';
import { password, viewer } from '../prisma/seed-people.ts';
import { plan } from '../prisma/seed-plan.ts';
import { plant } from '../prisma/seed-plant.ts';
import { talks } from '../prisma/seed-talk.ts';
import { openDatabase } from '../server/database.ts';
import { Api } from './api.ts';
import { launch } from './harness.ts';
import { AppServer } from './server.ts';

const now = new Date('2026-11-20T16:42:00Z');
const images = fileURLToPath(new URL('../docs/images/', import.meta.url));
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true };

const folder = await mkdtemp(join(tmpdir(), 'parley-screenshots-'));
const silent = { info: () => {}, warn: console.warn, error: console.error };
const database = await openDatabase({ databaseUrl: undefined, dataDir: folder }, silent);
try {
  await migrate(database.url);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
  await plant(prisma, plan(talks, now));
  await prisma.$disconnect();
  const server = await AppServer.start(database.url);
  const browser = await launch();
  try {
    // The list first: a conversation that was opened is read.
    await shoot('phone-list', phone, async (page) => {
      await page.getByRole('link', { name: /Boathouse/ }).waitFor();
    });
    await shoot('desktop', desktop, async (page) => {
      await page.getByRole('link', { name: /Boathouse/ }).click();
      await page.getByTestId('new-divider').waitFor();
      // Markdown comes a moment after the first messages, and code shows that it is there.
      await page.getByRole('feed').locator('pre').first().waitFor();
    });
    await shoot('phone-conversation', phone, async (page) => {
      await page.getByRole('link', { name: /Saturday hike/ }).tap();
      await page.getByRole('feed').getByText('See you on the platform.').waitFor();
      await page.getByRole('link', { name: /ridge-path/ }).waitFor();
    });
    await shoot('desktop-dark', { ...desktop, colorScheme: 'dark' }, async (page) => {
      await page.getByRole('link', { name: /Reading circle/ }).click();
      await page.getByRole('button', { name: 'Group', exact: true }).click();
      await page.getByRole('button', { name: 'Leave group' }).waitFor();
      await page.getByRole('feed').locator('blockquote').waitFor();
    });
  } finally {
    await browser.close();
    await server.end();
  }

  async function shoot(
    name: string,
    look: BrowserContextOptions,
    arrange: (page: Page) => Promise<void>,
  ): Promise<void> {
    const api = new Api(server.url);
    await api.signIn(viewer, password);
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...look,
    });
    await context.addCookies([{ ...api.cookie, url: server.url }]);
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    await page.goto(server.url);
    await arrange(page);
    await page.evaluate(async () => document.fonts.ready);
    if (!look.hasTouch) await page.mouse.move(640, 790);
    // The date that floats while one scrolls.
    await page.locator('[aria-hidden] > .shadow-float').waitFor({ state: 'hidden' });
    // A caret blinks, and so would the picture.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
    await context.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
