import { describe, expect, it } from 'vitest';
import { rowOf, say, spoken, until, openWorld } from './harness.ts';

const world = openWorld();

describe('two people', () => {
  it('[LV2] [TH1] meet in the people picker and talk, each seeing every message once and in order', async () => {
    const ada = await world.person('ada', 'Ada Okafor');
    const bo = await world.person('bo', 'Bo Lindqvist');
    const [hers, his] = [await ada.open(), await bo.open()];
    await his.getByText('Nobody here yet').waitFor();

    await hers.getByRole('button', { name: 'New conversation' }).click();
    await hers.getByRole('combobox', { name: 'People' }).fill('lindq');
    await hers.getByRole('option', { name: /Bo Lindqvist/ }).click();
    await hers.getByRole('button', { name: 'Start the conversation' }).click();
    await hers.getByRole('heading', { name: 'Bo Lindqvist', exact: true }).waitFor();

    // He is told of the thread without asking.
    await his.getByRole('link', { name: /Ada Okafor/ }).click();
    await say(hers, 'Hello, *Bo*!');
    await until(() => spoken(his)).toEqual(['Hello, Bo!']);
    await say(his, 'Hello!');
    await say(his, 'Both ways.');
    await until(() => spoken(hers)).toEqual(['Hello, Bo!', 'Hello!', 'Both ways.']);
    await until(() => spoken(his)).toEqual(['Hello, Bo!', 'Hello!', 'Both ways.']);
  });

  it('[LV2] write at the same time, and both see the same order', async () => {
    const ada = await world.person('ada-2', 'Ada');
    const bo = await world.person('bo-2', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
    const turns = [1, 2, 3, 4, 5, 6, 7, 8];
    const talk = async (page: typeof hers, who: string) => {
      for (const turn of turns) await say(page, `${who} ${turn}`);
    };
    await Promise.all([talk(hers, 'A'), talk(his, 'B')]);
    await until(async () => (await ada.api.bodies(threadId)).length).toBe(turns.length * 2);
    const stored = await ada.api.bodies(threadId);
    await until(() => spoken(hers)).toEqual(stored);
    await until(() => spoken(his)).toEqual(stored);
    expect(stored.filter((text) => text.startsWith('A'))).toEqual(turns.map((turn) => `A ${turn}`));
  });

  it('[TY1] [TY2] see each other type, until the message is sent', async () => {
    const ada = await world.person('ada-3', 'Ada');
    const bo = await world.person('bo-3', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
    await his.getByLabel('Message Ada').waitFor();
    await hers.getByLabel('Message Bo').pressSequentially('Well');
    await his.getByText('Ada is typing').waitFor();
    await hers.keyboard.press('Enter');
    await his.getByText('Ada is typing').waitFor({ state: 'hidden' });
    await until(() => spoken(his)).toEqual(['Well']);
  });

  it('[RC6] the ticks of one’s own message go from sent over delivered to read', async () => {
    const ada = await world.person('ada-4', 'Ada');
    const bo = await world.person('bo-4', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const hers = await ada.open(`/t/${threadId}`);
    await say(hers, 'Are you there?');
    const tick = rowOf(hers, 'Are you there?').locator('[data-delivery]');
    await until(() => tick.getAttribute('aria-label')).toBe('Sent');
    const his = await bo.open();
    await until(() => tick.getAttribute('aria-label')).toBe('Delivered');
    await his.getByRole('link', { name: /Ada/ }).click();
    await until(() => tick.getAttribute('aria-label')).toBe('Read');
  });
});

describe('what is unread', () => {
  it('[RC4] stands as a badge in the list and as a number in the title, and goes when it is read, in every tab', async () => {
    const ada = await world.person('ada-5', 'Ada');
    const bo = await world.person('bo-5', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const [page, other] = [await ada.open(), await ada.open()];
    await page.getByRole('link', { name: /Bo/ }).waitFor();
    for (const text of ['one', 'two', 'three']) await bo.api.send(threadId, text);
    for (const tab of [page, other]) {
      await tab.getByText('3 unread').waitFor();
      await until(() => tab.title()).toBe('(3) Parley');
    }
    await page.getByRole('link', { name: /Bo/ }).click();
    await until(() => spoken(page)).toEqual(['one', 'two', 'three']);
    await page.getByTestId('new-divider').waitFor();
    for (const tab of [page, other]) {
      await until(() => tab.title()).toBe('Parley');
      await tab.getByText('3 unread').waitFor({ state: 'hidden' });
    }
  });

  it('[RC5] is not one’s own, and the thread with the newest message stands first', async () => {
    const ada = await world.person('ada-6', 'Ada');
    const bo = await world.person('bo-6', 'Bo');
    const cy = await world.person('cy-6', 'Cy');
    const withBo = await ada.api.startDirectThread(bo.id);
    const withCy = await ada.api.startDirectThread(cy.id);
    await bo.api.send(withBo, 'from Bo');
    await cy.api.send(withCy, 'from Cy');
    const page = await ada.open();
    const names = async () => {
      const rows = await page.locator('nav li a').allInnerTexts();
      return rows.map((row) => row.split('\n').find((line) => line === 'Bo' || line === 'Cy'));
    };
    await until(names).toEqual(['Cy', 'Bo']);
    await ada.api.send(withBo, 'answered on the phone');
    await until(names).toEqual(['Bo', 'Cy']);
    await page.getByText('You: answered on the phone').waitFor();
    await until(() => page.title()).toBe('(1) Parley');
  });
});
