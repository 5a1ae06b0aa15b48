import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { rowOf, say, spoken, until, openWorld } from './harness.ts';

const world = openWorld();
let count = 0;

/** What a browser says on its console when a request does not get through. */
const noNetwork = [/net::ERR_/, /WebSocket connection/, /Failed to load resource/];

async function pair() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const threadId = await ada.api.startDirectThread(bo.id);
  const page = await ada.open(`/t/${threadId}`);
  await say(page, 'before');
  await until(() => ada.api.bodies(threadId)).toEqual(['before']);
  // The server has it, but a network that goes before its answer has come leaves it waiting in the browser.
  await rowOf(page, 'before').locator('[data-delivery="sent"]').waitFor();
  // Nobody is back online who was never there: only the stream tells of what Bo has read.
  await bo.api.ask(
    `mutation ($input: MarkReadInput!) { result: markRead(input: $input) { ... on Error { code reason } } }`,
    { input: { threadId, seq: 1_000 } },
  );
  await rowOf(page, 'before').locator('[data-delivery="read"]').waitFor();
  return { ada, bo, threadId, page };
}

describe('without a network', () => {
  it('[MS3] [LV4] what is written waits, goes out once and in order, and what was missed is there', async () => {
    world.expectComplaints(...noNetwork);
    const { ada, bo, threadId, page } = await pair();
    await ada.context.setOffline(true);
    await page.getByText("You're offline.").waitFor();
    for (const text of ['one', 'two', 'three']) await say(page, text);
    await page.getByText('3 messages wait').waitFor();
    expect(await spoken(page)).toEqual(['before', 'one', 'two', 'three']);
    await until(() => rowOf(page, 'three').locator('[data-delivery]').getAttribute('data-delivery')).toBe(
      'sending',
    );
    await bo.api.send(threadId, 'meanwhile');
    expect(await ada.api.bodies(threadId)).toEqual(['before', 'meanwhile']);

    await ada.context.setOffline(false);
    await page.getByText('Back online.').waitFor();
    await until(() => ada.api.bodies(threadId)).toEqual(['before', 'meanwhile', 'one', 'two', 'three']);
    await until(() => spoken(page)).toEqual(['before', 'meanwhile', 'one', 'two', 'three']);
    await page.getByText('Back online.').waitFor({ state: 'hidden' });
  });

  it('[MS3] what waits survives closing the tab', async () => {
    world.expectComplaints(...noNetwork);
    const { ada, threadId, page } = await pair();
    await ada.context.setOffline(true);
    await page.getByText("You're offline.").waitFor();
    await say(page, 'written in a tunnel');
    await page.getByText('1 message waits').waitFor();
    await page.close();
    await ada.context.setOffline(false);
    const again = await ada.open();
    await until(() => ada.api.bodies(threadId)).toEqual(['before', 'written in a tunnel']);
    await again.getByRole('link', { name: /Bo/ }).click();
    await until(() => spoken(again)).toEqual(['before', 'written in a tunnel']);
  });

  it('[LV4] a server that restarts is noticed and found again, and nothing is lost or doubled', async () => {
    world.expectComplaints(...noNetwork);
    const { ada, bo, threadId, page } = await pair();
    expect(await world.server.stop()).toBe(0);
    await say(page, 'into the dark');
    await page.getByText(/Connecting|offline/).waitFor();
    await world.server.start();
    await until(() => ada.api.bodies(threadId)).toEqual(['before', 'into the dark']);
    await bo.api.send(threadId, 'light again');
    await until(() => spoken(page)).toEqual(['before', 'into the dark', 'light again']);
  });
});

describe('an edit that is shown and not answered', () => {
  it('is not left unasked, neither by signing out nor by leaving the page', async () => {
    const { ada, bo, threadId } = await pair();
    const page = await ada.context.newPage();
    let live = false;
    await page.routeWebSocket(/graphql/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        live ||= String(message).includes('CaughtUp');
        socket.send(message);
      });
      socket.onMessage((message) => {
        if (!String(message).includes('EditMessage')) server.send(message);
      });
    });
    await page.goto(`${world.url}/t/${threadId}`);
    const composer = page.getByLabel('Message Bo');
    await rowOf(page, 'before').waitFor();
    await until(() => live).toBe(true);
    await composer.press('ArrowUp');
    await page.getByText('Editing').waitFor();
    await composer.fill('after');
    await composer.press('Enter');
    await rowOf(page, 'after').getByText('edited').waitFor();
    expect(await bo.api.bodies(threadId)).toEqual(['before']);

    await page.getByRole('button', { name: 'Ada: account and settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('alertdialog', { name: "Sign out and lose what isn't saved?" }).waitFor();
    await page.keyboard.press('Escape');
    const asking = page.waitForEvent('dialog');
    const reloaded = page.reload();
    const dialog = await asking;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloaded;
  });
});

describe('a message that the server refuses', () => {
  /** Bo, in a group of Ada's, whose sends are answered as the test says for as long as it says something. */
  async function answered(handles: string) {
    const ada = await world.person(`ada-${handles}`, 'Ada');
    const bo = await world.person(`bo-${handles}`, 'Bo');
    const threadId = await ada.api.createGroup('The two of us', [bo.id]);
    const page = await bo.open(`/t/${threadId}`);
    let answer: object | null = null;
    await page.routeWebSocket(/graphql/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        const { id, type, payload } = JSON.parse(String(message)) as {
          id: string;
          type: string;
          payload?: { operationName?: string };
        };
        if (answer === null || type !== 'subscribe' || payload?.operationName !== 'SendMessage')
          return server.send(message);
        socket.send(JSON.stringify({ id, type: 'next', payload: answer }));
        socket.send(JSON.stringify({ id, type: 'complete' }));
        return undefined;
      });
    });
    await page.reload();
    await page.getByLabel('Message The two of us').waitFor();
    await until(() => page.evaluate(() => document.querySelector('[aria-busy="true"]') === null)).toBe(true);
    return { ada, threadId, page, say: (next: object | null) => (answer = next) };
  }

  it('is tried again where that may help, and is not lost over a reload', async () => {
    const { ada, threadId, page, say: answer } = await answered('r');
    answer({ errors: [{ message: 'Not now, please.', extensions: { code: 'BAD_REQUEST' } }] });
    for (const text of ['keep me', 'drop me']) {
      await say(page, text);
      await rowOf(page, text).getByText('Couldn’t send. Not now, please.').waitFor();
    }
    await page.reload();
    await rowOf(page, 'keep me').getByRole('button', { name: 'Retry' }).waitFor();
    await page.getByRole('button', { name: 'Bo: account and settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page
      .getByRole('alertdialog')
      .getByText("2 messages or changes haven't reached the server.")
      .waitFor();
    await page.keyboard.press('Escape');
    await rowOf(page, 'drop me').getByRole('button', { name: 'Delete' }).click();
    await until(() => spoken(page)).toEqual(['keep me']);
    answer(null);
    await rowOf(page, 'keep me').getByRole('button', { name: 'Retry' }).click();
    await until(() => ada.api.bodies(threadId)).toEqual(['keep me']);
    await until(() => page.getByText('Couldn’t send').count()).toBe(0);
  });

  it('for good goes back into the composer with its files, ahead of what has been written since', async () => {
    const { ada, threadId, page, say: answer } = await answered('e');
    const refusal = { __typename: 'ForbiddenError', code: 'FORBIDDEN', reason: 'Not like this.' };
    answer({ data: { sendMessage: refusal } });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring boots.') });
    const tray = page.getByRole('list', { name: 'Files to send' });
    await tray.getByLabel('uploaded').waitFor();
    await say(page, 'hello thre');
    const row = rowOf(page, 'hello thre');
    await row.getByText('Couldn’t send. Not like this.').waitFor();
    expect(await row.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);

    answer(null);
    const field = page.getByLabel('Message The two of us');
    await field.fill('and goodbye');
    await row.getByRole('button', { name: 'Edit' }).click();
    await until(() => field.inputValue()).toBe('hello thre\nand goodbye');
    await until(() => spoken(page)).toEqual([]);
    await tray.getByLabel('uploaded').waitFor();
    await until(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await say(page, 'hello there\nand goodbye');
    await until(() => ada.api.bodies(threadId)).toEqual(['hello there\nand goodbye']);
    await page.getByRole('link', { name: /^Download notes.txt/ }).waitFor();
  });

  it('where nobody writes any more offers its words, and the composer once somebody may again', async () => {
    world.expectComplaints(...noNetwork);
    const ada = await world.person('ada-a', 'Ada');
    const bo = await world.person('bo-a', 'Bo');
    await bo.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const threadId = await ada.api.createGroup('Archive', [bo.id]);
    const page = await bo.open(`/t/${threadId}`);
    await page.getByLabel('Message Archive').waitFor();
    await bo.context.setOffline(true);
    await page.getByText("You're offline.").waitFor();
    await say(page, 'too late');
    const change = (name: string) =>
      ada.api.ask(
        `mutation ($threadId: ID!) { result: ${name}(input: { threadId: $threadId }) { __typename } }`,
        {
          threadId,
        },
      );
    await change('archiveGroup');
    await bo.context.setOffline(false);
    const row = rowOf(page, 'too late');
    await row.getByText('Couldn’t send. This group is archived.').waitFor();
    await row.getByRole('button', { name: 'Copy text' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('too late');
    expect(await row.getByRole('button', { name: /Retry|Edit/ }).count()).toBe(0);

    await change('unarchiveGroup');
    await row.getByRole('button', { name: 'Edit' }).click();
    await until(() => page.getByLabel('Message Archive').inputValue()).toBe('too late');
    await page.keyboard.press('Enter');
    await until(() => ada.api.bodies(threadId)).toEqual(['too late']);
  });
});
