import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { freshDatabase, type TestDatabase } from '../prisma/testing.ts';
import { Api } from './api.ts';
import { AppServer } from './server.ts';

export const password = 'correct horse battery staple';

/** On a busy machine a page takes many times as long, and comes. */
const patience = 30_000;

/** Somebody with an account, and a browser of their own. */
export interface Person {
  id: string;
  handle: string;
  name: string;
  api: Api;
  /** A new tab, signed in, at a path of the app. Tabs of one person share their browser's storage. */
  open(path?: string): Promise<Page>;
  context: BrowserContext;
}

/** What one test file works with: a browser, and the built app on an empty database. */
export class World {
  server!: AppServer;
  database!: TestDatabase;
  browser!: Browser;
  /** What pages complained about, unless a test says that it must be so. */
  readonly complaints: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #contexts: BrowserContext[] = [];

  get url(): string {
    return this.server.url;
  }

  /** A browser that knows nobody. */
  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(patience);
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    this.#contexts.push(context);
    return context;
  }

  /** Makes an account over the API, and a browser that is signed in with it. */
  async person(handle: string, name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const api = new Api(this.url);
    const id = await api.signUp(handle, name, password);
    return this.#as({ id, handle, name, api }, options);
  }

  /** Somebody who is there already. */
  async known(handle: string, secret: string, options: BrowserContextOptions = {}): Promise<Person> {
    const api = new Api(this.url);
    const id = await api.signIn(handle, secret);
    return this.#as({ id, handle, name: handle, api }, options);
  }

  async #as(
    who: Pick<Person, 'id' | 'handle' | 'name' | 'api'>,
    options: BrowserContextOptions,
  ): Promise<Person> {
    const context = await this.context(options);
    await context.addCookies([{ ...who.api.cookie, url: this.url, httpOnly: true, sameSite: 'Strict' }]);
    return {
      ...who,
      context,
      open: async (path = '/') => {
        const page = await context.newPage();
        await page.goto(this.url + path);
        return page;
      },
    };
  }

  /** For a test in which pages have to complain: the network is gone, a script is refused. */
  expectComplaints(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  async endTest(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
    const expected = this.#expected.splice(0);
    const unexpected = this.complaints
      .splice(0)
      .filter((text) => !expected.some((pattern) => pattern.test(text)));
    if (unexpected.length > 0) throw new Error(`The pages complained:\n${unexpected.join('\n')}`);
  }
}

/** Sets up a world before the tests of a file, and takes it down after them. */
export function openWorld(): World {
  const world = new World();
  beforeAll(async () => {
    world.browser = await launch();
    world.database = await freshDatabase();
    world.server = await AppServer.start(world.database.url);
  });
  afterEach(() => world.endTest());
  afterAll(async () => {
    await world.browser?.close();
    await world.server?.end();
    await world.database?.drop();
  });
  return world;
}

export async function launch(): Promise<Browser> {
  // Found by whoever runs the tests: .tools/test.mjs, .tools/script.mjs.
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH must name a browser: run this through npm.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

/** Looks again until it is so, and says what it was when time is up: `await until(look).toBe(…)`. */
export const until = <T>(look: () => T | Promise<T>) =>
  // oxlint-disable-next-line vitest/require-awaited-expect-poll -- whoever calls it awaits it
  expect.poll(look, { timeout: patience, interval: 50 });

/** The rows of people's messages on screen, oldest first, as their texts. */
export const spoken = (page: Page): Promise<string[]> =>
  page.locator('[data-message] [id$="-body"]').allInnerTexts();

/** Writes into the composer and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('form', { name: 'Write a message' }).getByRole('textbox');
  await composer.fill(text);
  await composer.press('Enter');
}

/** The row of the message that says this. */
export const rowOf = (page: Page, text: string) =>
  page.locator('[data-message]').filter({ hasText: text }).last();
