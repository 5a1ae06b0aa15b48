import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../prisma/client/client.ts';
import { password as demoPassword } from '../prisma/seed-people.ts';
import { plan } from '../prisma/seed-plan.ts';
import { plant } from '../prisma/seed-plant.ts';
import { talks } from '../prisma/seed-talk.ts';
import { rowOf, say, until, openWorld } from './harness.ts';

const world = openWorld();
const boathouse = /Boathouse/;

beforeAll(async () => {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.database.url }) });
  await plant(prisma, plan(talks, new Date()));
  await prisma.$disconnect();
});

/** Holds back what asks for older messages. */
const holdOlder = (page: Page, held: (() => void)[]): Promise<void> =>
  page.routeWebSocket(/graphql/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { payload } = JSON.parse(String(message)) as { payload?: { variables?: { before?: unknown } } };
      if (payload?.variables?.before) held.push(() => server.send(message));
      else server.send(message);
    });
  });

async function openBoathouse(handle: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const person = await world.known(handle, demoPassword);
  const page = await person.context.newPage();
  await prepare?.(page);
  await page.goto(world.url);
  await page.getByRole('link', { name: boathouse }).click();
  await page.getByRole('feed').waitFor();
  await until(() => page.locator('[data-message]').count()).toBeGreaterThan(5);
  return page;
}

/** How far the conversation is from its end, in pixels. */
const fromEnd = (page: Page): Promise<number> =>
  page.getByRole('feed').evaluate((feed) => {
    const scroller = feed.parentElement!;
    return Math.round(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop);
  });

const wheel = async (page: Page, pixels: number): Promise<void> => {
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, pixels);
};

/** Until nothing has moved for some frames: scrolling is animated, and rows take their heights as they come into view. */
const settled = (page: Page): Promise<void> =>
  page.getByRole('feed').evaluate(
    (feed) =>
      new Promise<void>((resolve) => {
        let before = '';
        let still = 0;
        const look = () => {
          const { scrollTop, scrollHeight } = feed.parentElement!;
          const now = `${scrollTop} ${scrollHeight}`;
          still = now === before ? still + 1 : 0;
          before = now;
          if (still > 8) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

/** The message that stands in the middle of the screen. */
const inTheMiddle = (page: Page): Promise<{ id: string; top: number }> =>
  page.evaluate(() => {
    const row = [380, 400, 420]
      .map((y) => document.elementFromPoint(700, y)?.closest('[data-message]'))
      .find(Boolean)!;
    return { id: row.id, top: row.getBoundingClientRect().top };
  });

const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((row) => document.getElementById(row)!.getBoundingClientRect().top, id);

/** Which message has the focus, by its place in the conversation; 0 when none has. */
const focusedPlace = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('aria-posinset')));

describe('a conversation of 2,000 messages', () => {
  it('[RC4] opens at the first unread message, under a divider, and counts down as one reads', async () => {
    const page = await openBoathouse('ada');
    const divider = page.getByTestId('new-divider');
    await divider.waitFor();
    expect(await divider.evaluate((line) => line.getBoundingClientRect().top)).toBeGreaterThan(0);
    await page.getByRole('button', { name: /Jump to latest/ }).click();
    await until(() => fromEnd(page)).toBeLessThan(3);
    // Two in the direct talk and one on the hike are left.
    await until(() => page.title()).toBe('(3) Parley');
    expect(await divider.count()).toBe(1);
  });

  it('[MS13] [PG2] loads older messages ahead of the edge, and what is being read does not move', async () => {
    const held: (() => void)[] = [];
    const page = await openBoathouse('hugo', (tab) => holdOlder(tab, held));
    await until(() => fromEnd(page)).toBeLessThan(3);
    for (let pages = 0; pages < 6; pages += 1) {
      // Asked for before the edge is reached.
      while (held.length === 0) {
        await wheel(page, -400);
        await settled(page);
      }
      expect(await page.getByRole('feed').evaluate((feed) => feed.parentElement!.scrollTop)).toBeGreaterThan(
        0,
      );
      const reading = await inTheMiddle(page);
      held.splice(0).forEach((release) => release());
      await until(() => page.getByRole('feed').getAttribute('aria-busy')).toBe('false');
      await settled(page);
      expect(Math.abs((await topOf(page, reading.id)) - reading.top)).toBeLessThanOrEqual(2);
    }
    const places = await page
      .locator('[data-message]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset'))));
    expect(places).toEqual(Array.from({ length: places.length }, (_, index) => places[0]! + index));
    expect(places.length).toBeLessThan(120);
  });

  it('stays where one reads when messages come, says how many, and follows only who is at the end', async () => {
    const page = await openBoathouse('fumiko');
    const bo = await world.known('bo', demoPassword);
    const threadId = new URL(page.url()).pathname.split('/').at(-1)!;
    await until(() => fromEnd(page)).toBeLessThan(3);
    await bo.api.send(threadId, 'seen at once');
    await rowOf(page, 'seen at once').waitFor();
    await until(() => fromEnd(page)).toBeLessThan(3);

    await wheel(page, -900);
    await until(() => fromEnd(page)).toBeGreaterThan(500);
    await settled(page);
    const reading = await inTheMiddle(page);
    for (const text of ['further', 'down', 'below']) await bo.api.send(threadId, text);
    const jump = page.getByRole('button', { name: /Jump to latest/ });
    await until(() => jump.getAttribute('aria-label')).toBe('Jump to latest, 3 new');
    expect(Math.abs((await topOf(page, reading.id)) - reading.top)).toBeLessThanOrEqual(2);

    await jump.click();
    await until(() => fromEnd(page)).toBeLessThan(3);
    await rowOf(page, 'below').waitFor();
    await say(page, 'and one’s own');
    await rowOf(page, 'and one’s own').waitFor();
    await until(() => fromEnd(page)).toBeLessThan(3);
  });

  it('a quote leads far back, and lights up what it quotes', async () => {
    const page = await openBoathouse('grace');
    await page.getByRole('button', { name: /In reply to.*Ada Okafor.*Launch list/ }).click();
    await until(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Slip booked');
  });

  it('each conversation keeps its place', async () => {
    const page = await openBoathouse('lev');
    await until(() => fromEnd(page)).toBeLessThan(3);
    await settled(page);
    await wheel(page, -1_200);
    await until(() => fromEnd(page)).toBeGreaterThan(700);
    await settled(page);
    const place = await fromEnd(page);
    await page.getByRole('link', { name: /Reading circle/ }).click();
    await page.getByRole('heading', { name: 'Reading circle' }).waitFor();
    await page.getByRole('link', { name: boathouse }).click();
    await page.getByRole('heading', { name: 'Boathouse' }).waitFor();
    await until(async () => Math.abs((await fromEnd(page)) - place) < 60).toBe(true);
  });

  it('keys walk the rows as far as they are pressed, however fast, also while older messages come', async () => {
    const held: (() => void)[] = [];
    const page = await openBoathouse('fumiko', (tab) => holdOlder(tab, held));
    await until(() => fromEnd(page)).toBeLessThan(3);
    /** None waits for the one before it. */
    const press = (key: string, times: number) =>
      Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));
    await page.locator('[data-message]').last().focus();
    const end = await focusedPlace(page);
    for (let round = 0; round < 6; round += 1) {
      await press('End', 1);
      await press('ArrowUp', 20);
      await press('ArrowDown', 6);
      await until(() => focusedPlace(page)).toBe(end - 14);
      await press('PageUp', 2);
      await press('PageDown', 1);
      await until(() => focusedPlace(page)).toBeLessThan(end - 14);
      expect(await focusedPlace(page)).toBeGreaterThan(0);

      await press('Home', 1);
      const home = await focusedPlace(page);
      expect(home).toBeGreaterThan(0);
      await press('End', 1);
      // Home leads to a row that is far from the page; what is pressed next is pressed before that row can be there.
      const [there, walk] = [press('Home', 1), press('ArrowDown', 12)];
      await there;
      await until(() => held.length).toBeGreaterThan(0);
      held.splice(0).forEach((release) => release());
      await walk;
      await until(() => focusedPlace(page)).toBe(home + 12);
      await settled(page);
      expect(await focusedPlace(page)).toBe(home + 12);

      // Far from the row that has the focus, keys still go on from it.
      await wheel(page, 4_000);
      await settled(page);
      await press('ArrowDown', 3);
      await until(() => focusedPlace(page)).toBe(home + 15);
    }
  });

  it('what comes late beside the conversation leaves the focus with whoever walks the rows', async () => {
    const person = await world.known('fumiko', demoPassword);
    const page = await person.context.newPage();
    const held: (() => Promise<void>)[] = [];
    await page.route(/-panel-[^/]*\.js$/, (route) => void held.push(() => route.continue()));
    await page.goto(world.url);
    const path = await page.getByRole('link', { name: boathouse }).getAttribute('href');
    await page.goto(`${world.url}${path}?panel=people`);
    await until(() => page.locator('[data-message]').count()).toBeGreaterThan(5);
    await until(() => fromEnd(page)).toBeLessThan(3);
    await page.locator('[data-message]').last().focus();
    const end = await focusedPlace(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
    await until(() => held.length).toBeGreaterThan(0);
    for (const release of held) await release();
    await page.getByRole('button', { name: 'Leave group' }).waitFor();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
    await until(() => focusedPlace(page)).toBe(end - 6);

    // Whoever opens it by hand is led into it.
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await until(() => page.evaluate(() => document.activeElement?.id)).toBe('panel-heading');
  });
});

it('a conversation with more unread than a page holds opens from the list, at the first of them', async () => {
  const ann = await world.person('ann-unread', 'Ann');
  const bea = await world.person('bea-unread', 'Bea');
  const group = await ann.api.createGroup('Lighthouse', [bea.id]);
  for (let index = 0; index < 70; index += 1) await bea.api.send(group, `Signal ${index}`);
  const page = await ann.open('/');
  await page.getByRole('link', { name: /Lighthouse/ }).click();
  await rowOf(page, 'Signal 0').waitFor();
  await page.getByTestId('new-divider').waitFor();
});
