import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateGroupName } from '../group/commands.ts';
import { newId } from '../id.ts';
import { deleteMessage, editMessage, sendMessage } from '../message/commands.ts';
import { markRead } from '../receipt/commands.ts';
import { pick, random, saySeed } from '../testing/random.ts';
import { group } from '../testing/threads.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

const writers = 16;
const events = 640;

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});
beforeAll(saySeed);

/** How often the log's order and the thread's order disagree, of the messages of one thread. */
async function inversions({ prisma }: World, threadId: string): Promise<number> {
  const rows = await prisma.$queryRaw<{ seq: number }[]>`
    select m.seq from "Event" e join "Message" m on m.id = e."messageId"
    where e."threadId" = ${threadId} and e.kind = 'MESSAGE_ADDED' order by e.transaction, e.id`;
  return rows.filter((row, index) => index > 0 && row.seq < rows[index - 1]!.seq).length;
}

const seqs = async (threadId: string) =>
  (
    await world.prisma.message.findMany({
      where: { threadId },
      orderBy: { seq: 'asc' },
      select: { seq: true },
    })
  ).map((row) => row.seq);

describe(`${writers} writers on two instances, ${events} messages`, () => {
  it.each([1, 2, 3])(
    '[LV2] [MS6] round %i: none lost, none out of order, no gap',
    { timeout: 120_000 },
    async () => {
      const people = await world.people(writers);
      const owner = people[0]!;
      // One hot thread, and others beside it.
      const threads = await Promise.all(
        [0, 1, 2].map(() => group(owner, { admins: people.slice(1, 3), members: people.slice(3) })),
      );
      const acknowledged: string[] = [];
      const write = async (person: Person, index: number) => {
        const ctx = await (index % 2 ? world.as(person) : other.as(person)).context();
        for (let round = 0; round < events / writers; round += 1) {
          const threadId = random(2) ? threads[0]! : pick(threads);
          const { messageId } = await sendMessage(ctx, {
            id: newId('msg'),
            threadId,
            body: `${index} ${round}`,
          });
          acknowledged.push(messageId);
          // What goes through the other door stands in the same order.
          const what = random(8);
          if (what === 0) await editMessage(ctx, { messageId, body: 'edited' });
          if (what === 1) await deleteMessage(ctx, { messageId });
          if (what === 2) await markRead(ctx, { threadId, seq: 1000 });
          if (what === 3 && index < 3) await updateGroupName(ctx, { threadId, name: `${index} ${round}` });
        }
      };
      await Promise.all(people.map(write));

      expect(new Set(acknowledged).size).toBe(events);
      const added = await world.prisma.event.findMany({
        where: { threadId: { in: threads }, kind: 'MESSAGE_ADDED' },
      });
      const logged = new Set(added.map((event) => event.messageId));
      expect(acknowledged.filter((id) => !logged.has(id))).toEqual([]);
      expect(logged.size).toBe(added.length);
      for (const threadId of threads) {
        expect(await inversions(world, threadId)).toBe(0);
        const found = await seqs(threadId);
        expect(found).toEqual(found.map((_seq, index) => index + 1));
        const all = await world.prisma.event.findMany({
          where: { threadId, messageId: { not: null } },
          orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
        });
        const begun = new Set<string>();
        for (const { kind, messageId } of all) {
          // Nothing is told of a message before it was added.
          if (kind === 'MESSAGE_ADDED') begun.add(messageId!);
          else expect(begun.has(messageId!)).toBe(true);
        }
      }
    },
  );

  it(
    '[LV2] a writer that has its transaction’s id before the lock does put them out of order',
    { timeout: 120_000 },
    async () => {
      const people = await world.people(2);
      const threadId = await group(people[0]!, { members: people.slice(1) });
      const write = async (index: number) => {
        const client = await (index % 2 ? world : other).pool.connect();
        try {
          for (let round = 0; round < events / writers; round += 1) {
            await client.query('begin');
            await client.query('select txid_current()');
            await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [threadId]);
            const { rows } = await client.query<{ seq: number }>(
              'update "Thread" set "lastSeq" = "lastSeq" + 1 where id = $1 returning "lastSeq" as seq',
              [threadId],
            );
            const id = newId('msg');
            await client.query('insert into "Message" (id, "threadId", seq, body) values ($1, $2, $3, $4)', [
              id,
              threadId,
              rows[0]!.seq,
              'x',
            ]);
            await client.query(
              `insert into "Event" (kind, "threadId", "messageId") values ('MESSAGE_ADDED', $1, $2)`,
              [threadId, id],
            );
            await client.query('commit');
          }
        } finally {
          client.release();
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, index) => write(index)));
      expect(await inversions(world, threadId)).toBeGreaterThan(0);
    },
  );
});
