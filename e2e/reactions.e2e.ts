import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { Api } from './api.ts';
import { openWorld, password, rowOf, spoken, until } from './harness.ts';

const world = openWorld();
let count = 0;

/** What a browser says on its console when a request does not get through. */
const noNetwork = [/net::ERR_/, /WebSocket connection/, /Failed to load resource/];

/** Two people with a direct thread and a message in it, each looking at it. */
async function pair() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const threadId = await ada.api.startDirectThread(bo.id);
  const id = await ada.api.send(threadId, 'Shall we?');
  const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
  for (const page of [hers, his]) await until(() => spoken(page)).toEqual(['Shall we?']);
  return { ada, bo, threadId, id, hers, his };
}

/** The pills below a message, in words. */
const pills = (page: Page, text = 'Shall we?'): Promise<string[]> =>
  rowOf(page, text)
    .getByRole('group', { name: 'Reactions' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));

async function openPicker(page: Page, text = 'Shall we?') {
  await rowOf(page, text).hover();
  await page.getByRole('button', { name: 'Add reaction' }).click();
  return page.getByRole('dialog', { name: 'Add reaction' });
}

async function quickly(page: Page, emoji: string): Promise<void> {
  const picker = await openPicker(page);
  await picker.getByRole('button', { name: `React with ${emoji}` }).click();
  await picker.waitFor({ state: 'hidden' });
}

const react = (
  api: { ask: (query: string, variables: object) => Promise<unknown> },
  name: string,
  id: string,
  emoji: string,
) =>
  api.ask(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) {
      __typename ... on Error { code reason } } }`,
    { input: { messageId: id, emoji } },
  );

describe('a reaction', () => {
  it('[RX1] [RX9] is set from the row, joined by a click, and taken back by another, for both at once', async () => {
    const { hers, his } = await pair();
    await quickly(his, '👍');
    await until(() => pills(his)).toEqual(['👍 1 person: you']);
    await until(() => pills(hers)).toEqual(['👍 1 person']);
    await rowOf(hers, 'Shall we?').getByRole('button', { name: '👍 1 person' }).click();
    for (const page of [hers, his]) await until(() => pills(page)).toEqual(['👍 2 people, you among them']);
    await rowOf(his, 'Shall we?').getByRole('button', { name: /👍/ }).click();
    await until(() => pills(his)).toEqual(['👍 1 person']);
    await until(() => pills(hers)).toEqual(['👍 1 person: you']);
    await rowOf(hers, 'Shall we?').getByRole('button', { name: /👍/ }).click();
    for (const page of [hers, his]) await until(() => pills(page)).toEqual([]);
  });

  it('given with the mouse, it leaves what can be done with a message to the row that is pointed at next', async () => {
    const { bo, threadId, hers } = await pair();
    await bo.api.send(threadId, 'At noon?');
    await rowOf(hers, 'At noon?').waitFor();
    await quickly(hers, '👍');
    await until(() => pills(hers)).toEqual(['👍 1 person: you']);
    await rowOf(hers, 'At noon?').hover();
    const bars = hers.getByRole('group', { name: 'Message actions' });
    await until(() => bars.count()).toBe(1);
    await rowOf(hers, 'At noon?').getByRole('group', { name: 'Message actions' }).waitFor();
    // To the keyboard the row that it is in keeps them, wherever the pointer rests.
    await hers.keyboard.press('Shift+Tab');
    await until(() => bars.count()).toBe(2);
  });

  it('[RX8] of two people at the same moment is counted twice, and stays so when the page is read again', async () => {
    const { hers, his } = await pair();
    for (const emoji of ['👍', '🎉', '😂']) {
      await Promise.all([quickly(hers, emoji), quickly(his, emoji)]);
    }
    const both = ['👍', '🎉', '😂'].map((emoji) => `${emoji} 2 people, you among them`);
    const bothShow = async () => {
      for (const page of [hers, his])
        await until(async () => (await pills(page)).toSorted()).toEqual(both.toSorted());
    };
    // One’s own may show before it is sent: all are stored once both pages show them.
    await bothShow();
    for (const page of [hers, his]) await page.reload();
    await bothShow();
  });

  it('[RX9] [LV4] that one missed is there when one comes back', async () => {
    world.expectComplaints(...noNetwork);
    const { ada, bo, id, hers } = await pair();
    await react(ada.api, 'addReaction', id, '🎉');
    await until(() => pills(hers)).toEqual(['🎉 1 person: you']);
    await ada.context.setOffline(true);
    await hers.getByText("You're offline.").waitFor();
    await react(bo.api, 'addReaction', id, '🎉');
    await react(bo.api, 'addReaction', id, '👍');
    await react(ada.api, 'addReaction', id, '👍');
    await react(ada.api, 'removeReaction', id, '🎉');
    expect(await pills(hers)).toEqual(['🎉 1 person: you']);
    // What one does without a network is said not to have happened, and is taken back.
    await rowOf(hers, 'Shall we?').getByRole('button', { name: /🎉/ }).click();
    await hers
      .getByText(/Couldn’t take it back/)
      .first()
      .waitFor();
    expect(await pills(hers)).toEqual(['🎉 1 person: you']);
    await ada.context.setOffline(false);
    await until(() => pills(hers)).toEqual(['🎉 1 person', '👍 2 people, you among them']);
  });

  it('[RX2] is any emoji, found by name, with nobody asked but the server', async () => {
    const { ada, hers } = await pair();
    const foreign: string[] = [];
    ada.context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== world.url) foreign.push(request.url());
    });
    const picker = await openPicker(hers);
    await picker.getByRole('button', { name: 'All emoji' }).click();
    await picker.getByRole('searchbox').fill('octopus');
    await picker.getByRole('gridcell', { name: 'Octopus' }).waitFor();
    await hers.keyboard.press('Enter');
    await until(() => pills(hers)).toEqual(['🐙 1 person: you']);
    expect(foreign).toEqual([]);
  });

  it('[RX2] is a hand in a skin of one’s choice, and a flag', async () => {
    const { hers, his } = await pair();
    for (const [tones, name, found] of [
      [1, 'waving hand', /^Waving hand/i],
      [0, 'flag: norway', /Norway/],
    ] as const) {
      const picker = await openPicker(hers);
      await picker.getByRole('button', { name: 'All emoji' }).click();
      for (let tone = 0; tone < tones; tone += 1)
        await picker.getByRole('button', { name: /skin tone/i }).click();
      await picker.getByRole('searchbox').fill(name);
      await picker.getByRole('gridcell', { name: found }).click();
      await picker.waitFor({ state: 'hidden' });
    }
    for (const [page, who] of [
      [hers, '1 person: you'],
      [his, '1 person'],
    ] as const)
      await until(() => pills(page)).toEqual([`👋🏻 ${who}`, `🇳🇴 ${who}`]);
  });

  it('[RX4] of a kind too many is refused in words, and its pill goes again', async () => {
    const { ada, id, hers, his } = await pair();
    const kinds = '🍎 🍊 🍋 🍌 🍉 🍇 🍓 🍒 🍑 🍍 🥝 🍅 🥑 🌽 🥕 🧄 🧅 🥔 🍞 🧀'.split(' ');
    for (const emoji of kinds) await react(ada.api, 'addReaction', id, emoji);
    for (const page of [hers, his]) await until(async () => (await pills(page)).length).toBe(20);
    await quickly(his, '👍');
    await his
      .getByText('Couldn’t react. A message carries at most 20 different reactions.')
      .first()
      .waitFor();
    await until(() => pills(his)).toEqual(kinds.map((emoji) => `${emoji} 1 person`));
    expect(await pills(hers)).toEqual(kinds.map((emoji) => `${emoji} 1 person: you`));
    // One more of a kind that is there is none too many.
    await rowOf(his, 'Shall we?').getByRole('button', { name: '🧀 1 person' }).click();
    await until(() => pills(hers)).toContain('🧀 2 people, you among them');
  });

  it('says who, to the pointer and to a screen reader, and is left by Esc', async () => {
    const { hers, his } = await pair();
    await quickly(his, '👍');
    await quickly(hers, '👍');
    // Who it was is asked once: when each sees the other’s, both are stored.
    for (const page of [hers, his]) await until(() => pills(page)).toEqual(['👍 2 people, you among them']);
    await hers.mouse.move(0, 0);
    const pill = rowOf(hers, 'Shall we?').getByRole('button', { name: /👍/ });
    await pill.hover();
    await hers.getByText('Bo and Ada', { exact: true }).filter({ visible: true }).waitFor();
    const described = `#${await pill.getAttribute('aria-describedby')}`;
    expect(await hers.locator(described).textContent()).toBe('Bo and Ada');
    expect(await pill.getAttribute('aria-pressed')).toBe('true');
    const picker = await openPicker(hers);
    await hers.keyboard.press('Escape');
    await picker.waitFor({ state: 'hidden' });
    expect(await hers.getByRole('main').count()).toBe(1);
  });

  it('names everybody of a crowd, to the keys alone', async () => {
    const { ada, hers } = await pair();
    const names = ['Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal'];
    const crowd = await Promise.all(
      names.map(async (name) => {
        const api = new Api(world.url);
        return { api, id: await api.signUp(`${name.toLowerCase()}-${count}`, name, password) };
      }),
    );
    const group = await ada.api.createGroup(
      'Crowd',
      crowd.map(({ id }) => id),
    );
    const id = await ada.api.send(group, 'Who is coming?');
    for (const { api } of crowd) await react(api, 'addReaction', id, '👍');
    await react(ada.api, 'addReaction', id, '🎉');
    await hers.goto(`${world.url}/t/${group}`);
    const row = rowOf(hers, 'Who is coming?');
    await row.getByRole('button', { name: '👍 6 people' }).hover();
    await hers
      .getByText('Cy, Dee, Eli, Fay, Gus, and 1 more', { exact: true })
      .filter({ visible: true })
      .waitFor();
    await hers.mouse.move(0, 0);
    await row.focus();
    await row.getByRole('button', { name: 'More actions' }).press('Enter');
    const item = hers.getByRole('menuitem', { name: 'Who has reacted' });
    await item.waitFor();
    await until(async () => {
      await hers.keyboard.press('End');
      return item.evaluate((element) => element === document.activeElement);
    }).toBe(true);
    await hers.keyboard.press('Enter');
    const dialog = hers.getByRole('dialog', { name: 'Who has reacted' });
    await until(() =>
      dialog.getByRole('region', { name: '👍 6 people' }).getByRole('listitem').allInnerTexts(),
    ).toEqual(names.map((name) => expect.stringContaining(name)));
    await dialog.getByRole('region', { name: '🎉 1 person' }).getByText('Ada').waitFor();
    expect(await findings(hers)).toEqual([]);
    await hers.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await until(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('works under a finger on a narrow screen, and fits', async () => {
    const { bo, threadId } = await pair();
    const phone = await world.known(`ada-${count}`, password, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      colorScheme: 'dark',
    });
    const page = await phone.open(`/t/${threadId}`);
    await until(() => spoken(page)).toEqual(['Shall we?']);
    await rowOf(page, 'Shall we?').getByText('Shall we?').tap();
    await page.getByRole('button', { name: 'Add reaction' }).tap();
    const picker = page.getByRole('dialog', { name: 'Add reaction' });
    const heart = picker.getByRole('button', { name: /Heart/ });
    expect((await heart.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const box = await picker.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await heart.tap();
    await until(() => pills(page)).toEqual(['❤️ 1 person: you']);
    const pill = rowOf(page, 'Shall we?').getByRole('button', { name: /❤️/ });
    const size = await pill.boundingBox();
    expect(size?.height).toBeGreaterThanOrEqual(44);
    expect(size?.width).toBeGreaterThanOrEqual(44);
    await react(
      bo.api,
      'addReaction',
      (await rowOf(page, 'Shall we?').getAttribute('data-message')) ?? '',
      '❤',
    );
    await until(() => pills(page)).toEqual(['❤️ 2 people, you among them']);
    await page.getByRole('button', { name: 'More actions' }).tap();
    await page.getByRole('menuitem', { name: 'Who has reacted' }).tap();
    const everybody = page.getByRole('dialog', { name: 'Who has reacted' });
    await until(() => everybody.getByRole('listitem').count()).toBe(2);
    expect(await findings(page)).toEqual([]);
    await everybody.getByRole('button', { name: 'Close' }).tap();
    await everybody.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Add reaction' }).tap();
    await picker.getByRole('button', { name: 'All emoji' }).tap();
    await picker.getByRole('searchbox').waitFor();
    const all = await picker.boundingBox();
    expect((all?.x ?? 0) + (all?.width ?? 0)).toBeLessThanOrEqual(360);
  });

  it('leaves nothing that axe would complain about, open or shut', async () => {
    const { hers, his } = await pair();
    await quickly(his, '👍');
    await quickly(hers, '🎉');
    await openPicker(hers);
    await hers.getByRole('button', { name: 'All emoji' }).click();
    await hers.getByRole('searchbox').waitFor();
    expect(await findings(hers)).toEqual([]);
  });
});
