import { PrismaPg } from '@prisma/adapter-pg';
import { beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '../prisma/client/client.ts';
import { newId } from '../schema/id.ts';
import { Api } from './api.ts';
import { madeUpLog, walk } from './corpus.ts';
import { openWorld, password, rowOf, until } from './harness.ts';

const world = openWorld();
const nicks = ['Ada|away', '[b]o', 'Ядвига', '小林', 'a-very-long-nick-indeed-it-is'];
const rare = 'astrolabe';
const log = madeUpLog(500, nicks.length, rare);

/** A group as an import leaves it: examples/replay.test.ts imports one line by line. */
beforeAll(async () => {
  const ids: string[] = [];
  for (const [index, nick] of nicks.entries())
    ids.push(await new Api(world.url).signUp(`nick-${index}`, nick, password));
  const ada = new Api(world.url);
  await ada.signUp('ada', 'Ada Okafor', password);
  const threadId = await ada.createGroup('harbour', ids);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.database.url }) });
  const { lastSeq } = await prisma.thread.findUniqueOrThrow({ where: { id: threadId } });
  const messageIds = log.map(() => newId('msg'));
  const since = Date.now() - log.length * 30_000;
  const rows = log.map(({ by, text, answers }, index) => ({
    id: messageIds[index]!,
    threadId,
    seq: lastSeq + index + 1,
    authorId: ids[by]!,
    body: text,
    replyToId: answers === null ? null : messageIds[answers]!,
    createdAt: new Date(since + index * 30_000),
  }));
  await prisma.message.createMany({ data: rows });
  const last = rows.at(-1)!;
  await prisma.thread.update({
    where: { id: threadId },
    data: { lastSeq: last.seq, lastMessageId: last.id, lastActivityAt: last.createdAt },
  });
  await prisma.participant.updateMany({
    where: { threadId },
    data: { lastReadSeq: last.seq, shownReadSeq: last.seq },
  });
  await prisma.$disconnect();
});

it.each([
  ['on a desktop', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
])(
  'an imported log is searched, opened where it was found, and read from its beginning to its end, %s',
  { timeout: 240_000 },
  async (_where, look) => {
    world.expectComplaints(/status of 401/);
    const page = await (await world.context(look)).newPage();
    await page.goto(world.url);
    await page.getByLabel('Handle').fill('ada');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: /harbour/ }).click();
    await page.getByRole('feed').waitFor();
    await rowOf(page, `n${log.length - 1} `).waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search messages' }).fill(rare);
    const hits = page.getByRole('list', { name: 'Messages found' }).getByRole('link');
    await until(() => hits.count()).toBe(1);
    await hits.click();
    await until(() => page.evaluate(() => document.activeElement?.textContent)).toContain(rare);

    const [up, down] = [await walk(page, 'up'), await walk(page, 'down')];
    expect([...up.wrong, ...down.wrong]).toEqual([]);
    // In front of what was said stands who made the group.
    expect(down.rows.map(([seq]) => seq)).toEqual(down.rows.map((_, index) => index + 1));
    expect(down.rows.flatMap(([, text]) => text || [])).toEqual(log.map(({ text }) => text));
    const read = new Map(down.rows);
    expect(up.rows.filter(([seq, text]) => read.get(seq) !== text)).toEqual([]);
    expect(up.rows[0]?.[0]).toBe(1);
  },
);
