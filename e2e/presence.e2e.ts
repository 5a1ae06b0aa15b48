import { describe, expect, it } from 'vitest';
import { openWorld, rowOf, say, until } from './harness.ts';

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
