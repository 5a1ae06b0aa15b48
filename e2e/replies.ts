import type { Page } from 'playwright-core';
import { until, type World } from './harness.ts';

/** What the message says that is answered. */
export const question = 'Where shall we eat?';

/** Two people with a direct thread and a question in it, each looking at it. */
export function pairIn(world: World) {
  let count = 0;
  return async () => {
    count += 1;
    const ada = await world.person(`ada-${count}`, 'Ada');
    const bo = await world.person(`bo-${count}`, 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const id = await ada.api.send(threadId, question);
    const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
    for (const page of [hers, his]) await until(() => inConversation(page)).toEqual([question]);
    return { ada, bo, threadId, id, hers, his };
  };
}

export const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
export const panel = (page: Page) => page.getByRole('region', { name: 'Replies' });
export const inConversation = (page: Page) =>
  conversation(page).locator('[data-message] [id$="-body"]').allInnerTexts();
export const bodies = (page: Page) => panel(page).locator('[id$="-body"]').allInnerTexts();
/** Under the question: how many have answered it, and whether something is new there. */
export const badge = (page: Page) => conversation(page).locator('[data-replies]');

export async function openPanel(page: Page): Promise<void> {
  await conversation(page).locator('[data-message]').filter({ hasText: question }).last().hover();
  await conversation(page).getByRole('button', { name: 'Replies', exact: true }).click();
  await panel(page).getByRole('textbox').waitFor();
}

export async function closePanel(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await panel(page).waitFor({ state: 'hidden' });
}

export async function reply(page: Page, text: string): Promise<void> {
  await panel(page).getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
  await until(async () => (await bodies(page)).includes(text)).toBe(true);
}
