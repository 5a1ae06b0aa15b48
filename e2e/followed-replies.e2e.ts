import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Api } from './api.ts';
import { openWorld, password, rowOf, until } from './harness.ts';
import {
  badge,
  bodies,
  closePanel,
  inConversation,
  openPanel,
  pairIn,
  panel,
  question,
  reply,
} from './replies.ts';

const world = openWorld();
const pair = pairIn(world);

const follow = (page: Page) => panel(page).getByRole('button', { name: /follow/i });
const follows = (page: Page, wanted: boolean) =>
  until(() => follow(page).getAttribute('aria-pressed')).toBe(String(wanted));

describe('replies that one follows', () => {
  it('[RP5] [RP6] are new on all of one’s devices, and not while one follows them no longer', async () => {
    const { ada, threadId, hers, his } = await pair();
    const second = await ada.open(`/t/${threadId}`);
    const both = [hers, second];
    for (const page of both) await openPanel(page);
    // Who asked follows.
    await follows(hers, true);
    await follow(hers).click();
    for (const page of both) {
      await follows(page, false);
      await closePanel(page);
    }
    await openPanel(his);
    await reply(his, 'Nobody is told');
    for (const page of both) {
      await until(() => badge(page).innerText()).toContain('1 reply');
      expect(await badge(page).innerText()).not.toContain('New');
    }
    await openPanel(second);
    await follow(second).click();
    await follows(second, true);
    await closePanel(second);
    await reply(his, 'She is told again');
    for (const page of both) await until(() => badge(page).innerText()).toContain('New');
  });

  it('[RP5] are followed again by who replies, and by who is named in one', async () => {
    const { ada, hers, his } = await pair();
    await openPanel(his);
    await openPanel(hers);
    await follow(hers).click();
    await follows(hers, false);
    await reply(hers, 'At the pier');
    await follows(hers, true);
    await follow(hers).click();
    await follows(hers, false);
    await closePanel(hers);
    await reply(his, `When, @${ada.handle}?`);
    await until(() => badge(hers).innerText()).toContain('New');
    await badge(hers).click();
    await follows(hers, true);
  });

  it('[RP6] far back are announced above the conversation, which leads to them, and on to earlier ones', async () => {
    const ada = await world.person('ada', 'Ada');
    const bo = await world.person('bo', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const replyToId = await ada.api.send(threadId, question);
    const talk = Array.from({ length: 60 }, (_, index) => `Talk ${index}`);
    for (const text of talk) await bo.api.send(threadId, text);
    // What one writes reads so far: it opens at the end.
    await ada.api.send(threadId, 'That is all');
    const replies = Array.from({ length: 45 }, (_, index) => `Reply ${index}`);
    for (const text of replies) await bo.api.send(threadId, text, { replyToId, onlyInReplies: true });
    const hers = await ada.open(`/t/${threadId}`);
    await rowOf(hers, 'That is all').waitFor();
    expect(await inConversation(hers)).not.toContain(question);
    const bar = hers.getByRole('button', { name: 'New replies to a message' });
    await bar.click();
    await until(() => bodies(hers)).toEqual([question, ...replies.slice(-40)]);
    await bar.waitFor({ state: 'hidden' });
    const earlier = panel(hers).getByRole('button', { name: 'Earlier replies' });
    await earlier.click();
    await until(() => bodies(hers)).toEqual([question, ...replies]);
    await earlier.waitFor({ state: 'hidden' });
    await closePanel(hers);
    await bo.api.send(threadId, 'One more', { replyToId, onlyInReplies: true });
    await bar.click();
    await until(async () => (await bodies(hers)).at(-1)).toBe('One more');
    await bar.waitFor({ state: 'hidden' });
  });
});

describe('who has replied', () => {
  it('[RP4] stands as pictures under the message, the last one first, at most three', async () => {
    const ada = await world.person('ada-among', 'Ada');
    const bo = await world.person('bo-among', 'Bo');
    const others = await Promise.all(
      ['Cy', 'Dee', 'Eli'].map(async (name) => {
        const api = new Api(world.url);
        return { api, id: await api.signUp(`${name.toLowerCase()}-among`, name, password) };
      }),
    );
    const group = await ada.api.createGroup('Crew', [bo.id, ...others.map(({ id }) => id)]);
    const replyToId = await ada.api.send(group, question);
    for (const { api } of others) await api.send(group, 'Here', { replyToId, onlyInReplies: true });
    const [hers, his] = [await ada.open(`/t/${group}`), await bo.open(`/t/${group}`)];
    const pictures = (page: Page) =>
      badge(page)
        .locator('[data-initials]')
        .evaluateAll((shown) => shown.map((picture) => picture.getAttribute('data-initials')));
    for (const page of [hers, his]) await until(() => pictures(page)).toEqual(['E', 'D', 'C']);
    await openPanel(his);
    await reply(his, 'Anywhere');
    for (const page of [hers, his]) await until(() => pictures(page)).toEqual(['B', 'E', 'D']);
    await others[1]!.api.send(group, 'At home', { replyToId, onlyInReplies: true });
    for (const page of [hers, his]) await until(() => pictures(page)).toEqual(['D', 'B', 'E']);
  });
});
