import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Anomaly } from './checker/verdict.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Replacement {
  file: string;
  /** Must stand in the file exactly once. */
  from: string;
  to: string;
}

interface Plant {
  what: string;
  /** Any of these is a catch. */
  caughtAs: Anomaly[];
  replacements: Replacement[];
}

/** Where `send_messages` was last defined: what stood there before is replaced by it. */
export const sendSql = 'prisma/migrations/20261130160000_sends_of_the_living/migration.sql';
const initSql = 'prisma/migrations/20261122234912_init/migration.sql';

/** Bugs that a resumable stream may have. None is in the product: each is written into a copy of it. */
export const plants = {
  'cursor-by-id': {
    what: 'the log is read on by id alone, without regard to transactions that still run',
    caughtAs: ['unseen', 'skipped'],
    replacements: [
      {
        file: 'schema/log/log.ts',
        from: `txid_snapshot_xmin(txid_current_snapshot()) as settled from "Event"
    where (transaction, id) > ($1, $2) order by transaction, id limit $3`,
        to: `(transaction + 1) as settled from "Event"
    where $1::bigint is not null and id > $2 order by id limit $3`,
      },
      {
        file: 'schema/log/log.ts',
        from: `order by event.transaction, event.id\``,
        to: `order by event.id\``,
      },
    ],
  },
  'place-beyond-the-log': {
    what: 'a place that is handed out may lie behind transactions that were rolled back, whose ids PostgreSQL gives again after a crash',
    caughtAs: ['unseen', 'skipped'],
    replacements: [
      {
        file: 'schema/log/newest.ts',
        from: `greatest(0, (select max(transaction) from "Event"),
  (select "prunedThrough" from "LogEpoch" order by "startedAt" desc, id desc limit 1))`,
        to: `9223372036854775806`,
      },
    ],
  },
  'announce-before-commit': {
    what: 'a send is announced before it is committed, and who hears of it looks once and not again by themselves',
    caughtAs: ['unseen', 'skipped'],
    replacements: [
      {
        file: 'schema/message/commands.ts',
        from: `const sent = await ctx.sends.send(send);`,
        to: `written(ctx);
  const sent = await ctx.sends.send(send);`,
      },
      {
        file: 'schema/message/commands.ts',
        from: `assertSent(sent.outcome);
  written(ctx);`,
        to: `assertSent(sent.outcome);`,
      },
      { file: 'server/live/sweep.ts', from: 'sweepMs = 1000;', to: 'sweepMs = 2 ** 30;' },
      { file: 'server/live/tail.ts', from: 'if (waiting) {', to: 'if (waiting && false) {' },
    ],
  },
  'no-catch-up': {
    what: 'who comes back with a cursor is told only what happens from now on',
    caughtAs: ['unseen', 'skipped'],
    replacements: [
      {
        file: 'server/live/follower.ts',
        from: 'this.#position = after ?? present;',
        to: 'this.#position = present;',
      },
    ],
  },
  'read-before-register': {
    what: 'what passes while the past is read is not kept, as if one had registered only afterwards',
    caughtAs: ['unseen', 'skipped'],
    replacements: [
      {
        file: 'server/live/follower.ts',
        from: `const taken = await this.#takeSome(page);`,
        to: `const taken = await this.#takeSome(page);
    this.#held.length = 0;`,
      },
    ],
  },
  'no-idempotency-key': {
    what: 'the id that the client made is not used, so that a send that is tried again is another one',
    caughtAs: ['duplicate'],
    replacements: [
      {
        file: 'schema/message/commands.ts',
        from: `const id = input.id ?? newId('msg');`,
        to: `const id = newId('msg');`,
      },
    ],
  },
  'max-plus-one': {
    what: 'seq is max(seq) + 1 without a lock, and nothing makes it unique',
    caughtAs: ['duplicate', 'out of order'],
    replacements: [
      {
        file: initSql,
        from: 'CREATE UNIQUE INDEX "Message_threadId_seq_key"',
        to: 'CREATE INDEX "Message_threadId_seq_key"',
      },
      {
        file: sendSql,
        from: 'PERFORM pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (',
        to: 'PERFORM name FROM (',
      },
      {
        file: sendSql,
        from: '(t."lastSeq" + row_number()',
        to: '((SELECT coalesce(max(m.seq), 0) FROM "Message" m WHERE m."threadId" = j.thread) + row_number()',
      },
    ],
  },
  'fsync-off': {
    what: 'commits are answered before the log of PostgreSQL is on the disk',
    caughtAs: ['lost', 'phantom'],
    replacements: [
      {
        file: 'server/database.ts',
        from: `const timeouts = { statement_timeout: '10s',`,
        to: `const timeouts = { synchronous_commit: 'off', statement_timeout: '10s',`,
      },
    ],
  },
  'removal-not-in-log': {
    what: 'who is removed is taken out of the table, and the log says nothing of it to them',
    caughtAs: ['after removal', 'lost'],
    replacements: [
      {
        file: 'schema/group/commands.ts',
        from: `{ kind: 'THREAD_LEFT', threadId, userId, actorId },
    { kind: 'PARTICIPANT_REMOVED', threadId, userId, actorId },`,
        to: `{ kind: 'PARTICIPANT_REMOVED', threadId, userId, actorId },`,
      },
    ],
  },
} as const satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;
export const plantNames = Object.keys(plants) as PlantName[];
export const plantOf = (name: PlantName): Plant => plants[name];

/**
 * A copy of the server, so that what is tried does not change while it runs, with a bug in it where one is named.
 * @throws when the text that a bug replaces does not stand where it should, once
 */
export async function copyServer(folder: string, bug: PlantName | null): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const part of ['schema', 'server', 'prisma', 'package.json', 'tsconfig.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const replacement of bug === null ? [] : plantOf(bug).replacements) {
    const path = join(folder, replacement.file);
    await writeFile(path, replaced(await readFile(path, 'utf8'), replacement));
  }
  await build(folder);
  return folder;
}

/** The server of a copy, as `npm run build` makes it. */
const build = (folder: string) =>
  promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', 'server', '--logLevel', 'warn'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );

export function replaced(text: string, { file, from, to }: Replacement): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The bug cannot be planted: "${from}" should stand in ${file} once.`);
  }
  return before + to + after;
}

/** For a test: every replacement finds its text in the product as it is. */
export async function assertPlantable(name: PlantName): Promise<void> {
  const texts = new Map<string, string>();
  for (const replacement of plantOf(name).replacements) {
    const text = texts.get(replacement.file) ?? (await readFile(join(root, replacement.file), 'utf8'));
    texts.set(replacement.file, replaced(text, replacement));
  }
}
