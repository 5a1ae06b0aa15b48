import { describe, expect, it } from 'vitest';
import { spoken, until, openWorld } from './harness.ts';

const world = openWorld();

/** Each sets a mark when it runs. */
const payloads = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg/onload=window.pwned=1>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<a href="javascript:window.pwned=1">click</a>',
  '[click](javascript:window.pwned=1)',
  '[click](JaVaScRiPt:window.pwned=1)',
  '[click](&#106;avascript:window.pwned=1)',
  '[click](java\tscript:window.pwned=1)',
  '[click](data:text/html,<script>opener.pwned=1</script>)',
  '[click](vbscript:window.pwned=1)',
  '![](x"onerror="window.pwned=1)',
  '![x](javascript:window.pwned=1)',
  '<javascript:window.pwned=1>',
  '[ref]\n\n[ref]: javascript:window.pwned=1',
  '```<img src=x onerror=window.pwned=1>\n</code><script>window.pwned=1</script>\n```',
  '`</code><img src=x onerror=window.pwned=1>`',
  '| a |\n| - |\n| <img src=x onerror=window.pwned=1> |',
  '<details open ontoggle=window.pwned=1>',
  '<style>@import "javascript:window.pwned=1"</style>',
  '"><script>window.pwned=1</script>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '${window.pwned=1}',
  '\u202e<script>window.pwned=1</script>',
];

describe('what people write', () => {
  it('never runs, wherever it stands: as a message, a quote, a name, a group, a preview', async () => {
    const ada = await world.person('ada', 'Ada');
    const mallory = await world.person('mallory', '<img src=x onerror=window.pwned=1>');
    const group = await mallory.api.createGroup('<svg/onload=window.pwned=1>', [ada.id]);
    for (const body of payloads) await mallory.api.send(group, body);
    const page = await ada.open(`/t/${group}?panel=people`);
    await until(() => page.getByRole('feed').locator('[data-message]').count()).toBeGreaterThan(5);
    // Every row is on screen once.
    await page.getByRole('feed').evaluate((feed) => feed.parentElement?.scrollTo(0, 0));
    for (let place = 1; place <= payloads.length + 1; place += 3) {
      await page.locator(`[aria-posinset="${place}"]`).scrollIntoViewIfNeeded();
      // What can be clicked is clicked; a link that opens a page opens none of ours.
      for (const link of await page.getByRole('feed').getByRole('link').all()) {
        const href = (await link.getAttribute('href')) ?? '';
        expect(href).toMatch(/^(https?:|mailto:)/);
      }
    }
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    const list = await ada.open();
    await list.getByRole('link', { name: /svg/ }).waitFor();
    expect(await list.evaluate(() => 'pwned' in window)).toBe(false);
    // The control: the same words as markup do run where the page's own policy is not asked.
    const naive = await (await world.context({ bypassCSP: true })).newPage();
    world.expectComplaints(/./);
    await naive.setContent(payloads[1]!);
    await until(() => naive.evaluate(() => 'pwned' in window)).toBe(true);
  });

  it('links lead out without telling from where, in a tab of their own', async () => {
    const ada = await world.person('ada-2', 'Ada');
    const bo = await world.person('bo-2', 'Bo');
    const threadId = await bo.api.startDirectThread(ada.id);
    await bo.api.send(threadId, 'see https://example.org/a?b=c and [this](https://example.org/d)');
    const page = await ada.open(`/t/${threadId}`);
    await until(() => spoken(page)).toHaveLength(1);
    const links = page.getByRole('feed').getByRole('link');
    await until(() => links.count()).toBe(2);
    for (const link of await links.all()) {
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await link.getAttribute('rel')).toContain('noreferrer');
      expect(await link.getAttribute('target')).toBe('_blank');
    }
  });
});

describe('GraphiQL', () => {
  it('asks nobody but this server, and runs its examples in order, live messages among them', async () => {
    const context = await world.context();
    const page = await context.newPage();
    const foreign: string[] = [];
    await context.route(
      (url) => url.origin !== world.url && url.protocol.startsWith('http'),
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
    world.expectComplaints(/status of 4\d\d.*\/graphql/);
    await page.goto(`${world.url}/graphiql`);
    const run = page.getByRole('button', { name: /Execute query/ });
    await run.waitFor();
    const response = page.locator('.graphiql-response');
    const names = [
      'SignUpFriend',
      'SignUp',
      'People',
      'StartThread',
      'SendMessage',
      'LiveMessages',
      'Pages',
      'Errors',
    ];
    // The editor draws every blank as one that does not break.
    const answer = async () => (await response.innerText()).replaceAll('\u00a0', ' ');
    // What GraphiQL writes down last when a tab is chosen; until then it would run the last tab's operation.
    const chosen = () =>
      page.evaluate(() => {
        const state = JSON.parse(sessionStorage.getItem('graphiql:tabState') ?? '{}') as {
          activeTabIndex?: number;
        };
        return state.activeTabIndex ?? 0;
      });
    const runTab = async (name: string, ...expected: string[]) => {
      await page.getByRole('tab').nth(names.indexOf(name)).click();
      await until(chosen).toBe(names.indexOf(name));
      await run.click();
      await until(async () => {
        const text = await answer();
        return expected.filter((part) => !text.includes(part));
      }).toEqual([]);
    };

    // The button is there before there is anything to run, and what a stranger is told of the schema is the first answer.
    await page.locator('.graphiql-query-editor').getByText('SignUpFriend').first().waitFor();
    await until(answer).toContain('Sign up or in');
    await runTab('SignUpFriend', '"SignUpPayload"', 'A Friend');
    await runTab('SignUp', '"SignUpPayload"', 'A Guest');
    await runTab('People', '"users"', '"guest-');
    await runTab('StartThread', '"DIRECT"');
    await runTab('SendMessage', '"SendMessagePayload"', 'Is this thing on?');
    await runTab('LiveMessages', '"messageAdded"', 'Is this thing on?');
    await page.getByRole('button', { name: /Stop query/ }).click();
    await runTab('Pages', '"users"', '"handle"');
    await runTab('Errors', '"BAD_INPUT"', '"NOT_FOUND"');
    expect(foreign).toEqual([]);
  });
});

describe('the app', () => {
  it('asks nobody but this server', async () => {
    const ada = await world.person('ada-3', 'Ada');
    const bo = await world.person('bo-3', 'Bo');
    const threadId = await bo.api.startDirectThread(ada.id);
    await bo.api.send(threadId, '**Bold**, `code` and 🐚 :shell:');
    const foreign: string[] = [];
    ada.context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== world.url) foreign.push(request.url());
    });
    const page = await ada.open(`/t/${threadId}`);
    await until(() => spoken(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox', { name: 'People' }).fill('bo');
    await page.getByRole('option').first().waitFor();
    expect(foreign).toEqual([]);
  });
});
