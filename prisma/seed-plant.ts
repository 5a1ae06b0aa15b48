import { hashPassword } from '../schema/account/password.ts';
import { lock } from '../schema/log/write.ts';
import type { PrismaClient } from './client/client.ts';
import { password } from './seed-people.ts';
import type { Plan } from './seed-plan.ts';

/** The demo does not go in here; the message says why. */
export class SeedError extends Error {
  override name = 'SeedError';
}

/** Rows at a time: PostgreSQL takes at most 65,535 values in a statement. */
const batch = 1_000;

/**
 * Writes the demo, all of it or nothing, in one transaction of about a second.
 * @returns false when it is there already
 * @throws {SeedError} when somebody else has one of the handles
 */
export async function plant(prisma: PrismaClient, demo: Plan): Promise<boolean> {
  const hashes = await Promise.all(demo.users.map(() => hashPassword(password)));
  const users = demo.users.map((user, index) => ({ ...user, passwordHash: hashes[index] ?? '' }));
  return prisma.$transaction(
    async (tx) => {
      await lock(tx, ['demo']);
      const handles = users.map((user) => user.handle);
      const there = await tx.user.findMany({
        where: { handle: { in: handles } },
        orderBy: { handle: 'asc' },
      });
      const stranger = there.find((user) => !users.some(({ id }) => id === user.id));
      if (stranger)
        throw new SeedError(
          `Somebody has the handle "${stranger.handle}" already, so the demo was left out. Give it a folder of its own, and start Parley with the same: DATA_DIR=./demo npm run seed, then DATA_DIR=./demo npm start`,
        );
      if (there.length > 0) return false;

      await tx.user.createMany({ data: users });
      await tx.thread.createMany({ data: demo.threads });
      await tx.participant.createMany({ data: demo.participants });
      for (const data of inBatches(demo.messages)) await tx.message.createMany({ data });
      for (const data of inBatches(demo.reactions)) await tx.reaction.createMany({ data });
      // Events are numbered in the order of the rows, which is the order in which things happened.
      for (const data of inBatches(demo.events)) await tx.event.createMany({ data });
      return true;
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

function inBatches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) =>
    rows.slice(index * batch, (index + 1) * batch),
  );
}
