import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type Person, rowOf, say, spoken, until, openWorld } from './harness.ts';

const world = openWorld();
const refused = /status of 4\d\d.*\/graphql/;

let count = 0;

/** A person with a direct thread and a group that hold a bit of everything. */
async function inhabitant(
  options: BrowserContextOptions,
): Promise<{ ada: Person; direct: string; group: string }> {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada Okafor', options);
  const bo = await world.person(`bo-${count}`, 'Bo Lindqvist');
  const cy = await world.person(`cy-${count}`, 'Cy');
  const direct = await bo.api.startDirectThread(ada.id);
  await ada.api.send(direct, 'Read **this**, and `that`: https://example.org');
  const group = await ada.api.createGroup('Everything in it', [bo.id, cy.id]);
  await bo.api.send(
    group,
    '# Title\n\n- one\n- two\n\n> quoted\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  );
  await ada.api.send(group, 'own words');
  await bo.api.send(group, 'unread words');
  await bo.api.send(direct, 'unread too');
  return { ada, direct, group };
}

const looks = {
  'on a desktop': { viewport: { width: 1280, height: 800 } },
  'on a desktop, in the dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  'on a tablet': { viewport: { width: 820, height: 1100 } },
  'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  'on a phone, in the dark': {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  },
} satisfies Record<string, BrowserContextOptions>;

describe.each(Object.entries(looks))('axe finds nothing %s', (_name, look) => {
  it('on the way in', async () => {
    world.expectComplaints(refused);
    const page = await (await world.context(look)).newPage();
    await page.goto(world.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('in an app with nobody in it, and where there is nothing to see', async () => {
    count += 1;
    const ada = await world.person(`ada-${count}`, 'Ada', look);
    const page = await ada.open();
    await page.getByText('Nobody here yet').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${world.url}/t/thr_019b8d62-7a8d-7000-8000-009b8662b622`);
    await page.getByText("This conversation isn't yours to see").waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('in conversations, panels, dialogs and menus', async () => {
    const { ada, direct, group } = await inhabitant(look);
    const page = await ada.open();
    await page.getByRole('link', { name: /Everything in it/ }).waitFor();
    expect(await findings(page)).toEqual([]);

    await page.goto(`${world.url}/t/${group}`);
    await rowOf(page, 'unread words').waitFor();
    await page.getByTestId('new-divider').waitFor();
    expect(await findings(page)).toEqual([]);
    await rowOf(page, 'own words').focus();
    await rowOf(page, 'own words').getByRole('group', { name: 'Message actions' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await rowOf(page, 'own words').getByRole('button', { name: 'Reply' }).first().click();
    await say(page, 'an answer');
    await rowOf(page, 'an answer')
      .getByRole('button', { name: /In reply to/ })
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await rowOf(page, 'own words').focus();
    await rowOf(page, 'own words').getByRole('button', { name: 'Delete' }).first().click();
    await page.getByRole('alertdialog').waitFor();
    expect(await findings(page)).toEqual([]);

    await page.goto(`${world.url}/t/${group}?panel=people`);
    await page.getByRole('button', { name: 'Actions for Cy' }).click();
    await page.getByRole('menu').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Rename group' }).click();
    expect(await findings(page)).toEqual([]);

    await page.goto(`${world.url}/t/${direct}?panel=people`);
    await page.getByText('Only the two of you see this conversation.').waitFor();
    expect(await findings(page)).toEqual([]);

    await page.goto(world.url);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox', { name: 'People' }).fill(`-${count}`);
    await page.getByRole('option', { name: /Bo/ }).click();
    await page.getByRole('combobox', { name: 'People' }).fill(`-${count}`);
    await page.getByRole('option', { name: /Cy/ }).click();
    await page.getByLabel('Name of the group').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('while the network is gone', async () => {
    world.expectComplaints(/net::ERR_/, /WebSocket/, /Failed to load resource/);
    const { ada, direct } = await inhabitant(look);
    const page = await ada.open(`/t/${direct}`);
    await rowOf(page, 'unread too').waitFor();
    await ada.context.setOffline(true);
    await page.getByText("You're offline.").waitFor();
    await say(page, 'waits');
    await page.getByText('1 message waits').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describe('at 360 px', () => {
  let phone: { ada: Person; direct: string; group: string };
  beforeAll(async () => {
    phone = await inhabitant(looks['on a phone']);
  });

  it('one pane is seen at a time, with a way back by button, by history and by Esc, and nothing runs out of the screen', async () => {
    const page = await phone.ada.open();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const list = page.getByRole('navigation', { name: 'Conversations' });
    const composer = page.getByRole('form', { name: 'Write a message' });
    await list.getByRole('link', { name: /Everything in it/ }).click();
    await composer.waitFor();
    await list.waitFor({ state: 'hidden' });
    expect(await overflow()).toBe(0);

    await page.getByRole('button', { name: 'Back to conversations' }).click();
    await list.waitFor();
    await composer.waitFor({ state: 'hidden' });
    await list.getByRole('link', { name: /^Bo Lindqvist/ }).click();
    await composer.waitFor();
    await page.goBack();
    await list.waitFor();
    await list.getByRole('link', { name: /^Bo Lindqvist/ }).click();
    await composer.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor();

    await page.goto(`${world.url}/t/${phone.group}?panel=people`);
    await page.getByRole('heading', { name: 'Group', exact: true }).waitFor();
    await composer.waitFor({ state: 'hidden' });
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Close' }).click();
    await composer.waitFor();
  });

  it('what one touches is 44 px', async () => {
    const page = await (
      await world.known(phone.ada.handle, 'correct horse battery staple', looks['on a phone'])
    ).open(`/t/${phone.group}`);
    await page.getByRole('form', { name: 'Write a message' }).waitFor();
    const small = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
        .map((button) => ({
          name: button.ariaLabel ?? button.textContent,
          box: button.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('signs up, starts a conversation, writes, answers, edits, deletes and signs out', async () => {
    world.expectComplaints(refused);
    const bo = await world.person('bo-keys', 'Bo');
    const page = await (await world.context()).newPage();
    const keys = async (...presses: string[]) => {
      for (const press of presses) await page.keyboard.press(press);
    };
    /** Tab until the focus is on something with this name. */
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 40; steps += 1) {
        const now = await page.evaluate(() => {
          const focused = document.activeElement;
          return (
            focused?.ariaLabel ??
            (focused instanceof HTMLInputElement ? focused.name : focused?.textContent) ??
            ''
          );
        });
        if (name.test(now)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await page.goto(world.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await tabTo(/^Make an account$/);
    await keys('Enter');
    await page.getByRole('heading', { name: 'Make an account' }).waitFor();
    await tabTo(/^displayName$/);
    await page.keyboard.type('Ada');
    await keys('Tab');
    await page.keyboard.type('ada-keys');
    await keys('Tab');
    await page.keyboard.type('correct horse battery staple');
    await keys('Enter');
    await page.getByText('Nobody here yet').waitFor();

    await tabTo(/^(New|Start a) conversation$/);
    await keys('Enter');
    await page.getByRole('combobox', { name: 'People' }).waitFor();
    await page.keyboard.type('bo-keys');
    await page.getByRole('option', { name: /Bo/ }).waitFor();
    await keys('Enter', 'Enter');
    await page.getByLabel('Message Bo').waitFor();
    // The composer has the focus.
    await until(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('one');
    await keys('Enter');
    await page.keyboard.type('two');
    await keys('Enter');
    await until(() => spoken(page)).toEqual(['one', 'two']);
    await rowOf(page, 'two')
      .getByRole('button', { name: /^Sent:/ })
      .waitFor();

    await keys('ArrowUp', 'End');
    await page.keyboard.type(', edited');
    await keys('Enter');
    await rowOf(page, 'two, edited').getByText('edited', { exact: true }).waitFor();

    // Up into the list, to the row above, and to what can be done with it.
    await keys('Shift+Tab');
    await until(() => page.evaluate(() => document.activeElement?.hasAttribute('data-message'))).toBe(true);
    await keys('ArrowUp');
    await until(() => page.evaluate(() => document.activeElement?.textContent)).toContain('one');
    await tabTo(/^Reply$/);
    await keys('Enter');
    await page.getByText('Reply to Ada', { exact: true }).waitFor();
    await until(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('three');
    await keys('Enter');
    await rowOf(page, 'three')
      .getByRole('button', { name: /In reply to/ })
      .waitFor();
    await rowOf(page, 'three')
      .getByRole('button', { name: /^Sent:/ })
      .waitFor();

    // The way in leads to the row where one was before, and in it to the replies that it has by now.
    await keys('Shift+Tab');
    await until(() => page.evaluate(() => document.activeElement?.textContent)).toContain('1 reply');
    await keys('Shift+Tab');
    await until(() => page.evaluate(() => document.activeElement?.hasAttribute('data-message'))).toBe(true);
    await keys('End');
    await until(() => page.evaluate(() => document.activeElement?.textContent)).toContain('three');
    await tabTo(/^Delete$/);
    await keys('Enter');
    await until(() =>
      page.evaluate(() => document.activeElement?.closest('[role="alertdialog"]') != null),
    ).toBe(true);
    await tabTo(/^Delete$/);
    await keys('Enter');
    await until(async () => (await spoken(page)).at(-1)).toBe('Message deleted');
    const threadId = new URL(page.url()).pathname.split('/').at(-1)!;
    await until(() => bo.api.bodies(threadId)).toEqual(['one', 'two, edited', '']);

    await tabTo(/account and settings/);
    await keys('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await keys('End', 'Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('goes from one conversation to the next with Alt and the arrow keys', async () => {
    const { ada, direct, group } = await inhabitant({});
    const page = await ada.open(`/t/${direct}`);
    await page.getByLabel('Message Bo Lindqvist').waitFor();
    const next = async (press: string, threadId: string) => {
      await page.keyboard.press(press);
      await until(() => new URL(page.url()).pathname).toBe(`/t/${threadId}`);
    };
    await next('Alt+ArrowDown', group);
    await next('Alt+ArrowUp', direct);
  });
});

describe('in the dark', () => {
  it('follows the system, and a choice of one’s own over a reload', async () => {
    count += 1;
    const ada = await world.person(`ada-${count}`, 'Ada', { colorScheme: 'dark' });
    const page = await ada.open();
    const lightness = () =>
      page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / 3;
      });
    await page.getByText('Nobody here yet').waitFor();
    expect(await lightness()).toBeLessThan(60);
    await page.getByRole('button', { name: 'Ada: account and settings' }).click();
    await page.getByRole('menuitemradio', { name: 'Light' }).click();
    await until(lightness).toBeGreaterThan(200);
    await page.reload();
    await page.getByText('Nobody here yet').waitFor();
    expect(await lightness()).toBeGreaterThan(200);
  });
});
