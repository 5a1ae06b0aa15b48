import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { migrate } from '../prisma/migrate.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded/embedded.ts';
import { settled } from '../schema/testing/settled.ts';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { follow, type Person, type Told } from './testing/person.ts';

// A cluster of its own, which is made once and started three times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
let postgres: EmbeddedPostgres;
let parleys: Parley[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-restore-'));
  // Readable for the account that PostgreSQL runs as, where that is another one.
  chmodSync(folder, 0o755);
  postgres = await startEmbedded(join(folder, 'data'), quiet);
  await migrate(postgres.url);
  parleys = [];
});
afterEach(async () => {
  for (const parley of parleys) await parley.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Parley> {
  const parley = await startParley({ database: { url: postgres.url, drop: async () => {} } });
  parleys.push(parley);
  return parley;
}

/** Stops PostgreSQL, does something to its files, and starts it again where it was. */
async function whileStopped(parley: Parley, copy: readonly string[]): Promise<void> {
  await postgres.stop();
  for (const command of copy) execFileSync('sh', ['-c', command], { cwd: folder });
  postgres = await startEmbedded(join(folder, 'data'), quiet);
  const ready = async () => (await send(`${parley.url}/health/ready`)).status === 200;
  await vi.waitUntil(ready, { interval: 50 });
}

/** The next transaction of the cluster. */
async function transactionOf({ instance }: Parley): Promise<bigint> {
  const [{ next }] = await instance.prisma.$queryRaw<[{ next: bigint }]>`
    select txid_snapshot_xmax(txid_current_snapshot()) as next`;
  return next;
}

const changesAfter = (person: Pick<Person, 'ask'>, after: string) =>
  person.ask(
    'query ($after: Cursor!) { changes(after: $after) { changes { ... on MessageAdded { message { body } } } } }',
    { after },
  );
const refused = { errors: [{ extensions: { code: 'RESYNC_REQUIRED' } }] };

it('[LV18] what was given out in a time that a restore has undone is refused, however far the log has come since', async () => {
  const here = await start();
  const [ann, bob] = (await here.people(2)) as [Person, Person];
  const { thread } = await ann.does('startDirectThread', { userId: bob.id });
  const say = (body: string) => ann.does('sendMessage', { threadId: thread.id, body });
  const told = await follow(await bob.connect());
  const next = async (body: string) => {
    const { data } = (await told.until(
      (result) => result === 'complete' || result.data?.changes.message?.body === body,
    )) as { data: { changes: Told } };
    return data.changes.cursor;
  };
  await say('kept');
  const kept = await next('kept');

  await whileStopped(here, ['cp -a data copy']);
  // That it was started again is nothing to who follows.
  const lost: string[] = [];
  for (const body of ['lost', 'lost, too']) {
    await say(body);
    lost.push(await next(body));
  }
  lost.push((await bob.ask('{ cursor }')).data.cursor as string);
  const end = await transactionOf(here);

  await whileStopped(here, ['rm -r data', 'mv copy data']);
  expect(await told.next()).toMatchObject(refused);
  // Also while the log stands in front of where it was, and to who has not been here before.
  for (const cursor of lost) expect(await changesAfter(bob, cursor)).toMatchObject(refused);
  const fresh = await start();
  const bodies: string[] = [];
  while ((await transactionOf(here)) <= end) {
    bodies.push(`new ${bodies.length}`);
    await say(bodies.at(-1) ?? '');
  }

  await settled(here.instance);
  for (const parley of [here, fresh]) {
    const person = Object.assign(parley.browser(), { cookie: bob.cookie });
    for (const cursor of lost) {
      expect(await changesAfter(person, cursor)).toMatchObject(refused);
      expect(await (await follow(await person.connect(), cursor)).next()).toMatchObject(refused);
    }
    const { data } = await changesAfter(person, kept);
    const after = data.changes.changes as { message?: { body: string } }[];
    expect(after.flatMap(({ message }) => message?.body ?? [])).toEqual(bodies);
  }
});
