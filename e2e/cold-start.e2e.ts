import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWorld, type Person, spoken, until } from './harness.ts';

const world = openWorld();

/** So many groups in which somebody has written to them, written where they end up. */
async function plant({ id }: Person, count: number): Promise<void> {
  const idOf = (kind: string) => `'${kind}_0190000a-0000-7000-8000-' || $2 || lpad(n::text, 9, '0')`;
  const values = [id, String(count).length.toString().padStart(3, '0')];
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  await client.query(
    `insert into "Thread" (id, kind, name, "createdById", "lastSeq", "lastMessageId", "lastActivityAt")
     select ${idOf('thr')}, 'GROUP', 'Group ' || n, $1, 1, ${idOf('msg')}, now() - n * interval '1 minute'
     from generate_series(1, ${count}) n`,
    values,
  );
  await client.query(
    `insert into "Participant" (id, "threadId", "userId") select ${idOf('par')}, ${idOf('thr')}, $1
     from generate_series(1, ${count}) n`,
    values,
  );
  await client.query(
    `insert into "Message" (id, "threadId", seq, "authorId", body) select ${idOf('msg')}, ${idOf('thr')}, 1, $1, 'Hello'
     from generate_series(1, ${count}) n`,
    values,
  );
  await client.query('analyze');
  await client.end();
}

describe('the cold start', () => {
  it('takes two requests to the API at most, one socket and as many bytes, however many threads there are', async () => {
    const bytes: number[] = [];
    for (const count of [10, 1_000, 10_000]) {
      const person = await world.person(`with-${count}`, `With ${count}`);
      await plant(person, count);
      const page = await person.context.newPage();
      const answers: Response[] = [];
      let sockets = 0;
      page.on('response', (response) => {
        if (new URL(response.url()).pathname === '/graphql') answers.push(response);
      });
      page.on('websocket', () => (sockets += 1));
      await page.goto(world.url);
      await page.getByRole('link', { name: /Group 1\b/ }).waitFor();
      await until(() => sockets).toBe(1);
      // What is fetched behind it, such as who is there, goes over the socket.
      await page.waitForTimeout(6_000);
      expect(answers.length).toBeLessThanOrEqual(2);
      expect(sockets).toBe(1);
      const bodies = await Promise.all(answers.map((answer) => answer.body()));
      bytes.push(bodies.reduce((sum, { length }) => sum + length, 0));
    }
    const [few = 0, many = 0, most = 0] = bytes;
    expect(many).toBeGreaterThan(few);
    expect(most).toBeLessThan(many * 1.05);
  });

  it('needs little script until the first message shows', async () => {
    const ada = await world.person('ada-5', 'Ada');
    const bo = await world.person('bo-5', 'Bo');
    const threadId = await bo.api.startDirectThread(ada.id);
    await bo.api.send(threadId, 'hello');
    const page = await ada.context.newPage();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    // What is asked for later, such as Markdown, is nothing that the first message waits for.
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector('[data-message]')) return;
        performance.mark('message');
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${world.url}/t/${threadId}`);
    await until(() => spoken(page)).toHaveLength(1);
    const before = await page.evaluate(() => {
      const shown = performance.getEntriesByName('message')[0]?.startTime ?? 0;
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < shown)
        .map(({ name }) => name);
    });
    const needed = scripts.filter((script) => before.includes(script.url()));
    const sizes = await Promise.all(
      needed.map(async (script) => gzipSync(await script.body(), { level: 9 }).length),
    );
    const size = sizes.reduce((sum, each) => sum + each, 0);
    console.info(`${(size / 1024).toFixed(1)} KB of script`);
    expect(size).toBeGreaterThan(50 * 1024);
    expect(size).toBeLessThanOrEqual(200 * 1024);
  });
});
