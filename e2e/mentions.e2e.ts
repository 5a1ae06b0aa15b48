import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, password, type Person, rowOf, say, until } from './harness.ts';

const world = openWorld();
let count = 0;

/** Two people who know each other by a group and by a direct conversation. */
async function two(options = {}): Promise<{ ada: Person; bo: Person; group: string; direct: string }> {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada Okafor', options);
  const bo = await world.person(`bo-${count}`, 'Bo Lindqvist', options);
  const group = await ada.api.createGroup('Boathouse', [bo.id]);
  const direct = await ada.api.startDirectThread(bo.id);
  return { ada, bo, group, direct };
}

const composer = (page: Page) => page.getByRole('form', { name: 'Write a message' }).getByRole('textbox');
const entry = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name });

describe('mentions, between two people', () => {
  it('are completed with the keys, stand as chips, and show in the other’s list at once', async () => {
    const { ada, bo, group, direct } = await two();
    const hers = await ada.open(`/t/${group}`);
    const his = await bo.open(`/t/${direct}`);
    await composer(his).waitFor();
    await composer(hers).pressSequentially('Tea, @lin');
    await hers.getByRole('option', { name: /Bo Lindqvist/ }).waitFor();
    await hers.keyboard.press('Enter');
    await until(() => composer(hers).inputValue()).toBe(`Tea, @${bo.handle} `);
    await composer(hers).pressSequentially('and @a');
    await until(() => hers.getByRole('option').allInnerTexts()).toContainEqual(
      expect.stringContaining('Everybody here'),
    );
    await hers.keyboard.press('Escape');
    await until(() => hers.getByRole('option').count()).toBe(0);
    for (let back = 0; back < 6; back += 1) await hers.keyboard.press('Backspace');
    await hers.keyboard.press('Enter');
    await rowOf(hers, 'Tea,').locator('.mention').waitFor();
    await until(() => rowOf(hers, 'Tea,').locator('.mention').innerText()).toBe('@Bo Lindqvist');

    await until(() => entry(his, /Boathouse/).innerText()).toContain('1 mention');
    await ada.api.send(group, `Again, @${bo.handle}`);
    await ada.api.send(group, 'For nobody');
    await until(() => entry(his, /Boathouse/).innerText()).toContain('2 mentions');
    await until(() => entry(his, /Boathouse/).innerText()).toContain('3 unread');
    expect(await entry(his, /Boathouse/).innerText()).toContain('2 mentions');
    await entry(his, /Boathouse/).click();
    await until(() => rowOf(his, 'Again,').locator('.mention-me').count()).toBe(1);
    await until(() => entry(his, /Boathouse/).innerText()).not.toContain('mention');
    // What was read does not come back with what is new.
    await entry(his, /No messages yet/).click();
    await his.getByRole('heading', { name: 'Ada Okafor' }).waitFor();
    await ada.api.send(group, 'Also for nobody');
    await until(() => entry(his, /Boathouse/).innerText()).toContain('1 unread');
    await until(() => entry(his, /Boathouse/).innerText()).not.toContain('mention');
  });

  it('[GR14] [MN2] of everybody are offered to a member as soon as the owner lets them', async () => {
    const { ada, bo, group } = await two();
    const hers = await ada.open(`/t/${group}?panel=people`);
    const his = await bo.open(`/t/${group}`);
    const everybody = his.getByRole('option', { name: /Everybody here/ });
    await composer(his).pressSequentially('@a');
    await his.getByRole('option', { name: /Ada Okafor/ }).waitFor();
    expect(await everybody.count()).toBe(0);
    await hers.getByRole('switch', { name: 'Everybody uses @all' }).click();
    await everybody.click();
    await composer(his).pressSequentially('hands');
    await composer(his).press('Enter');
    for (const page of [his, hers]) await rowOf(page, 'hands').locator('.mention').waitFor();
  });

  it('count where it is muted, follow an edit and a deletion, and are gathered in one list', async () => {
    const { ada, bo, group, direct } = await two();
    const his = await bo.open(`/t/${direct}`);
    const hers = await ada.open(`/t/${group}`);
    await bo.api.ask(
      `mutation ($input: UpdateThreadPreferencesInput!) { result: updateThreadPreferences(input: $input) {
        ... on Error { code reason } } }`,
      { input: { threadId: group, mute: 'ALWAYS' } },
    );
    await entry(his, /Boathouse/)
      .getByRole('img', { name: 'Muted' })
      .waitFor();
    await say(hers, `Muted, @${bo.handle}?`);
    await until(() => entry(his, /Boathouse/).innerText()).toContain('1 mention');
    await his
      .getByRole('navigation', { name: 'Folders' })
      .getByRole('button', { name: /Mentions/ })
      .click();
    await until(() => entry(his, /Boathouse/).count()).toBe(1);
    // Only what is stored can be edited.
    await rowOf(hers, 'Muted,')
      .getByRole('button', { name: /^(Sent|Delivered|Read):/ })
      .waitFor();
    await composer(hers).press('ArrowUp');
    await composer(hers).fill('Nobody is meant');
    await composer(hers).press('Enter');
    await until(() => entry(his, /Boathouse/).count()).toBe(0);
    await ada.api.send(direct, `Over here, @${bo.handle}`);
    await ada.api.send(group, '@all hands');
    await his.getByRole('link', { name: 'All that mentions you' }).click();
    const listed = his.getByRole('list', { name: 'Messages that mention you' }).getByRole('link');
    await until(() => listed.allInnerTexts()).toEqual([
      expect.stringContaining('@all hands'),
      expect.stringContaining('Over here'),
    ]);
    await his.keyboard.press('Tab');
    await listed.first().click();
    await until(() => his.evaluate(() => document.activeElement?.textContent)).toContain('hands');
    await his.goBack();
    await until(() => listed.count()).toBe(2);
  });

  it('[LV41] are in that list while it stands open: what is said, edited and deleted meanwhile', async () => {
    const { ada, bo, group } = await two();
    const ask = (mutation: string, input: object) =>
      ada.api.ask(
        `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) {
          ... on Error { code reason } } }`,
        { input },
      );
    const his = await bo.open('/mentions');
    const nothing = his.getByText('Nobody has mentioned you yet');
    await nothing.waitFor();
    const texts = () =>
      his.getByRole('list', { name: 'Messages that mention you' }).getByRole('link').allInnerTexts();
    const lists = (...words: string[]) =>
      until(texts).toEqual(words.map((each) => expect.stringContaining(each)));
    const tea = await ada.api.send(group, `Tea, @${bo.handle}?`);
    await lists('Tea,');
    const all = await ada.api.send(group, '@all hands');
    await lists('@all hands', 'Tea,');
    await ask('editMessage', { messageId: tea, body: 'Nobody is meant' });
    await lists('@all hands');
    await ask('editMessage', { messageId: tea, body: `After all, @${bo.handle}` });
    await lists('@all hands', 'After all,');
    for (const messageId of [tea, all]) await ask('deleteMessage', { messageId });
    await nothing.waitFor();
  });

  it('[MN2] of everybody are not a member’s to make: it is not offered, and stays the word that it is', async () => {
    const { ada, bo, group } = await two();
    const hers = await ada.open(`/t/${await ada.api.startDirectThread(bo.id)}`);
    const his = await bo.open(`/t/${group}`);
    await composer(his).pressSequentially('Hello @a');
    await until(() => his.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('Ada Okafor'),
    ]);
    await composer(his).pressSequentially('ll');
    await until(() => his.getByRole('option').count()).toBe(0);
    await his.keyboard.press('Enter');
    await rowOf(his, 'Hello @all')
      .getByRole('button', { name: /^(Sent|Delivered|Read):/ })
      .waitFor();
    expect(await rowOf(his, 'Hello @all').locator('.mention').count()).toBe(0);
    await until(() => entry(hers, /Boathouse/).innerText()).toContain('1 unread');
    expect(await entry(hers, /Boathouse/).innerText()).not.toContain('mention');
  });
});

const looks = {
  'on a desktop': { viewport: { width: 1280, height: 800 } },
  'in the dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
  'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

describe.each(Object.entries(looks))('axe finds nothing %s', (name, look) => {
  it('in mentions', async () => {
    const { ada, bo, group, direct } = await two();
    await ada.api.send(group, `Tea, @${bo.handle}?`);
    await ada.api.send(direct, `Over **here**, @${bo.handle}`);
    const page = await (await world.known(bo.handle, password, look)).open('/');
    const shot = async (what: string) => {
      const folder = process.env['SHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/m ${what} ${name}.png` });
    };
    await until(() => entry(page, /Boathouse/).innerText()).toContain('1 mention');
    expect(await findings(page)).toEqual([]);
    await shot('list');
    await page.goto(`${world.url}/mentions`);
    await page.getByRole('list', { name: 'Messages that mention you' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('all');
    await page.goto(`${world.url}/t/${group}`);
    await rowOf(page, 'Tea,').locator('.mention-me').waitFor();
    await composer(page).pressSequentially('@a');
    await page.getByRole('option', { name: /Ada/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('completion');
  });
});
