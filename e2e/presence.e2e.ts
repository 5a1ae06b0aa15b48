import { PrismaPg } from '@prisma/adapter-pg';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PrismaClient } from '../prisma/client/client.ts';
import { newId } from '../schema/id.ts';
import { findings } from './findings.ts';
import { openWorld, type Person, rowOf, say, until } from './harness.ts';

const world = openWorld();

describe('who is there', () => {
  it('[PR1] [PR2] shows in the list and above the conversation, and goes with the last page', async () => {
    const ada = await world.person('ada', 'Ada');
    const bo = await world.person('bo', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const page = await ada.open(`/t/${threadId}`);
    const dots = page.locator('[data-presence]');
    const head = page.locator('header', { hasText: 'Bo' });
    await until(() => head.innerText()).toContain('Last seen');
    expect(await dots.count()).toBe(0);

    const phone = await bo.context.newPage();
    await phone.clock.install();
    await phone.goto(world.url);
    await until(() => dots.count()).toBe(2);
    await until(() => head.innerText()).toContain('Online');

    await until(() => phone.locator('[data-presence]').count()).toBe(1);

    // Nobody touches it for a while.
    await phone.clock.fastForward('06:00');
    await until(() => head.innerText()).toContain('Away');
    await phone.mouse.move(10, 10);
    await phone.mouse.move(20, 20);
    await until(() => head.innerText()).toContain('Online');

    await phone.close();
    await until(() => head.innerText()).toContain('Last seen just now');
    await until(() => dots.count()).toBe(0);
  });

  it('[PV5] is kept to oneself by a switch, and then shows of nobody', async () => {
    const ada = await world.person('ada-2', 'Ada');
    const bo = await world.person('bo-2', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const page = await ada.open(`/t/${threadId}`);
    const phone = await bo.open(`/t/${threadId}`);
    await until(() => page.locator('[data-presence="ONLINE"]').count()).toBe(2);
    await until(() => phone.locator('[data-presence="ONLINE"]').count()).toBe(2);
    await phone.goto(`${world.url}/settings`);
    await phone.getByRole('switch', { name: 'Online and last seen' }).click();
    await until(() => page.locator('[data-presence]').count()).toBe(0);
    // Before it is told of Ada there is nothing to see in any case.
    let told = false;
    phone.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const text = String(payload);
        told ||= text.includes('"presence"') && text.includes(ada.id);
      }),
    );
    await phone.goto(`${world.url}/t/${threadId}`);
    await until(() => told).toBe(true);
    await until(() => phone.getByText('@ada-2').first().isVisible()).toBe(true);
    expect(await phone.locator('[data-presence]').count()).toBe(0);
  });

  it('[PV10] [PV11] the tick at a message says no more than Sent, until something is done', async () => {
    const ada = await world.person('ada-3', 'Ada');
    const bo = await world.person('bo-3', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const page = await ada.open(`/t/${threadId}`);
    const phone = await bo.open('/settings');
    await phone.getByRole('switch', { name: 'Online and last seen' }).click();
    await until(() =>
      phone.getByRole('switch', { name: 'Online and last seen' }).getAttribute('aria-checked'),
    ).toBe('false');
    await say(page, 'Are you there?');
    // His open tab has it, and has told his other devices so.
    const delivered = () =>
      bo.api.ask<{ viewerParticipant: { lastDeliveredSeq: number } }>(
        'query ($id: ID!) { result: thread(id: $id) { viewerParticipant { lastDeliveredSeq } } }',
        { id: threadId },
      );
    await until(async () => (await delivered()).viewerParticipant.lastDeliveredSeq).toBe(1);
    await page.reload();
    const tick = rowOf(page, 'Are you there?').locator('[data-delivery]');
    await until(() => tick.getAttribute('data-delivery')).toBe('sent');
    await phone.goto(`${world.url}/t/${threadId}`);
    await until(() => tick.getAttribute('data-delivery')).toBe('read');
  });
});

describe('what one reads', () => {
  it('[PV1] [PV3] is kept to oneself by a switch, and then shows of nobody', async () => {
    const ada = await world.person('ada-5', 'Ada');
    const bo = await world.person('bo-5', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const hers = await ada.open(`/t/${threadId}`);
    const his = await bo.open('/settings');
    const receipts = his.getByRole('switch', { name: 'Read receipts' });
    await receipts.click();
    await until(() => receipts.getAttribute('aria-checked')).toBe('false');
    /** What one has read by now, as one's own devices know. */
    const hasRead = async ({ api }: Person) => {
      const { viewerParticipant } = await api.ask<{ viewerParticipant: { lastReadSeq: number } }>(
        'query ($id: ID!) { result: thread(id: $id) { viewerParticipant { lastReadSeq } } }',
        { id: threadId },
      );
      return viewerParticipant.lastReadSeq;
    };
    const dialog = (page: Page) => page.getByRole('dialog', { name: 'Who has read this' });
    const listed = (page: Page, title: string) =>
      dialog(page).getByRole('region', { name: title, exact: true });
    /** The tick says the same while one looks and when the page is read again. */
    const staysDelivered = async (page: Page, text: string) => {
      const tick = rowOf(page, text).locator('[data-delivery]');
      await until(() => tick.getAttribute('data-delivery')).toBe('delivered');
      await page.reload();
      await until(() => tick.getAttribute('data-delivery')).toBe('delivered');
      await rowOf(page, text).getByRole('button', { name: 'who has read this' }).click();
    };

    await say(hers, 'Have you read it?');
    await his.goto(`${world.url}/t/${threadId}`);
    await until(() => hasRead(bo)).toBe(1);
    await staysDelivered(hers, 'Have you read it?');
    await listed(hers, 'Read').getByText('Nobody yet.').waitFor();
    await until(() => listed(hers, 'Delivered, not read').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Bo'),
    ]);
    await hers.keyboard.press('Escape');

    await say(his, 'And you?');
    await until(() => hasRead(ada)).toBe(2);
    await staysDelivered(his, 'And you?');
    await listed(his, 'Read').getByText('You keep to yourself what you read').waitFor();
    await listed(his, 'Delivered').getByText('Ada').waitFor();
    expect(await listed(his, 'Read').getByRole('listitem').count()).toBe(0);
  });
});

/** A crowd that comes into a group, and has come as far as a message of it: as many have read it as have it only. */
async function plant(threadId: string, count: number, seq: number): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.database.url }) });
  const people = Array.from({ length: 2 * count }, (_, index) => ({
    id: newId('usr'),
    handle: `crowd-${index}`,
    displayName: `${index % 2 === 0 ? 'Reader' : 'Receiver'} ${index}`,
    passwordHash: '',
  }));
  await prisma.user.createMany({ data: people });
  await prisma.participant.createMany({
    data: people.map(({ id: userId }, index) => ({
      id: newId('par'),
      threadId,
      userId,
      shownDeliveredSeq: seq,
      deliveredAt: new Date(),
      ...(index % 2 === 0 && { shownReadSeq: seq, readAt: new Date() }),
    })),
  });
  await prisma.$disconnect();
}

describe('who has read a message', () => {
  it('[RC11] [RC12] [PV3] stands behind the tick, by when and page by page, and not for who keeps that to themselves', async () => {
    const ada = await world.person('ada-4', 'Ada');
    const bo = await world.person('bo-4', 'Bo');
    const cy = await world.person('cy-4', 'Cy');
    const threadId = await ada.api.createGroup('Three', [bo.id, cy.id]);
    const page = await ada.open(`/t/${threadId}`);
    await cy.open('/settings');
    await bo.open(`/t/${threadId}`);
    await say(page, 'Who is in?');
    const dialog = page.getByRole('dialog', { name: 'Who has read this' });
    const listed = (title: string) => dialog.getByRole('region', { name: title, exact: true });
    const tick = rowOf(page, 'Who is in?').getByRole('button', { name: 'who has read this' });
    await until(() => tick.getAttribute('aria-label')).toContain('Delivered');
    await tick.click();
    await until(() => listed('Read').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Bo\s+by \d?\d:\d\d/),
    ]);
    await until(() => listed('Delivered, not read').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Cy\s+by \d?\d:\d\d/),
    ]);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await plant(threadId, 60, 2);
    await tick.click();
    for (const [title, first] of [
      ['Read', 50],
      // Of the first page, half have read it.
      ['Delivered, not read', 25],
    ] as const) {
      await until(() => listed(title).getByRole('listitem').count()).toBe(first);
      const more = listed(title).getByRole('button', { name: 'Show more' });
      while ((await more.count()) > 0) {
        const before = await listed(title).getByRole('listitem').count();
        await more.click();
        await until(() => listed(title).getByRole('listitem').count()).toBeGreaterThan(before);
      }
      expect(await listed(title).getByRole('listitem').count()).toBe(61);
    }
    await page.keyboard.press('Escape');

    await page.goto(`${world.url}/settings`);
    const receipts = page.getByRole('switch', { name: 'Read receipts' });
    await receipts.click();
    await until(() => receipts.getAttribute('aria-checked')).toBe('false');
    await page.goto(`${world.url}/t/${threadId}`);
    await tick.click();
    await until(() => listed('Read').innerText()).toContain('You keep to yourself what you read');
    expect(await listed('Read').getByRole('listitem').count()).toBe(0);
    await until(() => listed('Delivered').getByRole('listitem').count()).toBeGreaterThan(0);
  });
});
