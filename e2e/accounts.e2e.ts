import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Api } from './api.ts';
import { password, openWorld, rowOf, say, spoken, until } from './harness.ts';

const world = openWorld();

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const title = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();

/** Where a session has ended, what is asked by its name is refused, and the browser notes it. */
const refused = /status of 4\d\d.*\/graphql/;

async function welcome(path = '/'): Promise<Page> {
  const page = await (await world.context()).newPage();
  await page.goto(world.url + path);
  await title(page, 'Sign in');
  return page;
}

async function newcomer(handle: string): Promise<Page> {
  const page = await welcome();
  await page.getByRole('button', { name: 'Make an account' }).click();
  await field(page, 'Your name').fill('Ada Okafor');
  await field(page, 'Handle').fill(handle);
  await field(page, 'Password').fill(password);
  return page;
}

describe('signing up', () => {
  it('[AC1] [AC8] makes an account, shows the empty app, and a reload stays signed in', async () => {
    const page = await newcomer('Ada-1');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('Nobody here yet').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Ada Okafor: account and settings' }).click();
    await page.getByText('@ada-1').waitFor();
  });

  it('[AC1] [AC4] [ER2] says beside each field what is wrong with it', async () => {
    const page = await welcome();
    await page.getByRole('button', { name: 'Make an account' }).click();
    await field(page, 'Your name').fill('Ada Okafor');
    await field(page, 'Handle').fill('no spaces');
    await field(page, 'Password').fill('password1');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('A handle has 2 to 32 of the characters a–z, 0–9, _ and -.').waitFor();
    await page.getByText('This password is one of the commonest. Choose another.').waitFor();
    expect(await field(page, 'Handle').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'Your name').getAttribute('aria-invalid')).toBeNull();
    await until(() => field(page, 'Handle').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    expect(await field(page, 'Handle').inputValue()).toBe('no spaces');
  });

  it('[AC2] says that a handle is taken', async () => {
    await world.person('taken', 'Somebody');
    const page = await newcomer('TAKEN');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('This handle is taken.').waitFor();
    await field(page, 'Handle').fill('free');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('Nobody here yet').waitFor();
  });
});

describe('signing in', () => {
  it('[AC6] says the same of a wrong password and of a handle that nobody has', async () => {
    await world.person('bo', 'Bo Lindqvist');
    const page = await welcome();
    for (const handle of ['bo', 'nobody-at-all']) {
      await field(page, 'Handle').fill(handle);
      await field(page, 'Password').fill('not the password');
      const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await answered;
      await page.getByRole('alert').getByText('Wrong handle or password.').waitFor();
      await page.getByRole('button', { name: 'Sign in', disabled: false }).waitFor();
    }
    await field(page, 'Handle').fill('BO');
    await field(page, 'Password').fill(password);
    await page.keyboard.press('Enter');
    await title(page, 'Conversations');
  });

  it('leaves nothing for a script to read: the cookie is HttpOnly and nothing of it is stored', async () => {
    const ada = await world.person('ada-2', 'Ada');
    const page = await ada.open();
    await title(page, 'Conversations');
    const [cookie] = await ada.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const readable = await page.evaluate(
      () => document.cookie + JSON.stringify(Object.entries(localStorage)),
    );
    expect(readable).not.toContain(cookie!.value);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('[AC11] signing out ends it in every tab, and nothing of the person stays in the browser', async () => {
    world.expectComplaints(refused);
    const ada = await world.person('ada-3', 'Ada');
    const bo = await world.person('bo-3', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const [page, other] = [await ada.open(`/t/${threadId}`), await ada.open()];
    await title(other, 'Conversations');
    await page.getByLabel('Message Bo').fill('half a thought');
    await until(() => page.evaluate(() => Object.keys(localStorage).length)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Ada: account and settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await title(page, 'Sign in');
    await title(other, 'Sign in');
    await until(() =>
      page.evaluate((id) => JSON.stringify(Object.entries(localStorage)).includes(id), ada.id),
    ).toBe(false);
    await page.reload();
    await title(page, 'Sign in');
  });

  it('[SS5] a tab that slept while somebody else signed in becomes theirs, and what waits in it waits for its own person', async () => {
    world.expectComplaints(refused, /net::ERR_/, /WebSocket connection/);
    const ada = await world.person('ada-5', 'Ada');
    const bo = await world.person('bo-5', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const [page, asleep] = [await ada.open(), await ada.open(`/t/${threadId}`)];
    await say(asleep, 'awake');
    await rowOf(asleep, 'awake').locator('[data-delivery="sent"]').waitFor();
    const network = await ada.context.newCDPSession(asleep);
    const setOffline = (offline: boolean) =>
      network.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    await network.send('Network.enable');
    await setOffline(true);
    await asleep.getByText("You're offline.").waitFor();
    await say(asleep, 'by Ada alone');
    await asleep.getByText('1 message waits').waitFor();

    const elsewhere = new Api(world.url);
    await elsewhere.signIn('ada-5', password);
    await elsewhere.ask('mutation { result: revokeOtherSessions(input: {}) { __typename } }');
    const signIn = async (handle: string) => {
      await title(page, 'Sign in');
      await field(page, 'Handle').fill(handle);
      await field(page, 'Password').fill(password);
      await page.keyboard.press('Enter');
      await title(page, 'Conversations');
    };
    await signIn('bo-5');
    await setOffline(false);
    await asleep.getByRole('button', { name: 'Bo: account and settings' }).waitFor();
    await until(() => spoken(asleep)).toEqual(['awake']);
    expect(await bo.api.bodies(threadId)).toEqual(['awake']);

    await page.getByRole('button', { name: 'Bo: account and settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn('ada-5');
    await until(() => bo.api.bodies(threadId)).toEqual(['awake', 'by Ada alone']);
  });

  it('[SS5] what was on its way as somebody signed out is not said by who signs in after them in the same tab', async () => {
    world.expectComplaints(refused, /WebSocket connection/);
    const ada = await world.person('ada-6', 'Ada');
    const bo = await world.person('bo-6', 'Bo');
    const threadId = await ada.api.startDirectThread(bo.id);
    const page = await ada.context.newPage();
    let live = false;
    let cut = false;
    let wasCut = false;
    await page.routeWebSocket(/graphql/, (socket) => {
      if (cut) return void socket.close();
      const server = socket.connectToServer();
      server.onMessage((message) => {
        live ||= String(message).includes('CaughtUp');
        socket.send(message);
      });
      socket.onMessage((message) => {
        if (wasCut || !String(message).includes('SendMessage')) return server.send(message);
        wasCut = true;
        cut = true;
        void server.close();
        return void socket.close();
      });
    });
    await page.goto(`${world.url}/t/${threadId}`);
    await page.getByLabel('Message Bo').waitFor();
    await until(() => live).toBe(true);
    await say(page, 'by Ada alone');
    await until(() => cut).toBe(true);
    await page.getByRole('button', { name: 'Ada: account and settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const asked = page.getByRole('alertdialog', { name: "Sign out and lose what isn't saved?" });
    await asked.getByRole('button', { name: 'Sign out' }).click();

    await field(page, 'Handle').fill('bo-6');
    await field(page, 'Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Message Ada').waitFor();
    cut = false;
    // What waits for a socket is woken.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await say(page, 'by Bo');
    await rowOf(page, 'by Bo').locator('[data-delivery="sent"]').waitFor();
    expect(await bo.api.bodies(threadId)).toEqual(['by Bo']);
  });

  it('an address of the app is kept through signing in', async () => {
    const ada = await world.person('ada-4', 'Ada');
    const bo = await world.person('bo-4', 'Bo Four');
    const threadId = await ada.api.startDirectThread(bo.id);
    const page = await welcome(`/t/${threadId}`);
    await field(page, 'Handle').fill('ada-4');
    await field(page, 'Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Message Bo Four').waitFor();
  });
});
