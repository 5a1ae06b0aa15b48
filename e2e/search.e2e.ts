import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrismaPg } from '@prisma/adapter-pg';
import sharp from 'sharp';
import { PrismaClient } from '../prisma/client/client.ts';
import { newId } from '../schema/id.ts';
import { findings } from './findings.ts';
import { openWorld, password, type Person, rowOf, say, until } from './harness.ts';

const world = openWorld();
const total = 3_000;

let ada: Person;
let bo: Person;
let group = '';
let direct = '';
/** What was said in the group, by its seq. */
const idOf = new Map<number, string>();

beforeAll(async () => {
  ada = await world.person('ada', 'Ada Okafor');
  bo = await world.person('bo', 'Bo Lindqvist');
  group = await ada.api.createGroup('Boathouse', [bo.id]);
  direct = await ada.api.startDirectThread(bo.id);
  await bo.api.send(direct, 'Bring the lantern, will you?');
  await sendPicture(group);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.database.url }) });
  const { lastSeq } = await prisma.thread.findUniqueOrThrow({ where: { id: group } });
  const since = Date.now() - total * 60_000;
  const rows = Array.from({ length: total }, (_, index) => ({
    id: newId('msg'),
    threadId: group,
    seq: lastSeq + index + 1,
    authorId: index % 2 === 0 ? ada.id : bo.id,
    body: index === 20 ? 'The **lantern** hangs in the shed, by the oars' : `Knot ${index} of the rope`,
    createdAt: new Date(since + index * 60_000),
  }));
  await prisma.message.createMany({ data: rows });
  const last = rows.at(-1)!;
  await prisma.thread.update({
    where: { id: group },
    data: { lastSeq: last.seq, lastMessageId: last.id, lastActivityAt: last.createdAt },
  });
  await prisma.participant.updateMany({
    where: { threadId: group },
    data: { lastReadSeq: last.seq, shownReadSeq: last.seq },
  });
  for (const { id, seq } of rows) idOf.set(seq - lastSeq - 1, id);
  await prisma.$disconnect();
});

/** What Ada begins the group with. */
async function sendPicture(threadId: string): Promise<void> {
  const page = await ada.open(`/t/${threadId}`);
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#16a085' } })
    .png()
    .toBuffer();
  await page.getByLabel('Message Boathouse').waitFor();
  await page.locator('input[type="file"]').setInputFiles({ name: 'shed.png', mimeType: 'image/png', buffer });
  await page.getByRole('list', { name: 'Files to send' }).getByLabel('uploaded').waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: /^(Sent|Delivered|Read):/ }).waitFor();
  await page.close();
}

const again = (who: Person, options = {}) => world.known(who.handle, password, options);
const field = (page: Page) => page.getByRole('combobox', { name: 'Search messages' });
const hits = (page: Page) => page.getByRole('list', { name: 'Messages found' }).getByRole('link');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** Whether a row stands within what is seen of the conversation. */
const inSight = (page: Page, text: string) =>
  rowOf(page, text).evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const around = row.closest('[role="feed"]')!.parentElement!.getBoundingClientRect();
    return top >= around.top && bottom <= around.bottom;
  });

describe('the search', () => {
  it('finds with the keys alone, opens a hit far back in its place, and back leads to where one was', async () => {
    const page = await (await again(ada)).open(`/t/${direct}`);
    await rowOf(page, 'Bring the lantern').waitFor();
    await page.keyboard.press('Control+k');
    await until(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('lantern');
    await until(() => hits(page).count()).toBe(2);
    await until(() => page.locator('mark').allInnerTexts()).toEqual(['lantern', 'lantern']);
    await until(() => hits(page).first().innerText()).toContain('with Bo Lindqvist');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await until(() => focused(page)).toContain('hangs in the shed');
    await page.keyboard.press('Enter');
    await rowOf(page, 'hangs in the shed').waitFor();
    expect(new URL(page.url()).searchParams.get('m')).toBe(idOf.get(20));
    await until(() => focused(page)).toContain('hangs in the shed');
    await until(() => inSight(page, 'hangs in the shed')).toBe(true);
    // Only its surroundings were fetched, and on from there goes the thread.
    await rowOf(page, 'Knot 21 of').waitFor();
    await page.goBack();
    await until(() => hits(page).count()).toBe(2);
    await until(() => focused(page)).toContain('hangs in the shed');
    await page.goBack();
    await rowOf(page, 'Bring the lantern').waitFor();
  });

  it('completes whom and where, and understands operators', async () => {
    const page = await (await again(ada)).open('/search');
    await page.getByRole('heading', { name: 'Find what was said' }).waitFor();
    await field(page).pressSequentially('lantern from:b');
    await page.getByRole('option', { name: /Bo Lindqvist/ }).waitFor();
    await page.keyboard.press('Enter');
    await until(() => field(page).inputValue()).toBe('lantern from:bo ');
    await until(() => hits(page).count()).toBe(1);
    await field(page).fill('');
    await field(page).pressSequentially('lantern in:boat');
    await page.getByRole('option', { name: /Boathouse/ }).click();
    await until(() => field(page).inputValue()).toBe('lantern in:Boathouse ');
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('in Boathouse')]);
    await field(page).fill('lantern -shed');
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('with Bo')]);
    await field(page).fill('');
    await field(page).pressSequentially('lantern -in:boat');
    await page.getByRole('option', { name: /Boathouse/ }).click();
    await until(() => field(page).inputValue()).toBe('lantern -in:Boathouse ');
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('with Bo')]);
    await page.getByRole('button', { name: 'Best' }).click();
    await until(() => new URL(page.url()).searchParams.get('best')).toBe('true');
    await until(() => hits(page).count()).toBe(1);
    await field(page).fill('nothing-like-this');
    await page.getByText('Nothing found').waitFor();
    await field(page).fill('"hangs in the shed"');
    await until(() => hits(page).count()).toBe(1);
    await field(page).fill('"the shed hangs"');
    await page.getByText('Nothing found').waitFor();
    // What was planted is two days old.
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10);
    await field(page).fill(`lantern after:${yesterday}`);
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('with Bo')]);
    await field(page).fill(`lantern before:${yesterday}`);
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('in Boathouse')]);
    await field(page).fill('has:file');
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('shed.png')]);
    await field(page).fill('hed.p');
    await until(() => hits(page).locator('mark').allInnerTexts()).toEqual(['hed.p']);
    world.expectComplaints(/status of 400/);
    await field(page).fill('before:yesterday');
    await page.getByText('before: takes a day').waitFor();
    await field(page).fill('boat');
    await page.getByRole('navigation', { name: 'Conversations found' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Boathouse' }).waitFor();
  });

  it('finds a picture by `has:`, and far back in its place it opens large, there and then', async () => {
    const page = await (await again(bo)).open('/search');
    await field(page).pressSequentially('has:im');
    await page.getByRole('option', { name: /image/ }).click();
    await until(() => hits(page).allInnerTexts()).toEqual([expect.stringContaining('shed.png')]);
    await hits(page).click();
    const thumbnail = page.getByRole('button', { name: 'Open shed.png' });
    await thumbnail.click();
    const large = page.getByRole('dialog', { name: 'shed.png' });
    await large.getByAltText('shed.png').waitFor();
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    await until(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Open shed.png');
  });

  it('pages while one scrolls, and comes back to the same hit', async () => {
    const page = await (await again(bo)).open('/search?q=rope');
    await until(() => hits(page).count()).toBeGreaterThanOrEqual(30);
    for (let round = 0; round < 4; round += 1) {
      const before = await hits(page).count();
      await hits(page).last().scrollIntoViewIfNeeded();
      await until(() => hits(page).count()).toBeGreaterThan(before);
    }
    const hit = hits(page).nth(100);
    await hit.scrollIntoViewIfNeeded();
    const { y } = (await hit.boundingBox())!;
    await hit.click();
    await until(() => focused(page)).toContain('Knot 2899 of');
    await page.goBack();
    await until(() => focused(page)).toContain('Knot 2899 of');
    await until(async () => Math.abs((await hits(page).nth(100).boundingBox())!.y - y)).toBeLessThan(3);
  });
});

describe('a link to a message', () => {
  it('is copied from its row, and leads who signs in to it, lit up', async () => {
    const mine = await again(ada);
    await mine.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await mine.open(`/t/${group}?m=${idOf.get(1_000)}`);
    await rowOf(page, 'Knot 1000 of').focus();
    await rowOf(page, 'Knot 1000 of').getByRole('button', { name: 'Copy link' }).first().click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${world.url}/t/${group}?m=${idOf.get(1_000)}`);

    world.expectComplaints(/status of 4\d\d/);
    const other = await (await world.context()).newPage();
    await other.goto(link);
    await other.getByLabel('Handle').fill('bo');
    await other.getByLabel('Password', { exact: true }).fill(password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await until(() => focused(other)).toContain('Knot 1000 of');
    await until(() => inSight(other, 'Knot 1000 of')).toBe(true);
    expect(await rowOf(other, 'Knot 1000 of').getAttribute('class')).toContain('message-lit');
  });

  it('goes on in both directions, and to the latest', async () => {
    const page = await (await again(bo)).open(`/t/${group}?m=${idOf.get(1_500)}`);
    await until(() => focused(page)).toContain('Knot 1500 of');
    const scrolled = (pixels: number) => page.mouse.wheel(0, pixels);
    await page.mouse.move(700, 400);
    for (let round = 0; round < 8; round += 1) {
      await scrolled(1_500);
      await until(() => page.getByRole('feed').getAttribute('aria-busy')).toBe('false');
    }
    // No row is left out on the way; the one that has the focus stays in the page.
    const shown = () =>
      page
        .locator('[data-message]:not(:focus)')
        .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset'))));
    const seqs = await shown();
    expect(seqs).toEqual(seqs.map((_, index) => seqs[0]! + index));
    expect(seqs[0]).toBeGreaterThan(1_530);
    expect(seqs[0]).toBeLessThan(2_300);
    for (let round = 0; round < 14; round += 1) {
      await scrolled(-1_500);
      await until(() => page.getByRole('feed').getAttribute('aria-busy')).toBe('false');
    }
    await until(async () => (await shown())[0]).toBeLessThan(1_460);
    await page.getByRole('button', { name: /Jump to latest/ }).click();
    await rowOf(page, 'Knot 2999 of').waitFor();
    await until(() => inSight(page, 'Knot 2999 of')).toBe(true);
  });

  it('and an answer given there stands at the end, for both', async () => {
    const theirs = await (await again(bo)).open(`/t/${group}`);
    await rowOf(theirs, 'Knot 2999 of').waitFor();
    const page = await (await again(ada)).open(`/t/${group}?m=${idOf.get(700)}`);
    await until(() => focused(page)).toContain('Knot 700 of');
    await rowOf(page, 'Knot 700 of').getByRole('button', { name: 'Reply' }).first().click();
    await say(page, 'That one came loose');
    await rowOf(page, 'That one came loose').waitFor();
    await rowOf(theirs, 'That one came loose').waitFor();
    await rowOf(theirs, 'That one came loose')
      .getByRole('button', { name: /In reply to.*Knot 700 of/ })
      .click();
    await until(() => focused(theirs)).toContain('Knot 700 of');
    // What is said meanwhile is there when one comes back.
    await ada.api.send(group, 'Said while away');
    await theirs.getByRole('button', { name: /Jump to latest/ }).click();
    await rowOf(theirs, 'Said while away').waitFor();
  });

  it('to what is missing and to what is elsewhere says the same', async () => {
    const cy = await world.person('cy', 'Cy');
    const secret = await cy.api.startDirectThread(ada.id);
    const elsewhere = await cy.api.send(secret, 'Not for Bo');
    for (const id of [elsewhere, newId('msg')]) {
      const page = await (await again(bo)).open(`/t/${group}?m=${id}`);
      await page.getByText('That message isn’t there, or isn’t yours to see.').first().waitFor();
      await page.getByRole('feed').waitFor();
      await page.close();
    }
    const page = await (await again(bo)).open(`/t/${secret}?m=${elsewhere}`);
    await page.getByText("This conversation isn't yours to see").waitFor();
  });
});

const looks = {
  'on a desktop': { viewport: { width: 1280, height: 800 } },
  'in the dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
  'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

describe.each(Object.entries(looks))('axe finds nothing %s', (name, look) => {
  it('in the search', async () => {
    const page = await (await again(ada, look)).open('/search');
    const shot = async (what: string) => {
      const folder = process.env['SHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/${what} ${name}.png` });
    };
    await page.getByRole('heading', { name: 'Find what was said' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('help');
    await field(page).pressSequentially('from:');
    await page.getByRole('option', { name: /Bo/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('completion');
    await field(page).fill('lantern');
    await until(() => hits(page).count()).toBe(2);
    expect(await findings(page)).toEqual([]);
    await shot('hits');
    await field(page).fill('nothing-like-this');
    await page.getByText('Nothing found').waitFor();
    await shot('nothing');
    await page.goto(`${world.url}/t/${group}?m=${idOf.get(20)}`);
    await until(() => focused(page)).toContain('hangs in the shed');
    expect(await findings(page)).toEqual([]);
    await shot('place');
  });
});
