import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { until, openWorld } from './harness.ts';
import { badge, bodies, conversation, inConversation, openPanel, pairIn, panel, reply } from './replies.ts';

const world = openWorld();
const pair = pairIn(world);

/** What a browser says on its console when a request does not get through. */
const noNetwork = [/net::ERR_/, /WebSocket connection/, /Failed to load resource/];

describe('replies beside the conversation', () => {
  it('[RP1] [RP4] [RP6] stand there alone, are counted for both, and are new until they are seen', async () => {
    const { hers, his } = await pair();
    await openPanel(his);
    await reply(his, 'At the pier');
    await until(() => badge(hers).innerText()).toContain('1 reply');
    await until(() => badge(hers).innerText()).toContain('New');
    expect(await inConversation(hers)).toEqual(['Where shall we eat?']);
    await badge(hers).click();
    await until(() => bodies(hers)).toEqual(['Where shall we eat?', 'At the pier']);
    await until(() => badge(hers).innerText()).not.toContain('New');
    await Promise.all([reply(hers, 'When?'), reply(his, 'At noon')]);
    for (const page of [hers, his]) {
      await until(() => badge(page).innerText()).toContain('3 replies');
      await until(async () => (await bodies(page)).length).toBe(4);
      expect(await inConversation(page)).toEqual(['Where shall we eat?']);
    }
    await hers.getByRole('textbox', { name: 'Reply to this message' }).press('Escape');
    await panel(hers).waitFor({ state: 'hidden' });
    await until(() => hers.evaluate(() => document.activeElement?.hasAttribute('data-replies'))).toBe(true);
  });

  it('[RP3] also stand in the conversation where one says so, and the list shows only those', async () => {
    const { hers, his } = await pair();
    await openPanel(his);
    await reply(his, 'Only here');
    await panel(his).getByRole('checkbox', { name: 'Also send to the conversation' }).check();
    await reply(his, 'In both');
    await until(() => inConversation(hers)).toEqual(['Where shall we eat?', 'In both']);
    await until(() => badge(hers).innerText()).toContain('2 replies');
    const list = hers.getByRole('navigation', { name: /conversations/i });
    await until(() => list.innerText()).toContain('In both');
    expect(await list.innerText()).not.toContain('Only here');
    expect(await panel(his).getByRole('checkbox').isChecked()).toBe(false);
  });

  it('[MN2] [RP3] call everybody, written or edited, only where they stand in the conversation too', async () => {
    const ada = await world.person('ada', 'Ada');
    const bo = await world.person('bo', 'Bo');
    const group = await ada.api.createGroup('Boathouse', [bo.id]);
    await ada.api.send(group, 'Where shall we eat?');
    const hers = await ada.open(`/t/${group}`);
    await openPanel(hers);
    const field = panel(hers).getByRole('textbox');
    const also = panel(hers).getByRole('checkbox', { name: 'Also send to the conversation' });
    const offers = (everybody: boolean) =>
      until(async () => (await hers.getByRole('option').allInnerTexts()).join()).toMatch(
        everybody ? /Bo.*Everybody here|Everybody here.*Bo/s : /^(?!.*Everybody here).*Bo/s,
      );
    await also.check();
    await reply(hers, 'In both');
    await field.pressSequentially('@');
    await offers(false);
    await field.fill('');
    await field.press('ArrowUp');
    await until(() => field.inputValue()).toBe('In both');
    expect(await also.count()).toBe(0);
    await field.fill('');
    await field.pressSequentially('@');
    await offers(true);
    await field.press('Escape');
    await field.press('Escape');
    await also.waitFor();
  });

  it('[RP3] [RC6] say to their author how far they have come, and who has read them', async () => {
    const { hers, his } = await pair();
    await openPanel(his);
    await reply(his, 'At the pier');
    const tick = (state: string) => panel(his).getByRole('button', { name: `${state}: who has read this` });
    await tick('Sent').waitFor();
    await until(() => badge(hers).innerText()).toContain('1 reply');
    // Nobody has looked at it, though they look at the conversation.
    expect(await tick('Read').count()).toBe(0);
    await badge(hers).click();
    await tick('Read').click();
    const readers = his.getByRole('dialog', { name: 'Who has read this' });
    await readers.getByRole('region', { name: 'Read', exact: true }).getByText('Ada').waitFor();
    // Only what one wrote oneself says so: here what was asked.
    await until(() => panel(hers).locator('[data-delivery]').count()).toBe(1);
  });

  it('take files that are dropped on them, or pasted, and those alone', async () => {
    const { hers, his } = await pair();
    await openPanel(his);
    const field = panel(his).getByRole('textbox');
    const holding = (name: string) =>
      his.evaluateHandle((file) => {
        const data = new DataTransfer();
        data.items.add(new File(['words'], file, { type: 'text/plain' }));
        return data;
      }, name);
    const dataTransfer = await holding('dropped.txt');
    const sign = panel(his).getByText('Drop files to reply with them');
    await field.dispatchEvent('dragover', { dataTransfer });
    await sign.waitFor();
    await field.dispatchEvent('drop', { dataTransfer });
    await sign.waitFor({ state: 'hidden' });
    await field.evaluate(
      (element, clipboardData) =>
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        ),
      await holding('pasted.txt'),
    );
    const tray = panel(his).getByRole('list', { name: 'Files to send' });
    await until(() => tray.getByLabel('uploaded').count()).toBe(2);
    expect(await conversation(his).getByRole('list', { name: 'Files to send' }).count()).toBe(0);
    await field.press('Enter');
    await badge(hers).click();
    for (const name of ['dropped.txt', 'pasted.txt'])
      await panel(hers)
        .getByRole('link', { name: new RegExp(`^Download ${name}`) })
        .waitFor();
    expect(await inConversation(hers)).toEqual(['Where shall we eat?']);
  });

  it('are one stop for Tab and walked with the keys, and what stands in both places has no id twice', async () => {
    const { ada, id, his } = await pair();
    await openPanel(his);
    for (const text of ['one', 'two', 'three']) await reply(his, text);
    const field = panel(his).getByRole('textbox');
    const focused = () => his.evaluate(() => document.activeElement?.closest('[data-message]')?.textContent);
    const isInField = () => field.evaluate((element) => element === document.activeElement);
    await until(() => panel(his).locator('[data-message][tabindex="0"]').count()).toBe(1);
    await field.focus();
    for (let stops = 0; stops < 3 && (await focused()) === undefined; stops += 1)
      await his.keyboard.press('Shift+Tab');
    await until(focused).toContain('three');
    for (const [key, text] of [
      ['ArrowUp', 'two'],
      ['Home', 'Where shall we eat?'],
      ['ArrowDown', 'one'],
      ['End', 'three'],
    ] as const) {
      await his.keyboard.press(key);
      await until(focused).toContain(text);
    }
    await until(() => panel(his).locator('[data-message][tabindex="0"]').count()).toBe(1);
    await his.keyboard.press('ArrowDown');
    await until(isInField).toBe(true);
    await his.keyboard.press('Shift+Tab');
    await panel(his).locator('[data-message][tabindex="0"]').focus();
    await his.keyboard.press('Escape');
    await until(isInField).toBe(true);
    expect(await panel(his).isVisible()).toBe(true);

    await ada.api.ask(
      'mutation ($input: AddReactionInput!) { result: addReaction(input: $input) { ... on Error { code reason } } }',
      { input: { messageId: id, emoji: '👍' } },
    );
    for (const place of [conversation(his), panel(his)]) {
      const pill = place.getByRole('button', { name: '👍 1 person' });
      await pill.hover();
      await until(() => pill.getAttribute('aria-describedby')).not.toBeNull();
    }
    const ids = await his.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
    expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([]);
  });

  it('are linked: the address opens them, Back closes them, and a link to a reply leads there', async () => {
    const { ada, bo, threadId, id, hers, his } = await pair();
    await openPanel(his);
    await reply(his, 'Find me');
    await his.goBack();
    await panel(his).waitFor({ state: 'hidden' });
    await hers.goto(`${new URL(hers.url()).origin}/t/${threadId}?replies=${id}`);
    await until(() => bodies(hers)).toEqual(['Where shall we eat?', 'Find me']);
    const { edges } = await ada.api.ask<{ edges: { node: { id: string } }[] }>(
      'query ($query: String!) { result: searchMessages(query: $query) { edges { node { id } } } }',
      { query: 'Find' },
    );
    const other = await bo.open(`/t/${threadId}?m=${edges[0]?.node.id ?? ''}`);
    await until(() => bodies(other)).toEqual(['Where shall we eat?', 'Find me']);
    const missing = await bo.open(`/t/${threadId}?replies=msg_00000000-0000-7000-8000-000000000000`);
    await panel(missing).getByText('That message isn’t there').waitFor();
  });

  it('what is written there is kept over a reload, and what is sent offline goes out later', async () => {
    world.expectComplaints(...noNetwork);
    const { bo, hers, his } = await pair();
    await openPanel(his);
    await panel(his).getByRole('textbox').fill('Half a thou');
    await until(() => his.evaluate(() => Object.values(localStorage).join())).toContain('Half a thou');
    await his.reload();
    await until(() => panel(his).getByRole('textbox').inputValue()).toBe('Half a thou');
    expect(await his.getByRole('textbox', { name: 'Message Ada' }).inputValue()).toBe('');
    await bo.context.setOffline(true);
    await his.getByText("You're offline.").waitFor();
    await reply(his, 'From the tunnel');
    await bo.context.setOffline(false);
    await until(() => badge(hers).innerText()).toContain('1 reply');
    expect(await inConversation(hers)).toEqual(['Where shall we eat?']);
  });

  it('have the whole screen of a phone, and nothing stands in the way of anybody', async () => {
    const { ada, threadId, id, his } = await pair();
    await openPanel(his);
    await reply(his, 'For the picture, a little longer than one line of this narrow panel');
    expect(await findings(his)).toEqual([]);
    const phone = await ada.open(`/t/${threadId}?replies=${id}`);
    await phone.setViewportSize({ width: 360, height: 740 });
    await until(async () => (await bodies(phone)).length).toBe(2);
    expect(await conversation(phone).isVisible()).toBe(false);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await findings(phone)).toEqual([]);
    await phone.emulateMedia({ colorScheme: 'dark' });
    expect(await findings(phone)).toEqual([]);
  });
});
