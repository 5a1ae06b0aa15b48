import { describe, expect, it } from 'vitest';
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

describe('a message that the server refuses', () => {
  it('[MS12] offers Retry and Delete, and is not lost', async () => {
    const ada = await world.person('ada-r', 'Ada');
    const bo = await world.person('bo-r', 'Bo');
    const threadId = await ada.api.createGroup('The two of us', [bo.id]);
    const page = await bo.open(`/t/${threadId}`);
    await page.getByLabel(/Message everyone/).waitFor();
    // His device does not hear that he was removed, and its send comes back refused.
    let refuse = true;
    await page.routeWebSocket(/graphql/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        const { id, type, payload } = JSON.parse(String(message)) as {
          id: string;
          type: string;
          payload?: { operationName?: string };
        };
        if (!refuse || type !== 'subscribe' || payload?.operationName !== 'SendMessage')
          return server.send(message);
        const sendMessage = { __typename: 'ForbiddenError', code: 'FORBIDDEN', reason: 'Not now, please.' };
        socket.send(JSON.stringify({ id, type: 'next', payload: { data: { sendMessage } } }));
        socket.send(JSON.stringify({ id, type: 'complete' }));
        return undefined;
      });
    });
    await page.reload();
    await page.getByLabel(/Message everyone/).waitFor();
    await until(() => page.evaluate(() => document.querySelector('[aria-busy="true"]') === null)).toBe(true);
    for (const text of ['keep me', 'drop me']) {
      await say(page, text);
      await rowOf(page, text).getByText('Couldn’t send. Not now, please.').waitFor();
    }
    await page.reload();
    await rowOf(page, 'keep me').getByRole('button', { name: 'Retry' }).waitFor();
    await rowOf(page, 'drop me').getByRole('button', { name: 'Delete' }).click();
    await until(() => spoken(page)).toEqual(['keep me']);
    refuse = false;
    await rowOf(page, 'keep me').getByRole('button', { name: 'Retry' }).click();
    await until(() => ada.api.bodies(threadId)).toEqual(['keep me']);
    await until(() => page.getByText('Couldn’t send').count()).toBe(0);
  });
});
