import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, password, type Person, rowOf, until } from './harness.ts';

const world = openWorld();
let count = 0;

/** Two people who know each other by a group and by a direct conversation. */
async function two(): Promise<{ ada: Person; bo: Person; group: string; direct: string }> {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada Okafor');
  const bo = await world.person(`bo-${count}`, 'Bo Lindqvist');
  const group = await ada.api.createGroup('Boathouse', [bo.id]);
  const direct = await ada.api.startDirectThread(bo.id);
  return { ada, bo, group, direct };
}

/** Opens what else can be done with a message. */
async function more(page: Page, text: string): Promise<void> {
  await rowOf(page, text).hover();
  await rowOf(page, text).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Forward…' }).waitFor();
}

async function choose(page: Page, text: string, item: string): Promise<void> {
  await more(page, text);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const bar = (page: Page) => page.getByRole('region', { name: 'Pinned messages' });
const savedList = (page: Page) => page.getByRole('list', { name: 'Messages that you have saved' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Forward to' });

describe('what one keeps, between two people', () => {
  it('is saved for oneself, on all of one’s devices, and opens in its place', async () => {
    const { ada, bo, group, direct } = await two();
    await ada.api.send(group, 'The key is under the mat');
    await ada.api.send(direct, 'Bring the boat');
    const his = await bo.open(`/t/${group}`);
    const other = await (await world.known(bo.handle, password)).open('/saved');
    await other.getByText('Nothing saved yet').waitFor();
    await choose(his, 'The key', 'Save');
    await until(() => savedList(other).getByRole('link').count()).toBe(1);
    await his.goto(`${world.url}/t/${direct}`);
    await choose(his, 'Bring the boat', 'Save');
    await until(() => savedList(other).getByRole('link').allInnerTexts()).toEqual([
      expect.stringContaining('Bring the boat'),
      expect.stringContaining('The key is under the mat'),
    ]);
    expect(await savedList(other).getByRole('link').last().innerText()).toContain('in Boathouse');
    await savedList(other).getByRole('link').last().click();
    await until(() => other.url()).toContain(`/t/${group}?m=`);
    await rowOf(other, 'The key').waitFor();
    await more(other, 'The key');
    await other.getByRole('menuitem', { name: 'Remove from saved' }).waitFor();
    await other.keyboard.press('Escape');

    await his.getByRole('link', { name: 'Saved', exact: true }).click();
    await until(() => savedList(his).getByRole('link').count()).toBe(2);
    await savedList(his).getByRole('button', { name: 'Remove from saved' }).first().click();
    await until(() => savedList(his).getByRole('link').count()).toBe(1);
    const hers = await ada.open(`/t/${group}`);
    await rowOf(hers, 'The key').hover();
    await rowOf(hers, 'The key').getByRole('button', { name: 'Delete' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await his.getByText('Nothing saved yet').waitFor();
    await hers.goto(`${world.url}/saved`);
    await hers.getByText('Nothing saved yet').waitFor();
  });

  it('is pinned for everybody by who may, leads there, and is taken down again', async () => {
    const { ada, bo, group } = await two();
    const first = 'Rules of the house';
    await ada.api.send(group, first);
    for (let index = 0; index < 60; index += 1) await bo.api.send(group, `Talk ${index}`);
    // What one writes reads so far: both open at the end.
    await ada.api.send(group, 'That is all');
    const his = await bo.open(`/t/${group}`);
    const hers = await ada.open(`/t/${group}`);
    await rowOf(his, 'Talk 59').waitFor();
    await rowOf(hers, 'Talk 59').waitFor();
    await choose(hers, 'Talk 59', 'Pin');
    await bar(his).getByText('1 pinned').waitFor();
    await bar(hers).getByText('Talk 59').waitFor();
    await more(his, 'Talk 59');
    expect(await his.getByRole('menuitem', { name: 'Unpin' }).count()).toBe(0);
    await his.keyboard.press('Escape');
    await until(() => rowOf(his, 'Talk 59').getByText('Pinned').count()).toBe(1);

    const id = await ada.api.ask<{ messages: { edges: { node: { id: string } }[] } }>(
      'query ($id: ID!) { result: thread(id: $id) { messages(first: 2) { edges { node { id } } } } }',
      { id: group },
    );
    const messageId = id.messages.edges.at(-1)?.node.id;
    await ada.api.ask(
      `mutation ($input: PinMessageInput!) { result: pinMessage(input: $input) { ... on Error { code reason } } }`,
      { input: { messageId } },
    );
    await bar(his).getByText(first).waitFor();
    await bar(his).getByText('2 pinned').waitFor();
    await bar(his).getByText(first).click();
    await rowOf(his, first).waitFor();
    await until(() => rowOf(his, first).isVisible()).toBe(true);

    await bar(his).getByText('2 pinned').click();
    const all = his.getByRole('dialog', { name: 'Pinned messages' });
    await until(() => all.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining(first),
      expect.stringContaining('Talk 59'),
    ]);
    expect(await all.getByRole('button', { name: 'Unpin' }).count()).toBe(0);
    await all.getByRole('button', { name: 'Close' }).click();
    await bar(hers).getByText('2 pinned').click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Unpin' }).first().click();
    await bar(his).getByText('1 pinned').waitFor();
    await hers.getByRole('dialog').getByRole('button', { name: 'Unpin' }).click();
    await until(() => bar(his).count()).toBe(0);
  });

  it('is forwarded to several, with whose words it is, and once for all tries', async () => {
    const { ada, bo, group, direct } = await two();
    const cy = await world.person(`cy-${count}`, 'Cy Moreau');
    const pair = await ada.api.startDirectThread(cy.id);
    await bo.api.send(direct, `The **tide** turns at six, @${ada.handle}`);
    const his = await cy.open(`/t/${pair}`);
    const hers = await ada.open(`/t/${direct}`);
    await choose(hers, 'The tide', 'Forward…');
    await dialog(hers).getByRole('checkbox', { name: 'Boathouse' }).waitFor();
    await dialog(hers).getByRole('textbox').fill('moreau');
    await until(() => dialog(hers).getByRole('checkbox').count()).toBe(1);
    await dialog(hers).getByText('Cy Moreau').click();
    await dialog(hers).getByRole('textbox').fill('');
    await dialog(hers).getByText('Boathouse').click();

    world.expectComplaints(/ERR_INTERNET_DISCONNECTED|Failed to load|WebSocket/);
    await ada.context.setOffline(true);
    await dialog(hers).getByRole('button', { name: 'Forward to 2' }).click();
    await dialog(hers).getByText('Couldn’t forward it.').waitFor();
    await ada.context.setOffline(false);
    await dialog(hers).getByRole('button', { name: 'Forward to 2' }).click();
    await until(() => dialog(hers).count()).toBe(0);

    await rowOf(his, 'The tide').getByText('Forwarded from Bo Lindqvist').waitFor();
    await until(() => bo.api.bodies(group)).toEqual([`The **tide** turns at six, @${ada.handle}`]);
    expect(await cy.api.bodies(pair)).toHaveLength(1);
    await hers.goto(`${world.url}/t/${group}`);
    await rowOf(hers, 'The tide').getByText('Forwarded from Bo Lindqvist').waitFor();
    await rowOf(hers, 'The tide').hover();
    await rowOf(hers, 'The tide').getByRole('button', { name: 'More actions' }).waitFor();
    expect(await rowOf(hers, 'The tide').getByRole('button', { name: 'Edit' }).count()).toBe(0);
  });
});

const looks = {
  'on a desktop': { viewport: { width: 1280, height: 800 } },
  'in the dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
  'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

describe.each(Object.entries(looks))('axe finds nothing %s', (name, look) => {
  it('in what one keeps', async () => {
    const { ada, bo, group, direct } = await two();
    const ids = [
      await bo.api.send(direct, 'The tide turns at six. Bring **two** oars, and the long rope.'),
      await ada.api.send(group, 'The key is under the mat'),
      await bo.api.send(
        group,
        'Whoever comes last locks the door, and puts the key back where it was before',
      ),
    ];
    const ask = (mutation: string, input: object) =>
      ada.api.ask(
        `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) {
          ... on Error { code reason } } }`,
        { input },
      );
    for (const messageId of ids) await ask('saveMessage', { messageId });
    for (const messageId of ids.slice(1)) await ask('pinMessage', { messageId });
    await ask('forwardMessage', { messageId: ids[0], threadIds: [group] });
    const page = await (await world.known(ada.handle, password, look)).open(`/t/${group}`);
    const shot = async (what: string) => {
      const folder = process.env['SHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/k ${what} ${name}.png` });
    };
    await bar(page).getByText('2 pinned').waitFor();
    await rowOf(page, 'Forwarded from').waitFor();
    expect(await findings(page)).toEqual([]);
    await rowOf(page, 'The tide').click({ position: { x: 100, y: 30 } });
    await rowOf(page, 'The tide').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Forward…' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('menu');
    await page.getByRole('menuitem', { name: 'Forward…' }).click();
    await dialog(page).getByText('Boathouse').click();
    expect(await findings(page)).toEqual([]);
    await shot('forward');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await bar(page).getByText('2 pinned').click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('pinned');
    await page.goto(`${world.url}/saved`);
    await savedList(page).waitFor();
    expect(await findings(page)).toEqual([]);
    await shot('saved');
  });
});
