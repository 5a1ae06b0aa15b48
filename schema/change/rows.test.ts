import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { settled } from '../testing/settled.ts';
import { group, say } from '../testing/threads.ts';
import { openWorld } from '../testing/world.ts';
import { loadRows } from './rows.ts';

const world = await openWorld();
afterAll(() => world.close());

it('[LV5] rows that are told are those that the typed client reads', async () => {
  const [ann, bob] = await world.people(2);
  const threadId = await group(ann!, { members: [bob!], name: 'Größe 😀 "quoted" \\' });
  await settled(world);
  const start = await world.log.head();
  const first = await say(ann!, threadId, 'What is answered: 😀 \\u0041 "x" \t\n end');
  await ann!.must('editMessage', { messageId: first.id, body: 'Edited' });
  await bob!.must('addReaction', { messageId: first.id, emoji: '🎉' });
  await ann!.must('pinMessage', { messageId: first.id });
  const answer = await bob!.must('sendMessage', { threadId, body: 'An answer', replyToId: first.id });
  await bob!.must('deleteMessage', { messageId: (await say(bob!, threadId, 'Deleted')).id });
  await settled(world);
  const { events } = await world.log.read(start, 100);
  const rows = await loadRows(world.sql, events);

  const { message, user, thread } = world.prisma;
  expect([...rows.messages.keys()]).toEqual(expect.arrayContaining([first.id, answer.message.id]));
  for (const [id, told] of rows.messages)
    expect(told).toEqual({ ...(await message.findUniqueOrThrow({ where: { id } })), digest: null });
  expect([...rows.users.keys()].toSorted()).toEqual([ann!.id, bob!.id].toSorted());
  for (const [id, told] of rows.users) expect(told).toEqual(await user.findUniqueOrThrow({ where: { id } }));
  expect([...rows.threads.keys()]).toEqual([threadId]);
  for (const [id, told] of rows.threads)
    expect(told).toEqual(await thread.findUniqueOrThrow({ where: { id } }));
});

it('[LV5] of their columns those that are times end in "At", and no others do', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  for (const model of ['Message', 'User', 'Thread']) {
    const [, body = ''] = new RegExp(`^model ${model} \\{\\n([^}]*)^\\}`, 'm').exec(schema) ?? [];
    const columns = [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)].map(([, name = '', type = '']) => ({
      name,
      type,
    }));
    expect(columns.length).toBeGreaterThan(5);
    const times = columns.filter(({ type }) => type === 'DateTime');
    expect(columns.filter(({ name }) => name.endsWith('At'))).toEqual(times);
    expect(columns.filter(({ type }) => type === 'BigInt')).toEqual([]);
  }
});
