import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Person, rowOf, say, spoken, until, openWorld } from './harness.ts';

const world = openWorld();
let count = 0;

/** Two people with a direct thread, each looking at it. */
async function pair() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const threadId = await ada.api.startDirectThread(bo.id);
  const [hers, his] = [await ada.open(`/t/${threadId}`), await bo.open(`/t/${threadId}`)];
  await hers.getByLabel('Message Bo').waitFor();
  await his.getByLabel('Message Ada').waitFor();
  return { ada, bo, threadId, hers, his };
}

async function act(page: Page, text: string, action: string): Promise<void> {
  await rowOf(page, text).hover();
  await page.getByRole('group', { name: 'Message actions' }).getByRole('button', { name: action }).click();
}

const ask = ({ api }: Person, mutation: string, input: object) =>
  api.ask(
    `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) {
      ... on Error { code reason } } }`,
    { input },
  );

describe('a message', () => {
  it('[MS7] is answered with a quote, and a click on the quote goes to what it answers', async () => {
    const { hers, his } = await pair();
    await say(hers, 'What is the answer?');
    await until(() => spoken(his)).toHaveLength(1);
    await act(his, 'What is the answer?', 'Reply');
    await his.getByText('Reply to Ada', { exact: true }).waitFor();
    await say(his, 'Forty-two');
    const answer = rowOf(hers, 'Forty-two');
    await answer.getByRole('button', { name: /In reply to.*Ada.*What is the answer/ }).click();
    await until(() => hers.evaluate(() => document.activeElement?.textContent)).toContain(
      'What is the answer?',
    );
    await until(() => his.getByText('Reply to Ada', { exact: true }).count()).toBe(0);
  });

  it('[MS8] is edited by its author, and the other sees it change', async () => {
    const { hers, his } = await pair();
    await say(hers, 'Tuesday, half past tem');
    await until(() => spoken(his)).toEqual(['Tuesday, half past tem']);
    await act(hers, 'Tuesday', 'Edit');
    const composer = hers.getByLabel('Message Bo');
    await until(() => composer.inputValue()).toBe('Tuesday, half past tem');
    await composer.fill('Tuesday, half past ten');
    await hers.keyboard.press('Enter');
    await rowOf(his, 'half past ten').getByText('edited').waitFor();
    // What was read out stays for a while where nobody sees it.
    await until(() => his.getByRole('main').getByText('half past tem').count()).toBe(0);
    await until(() => composer.inputValue()).toBe('');
    await rowOf(his, 'half past ten').hover();
    await his.getByRole('button', { name: 'Reply' }).waitFor();
    expect(await his.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
  });

  it('[MS10] [MS11] is deleted after a question, keeps its place, and takes its words with it', async () => {
    const { hers, his } = await pair();
    for (const text of ['first', 'a secret', 'last']) await say(hers, text);
    await until(() => spoken(his)).toEqual(['first', 'a secret', 'last']);
    await act(hers, 'a secret', 'Delete');
    await hers.getByRole('alertdialog', { name: 'Delete this message?' }).waitFor();
    await hers.keyboard.press('Escape');
    expect(await spoken(hers)).toEqual(['first', 'a secret', 'last']);
    await act(hers, 'a secret', 'Delete');
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    for (const page of [hers, his]) {
      await until(() => spoken(page)).toEqual(['first', 'Message deleted', 'last']);
      expect(await page.getByRole('main').getByText('a secret').count()).toBe(0);
    }
  });

  it('[MS1] that is only blank is not sent, and one that is too long says by how much', async () => {
    const { ada, threadId, hers } = await pair();
    await say(hers, '   ');
    const composer = hers.getByLabel('Message Bo');
    await composer.fill('x'.repeat(10_002));
    await hers.getByText('2 too many').waitFor();
    await hers.keyboard.press('Enter');
    await composer.fill(`${'y'.repeat(9_999)}🐚`);
    await hers.keyboard.press('Enter');
    await until(() => ada.api.bodies(threadId)).toEqual([`${'y'.repeat(9_999)}🐚`]);
  });

  it('[MS2] of any script and shape comes back letter for letter', async () => {
    const { ada, threadId, hers, his } = await pair();
    const texts = [
      'שלום, مرحبا, 你好, नमस्ते, 👩‍👩‍👧‍👦',
      'two\nlines\n\nand  two  spaces',
      '```\nif (a < b) return "&amp;";\n```',
      String.raw`back\slash, "quotes", 'single', $1, %s, {{x}}`,
    ];
    for (const text of texts) await say(hers, text);
    await until(() => ada.api.bodies(threadId)).toEqual(texts);
    await until(async () => (await spoken(his))[2]).toContain('if (a < b) return "&amp;";');
  });

  it('breaks the line at Shift+Enter, sends at Enter, and ArrowUp takes the last own one back for editing', async () => {
    const { ada, threadId, hers } = await pair();
    await hers.getByLabel('Message Bo').focus();
    await hers.keyboard.type('one');
    await hers.keyboard.press('Shift+Enter');
    await hers.keyboard.type('two');
    await hers.keyboard.press('Enter');
    await until(() => ada.api.bodies(threadId)).toEqual(['one\ntwo']);
    await rowOf(hers, 'two')
      .getByRole('button', { name: /^(Sent|Delivered|Read):/ })
      .waitFor();
    await hers.keyboard.press('ArrowUp');
    await hers.getByText('Editing').waitFor();
    await hers.keyboard.press('Escape');
    await hers.getByText('Editing').waitFor({ state: 'hidden' });
    await until(() => hers.getByLabel('Message Bo').inputValue()).toBe('');
  });
});

describe('a message that much stands at', () => {
  it('[MS11] [RX5] [PN4] loses it with its words on both screens and for good, and the replies to it stay', async () => {
    const { ada, bo, threadId, hers, his } = await pair();
    const id = await ada.api.send(threadId, 'a secret');
    const quotes = await bo.api.send(threadId, 'I heard that', { replyToId: id });
    await bo.api.send(threadId, 'Between us', { replyToId: id, onlyInReplies: true });
    await ask(bo, 'addReaction', { messageId: id, emoji: '👍' });
    await ask(ada, 'pinMessage', { messageId: id });
    const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
    const panel = (page: Page) => page.getByRole('region', { name: 'Replies' });
    const said = (place: Locator) => place.locator('[id$="-body"]').allInnerTexts();
    const quote = (page: Page, words: string) =>
      conversation(page).getByRole('button', { name: new RegExp(`In reply to.*${words}`) });
    const bar = (page: Page) => page.getByRole('region', { name: 'Pinned messages' });
    for (const page of [hers, his]) {
      await page.goto(`${world.url}/t/${threadId}?replies=${id}`);
      await until(() => said(panel(page))).toEqual(['a secret', 'I heard that', 'Between us']);
      await until(() => page.getByRole('group', { name: 'Reactions' }).count()).toBe(2);
      await quote(page, 'a secret').waitFor();
      await bar(page).getByText('a secret').waitFor();
    }
    await conversation(hers).locator(`[data-message="${id}"]`).hover();
    await conversation(hers).getByRole('button', { name: 'Delete' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    for (const page of [hers, his]) await bar(page).waitFor({ state: 'hidden' });
    // With something else in it, it says by itself when it is read again.
    await ask(ada, 'pinMessage', { messageId: quotes });
    for (const again of [false, true]) {
      for (const page of [hers, his]) {
        if (again) await page.reload();
        await bar(page).getByText('I heard that').waitFor();
        await bar(page).getByText('1 pinned').waitFor();
        await until(() => said(panel(page))).toEqual(['Message deleted', 'I heard that', 'Between us']);
        await until(() => said(conversation(page))).toEqual(['Message deleted', 'I heard that']);
        await quote(page, 'Message deleted').waitFor();
        expect(await page.getByRole('group', { name: 'Reactions' }).count()).toBe(0);
        expect(await page.getByRole('main').getByText('a secret').count()).toBe(0);
      }
    }
  });

  it('[ED1] [ED4] says to both what it said before, from where it says that it was edited', async () => {
    const { hers, his } = await pair();
    await say(hers, 'Shall we?');
    await rowOf(his, 'Shall we?').waitFor();
    await act(hers, 'Shall we?', 'Edit');
    const composer = hers.getByLabel('Message Bo');
    await composer.fill('Shall we go?');
    await composer.press('Enter');
    await say(his, 'Yes');
    // Her own page shows it before it is stored.
    await rowOf(his, 'Shall we go?').waitFor();
    for (const page of [hers, his]) {
      await rowOf(page, 'Shall we go?')
        .getByRole('button', { name: /^Edited/ })
        .click();
      const dialog = page.getByRole('dialog', { name: 'History of this message' });
      const versions = dialog.getByRole('listitem');
      await until(() => versions.count()).toBe(2);
      const texts = await versions.allInnerTexts();
      expect(texts[0]).toMatch(/Now · Edited .*Shall we go\?$/s);
      expect(texts[1]).toMatch(/^Sent .*Shall we\?$/s);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
  });
});

describe('a draft', () => {
  it('is kept over a reload with what it answers, is marked in the list, and goes when it is sent', async () => {
    const { ada, bo, threadId, hers } = await pair();
    await bo.api.send(threadId, 'Coming?');
    await act(hers, 'Coming?', 'Reply');
    await hers.getByLabel('Message Bo').fill('I think');
    await hers.getByRole('link', { name: /Draft: I think/ }).waitFor();
    await hers.reload();
    await until(() => hers.getByLabel('Message Bo').inputValue()).toBe('I think');
    await hers.getByText('Reply to Bo', { exact: true }).waitFor();
    await hers.getByLabel('Message Bo').focus();
    await hers.keyboard.press('End');
    await hers.keyboard.type(' so');
    await hers.keyboard.press('Enter');
    await until(() => ada.api.bodies(threadId)).toEqual(['Coming?', 'I think so']);
    await until(() => hers.getByText('Draft:').count()).toBe(0);
    await hers.reload();
    await rowOf(hers, 'I think so').getByText('In reply to').waitFor({ state: 'attached' });
    expect(await hers.getByLabel('Message Bo').inputValue()).toBe('');
  });

  it('belongs to its thread', async () => {
    const { ada, hers } = await pair();
    const cy = await world.person(`cy-${count}`, 'Cy');
    const other = await ada.api.startDirectThread(cy.id);
    await hers.getByLabel('Message Bo').fill('for Bo only');
    await hers.getByRole('link', { name: /Cy/ }).click();
    await until(() => hers.getByLabel('Message Cy').inputValue()).toBe('');
    expect(hers.url()).toContain(other);
    await hers.getByRole('link', { name: /Draft: for Bo only/ }).click();
    await until(() => hers.getByLabel('Message Bo').inputValue()).toBe('for Bo only');
  });
});

describe('a link to a message, in another', () => {
  it('opens in this tab, in its place and lit up, as often as it is followed', async () => {
    const { ada, bo, threadId, hers } = await pair();
    const id = await bo.api.send(threadId, 'Here it began');
    for (let index = 0; index < 30; index += 1) await bo.api.send(threadId, `Since ${index}`);
    await say(hers, `See ${world.url}/t/${threadId}?m=${id}`);
    for (let times = 0; times < 2; times += 1) {
      await rowOf(hers, 'See ').getByRole('link').click();
      await until(() => hers.evaluate(() => document.activeElement?.textContent)).toContain('Here it began');
      await until(() => rowOf(hers, 'Here it began').getAttribute('class')).toContain('message-lit');
      expect(new URL(hers.url()).search).toBe(`?m=${id}`);
      await hers.getByRole('button', { name: /Jump to latest/ }).click();
    }
    expect(ada.context.pages()).toHaveLength(1);
  });

  it('says where it is for others alone, as one to a group does that leads nowhere', async () => {
    const { ada, bo, threadId, hers } = await pair();
    const cy = await world.person(`cy-${count}`, 'Cy');
    const secret = await cy.api.startDirectThread(bo.id);
    const id = await cy.api.send(secret, 'Not for Ada');
    for (const [path, words] of [
      [`/t/${secret}?m=${id}`, "This conversation isn't yours to see"],
      ['/i/nonsense', "This invite link doesn't work"],
      [`/t/${threadId}?m=${id}`, 'That message isn’t there, or isn’t yours to see.'],
    ] as const) {
      await bo.api.send(threadId, world.url + path);
      await rowOf(hers, path).getByRole('link').press('Enter');
      await hers.getByText(words).first().waitFor();
      await hers.goBack();
    }
    expect(ada.context.pages()).toHaveLength(1);
  });
});
