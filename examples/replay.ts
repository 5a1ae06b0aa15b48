/**
 * Replays IRC logs through Parley's public API, and proves that nothing got lost, doubled, reordered or changed.
 *
 * Read `replayFile` first: it is what every integration does. Sign in (people.ts), open a thread, send with ids of
 * one's own (session.ts says why), follow live and resume after a cut (follow.ts), read pages (proof.ts), search
 * (searches.ts).
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { v7 as uuid } from 'uuid';
import { type Log, parseLog } from './irc-log.ts';
import { addParticipant, createGroup, cursorNow, sendMessage, whoAmI } from './operations.ts';
import { type Options, parseOptions, replaySecret, usage } from './options.ts';
import { atMost, clock, seededRandom } from './pace.ts';
import { People, type Person } from './people.ts';
import { type PlannedSend, planSends } from './plan.ts';
import { differences, gaps, readHistory } from './proof.ts';
import { UnluckyReader } from './reader.ts';
import { proveSearches } from './searches.ts';
import { Session } from './session.ts';
import { counted, type Figures, isProven, nothingDone, tellFile, tellTotal } from './summary.ts';

/** A group is created with up to 50 people; further ones are added. */
const createdWith = 50;
/** A server hashes passwords slowly on purpose: more sign-ins at once would only queue there. */
const signInsAtOnce = 3;
/** How often an answer counts as lost, so that its message is sent again. */
const lostAnswers = 0.01;

async function replayFile(file: string, people: People, speed: number, seed: number): Promise<Figures> {
  const log = await readLog(file);
  const [host, reader] = await Promise.all([people.named('Replay Host'), people.named('Replay Reader')]);
  const authors = await signIn(people, log);
  const threadId = await openGroup(host, nameOf(file), [reader, ...authors.values()]);
  const sends = planSends(log, authors);

  // The cursor is asked for before the first send, so whatever happens from here on comes after it.
  const { cursor } = await reader.session.query(cursorNow, {});
  // Two lucks, so that neither depends on how fast the other side is.
  const unlucky = new UnluckyReader(reader.session, threadId, cursor, seededRandom(seed));
  let sending: Pick<Figures, 'repeated' | 'sending'>;
  try {
    sending = await sendAll(sends, threadId, speed, seededRandom(~seed));
    await unlucky.caughtUp(sends.at(-1)?.id);
  } finally {
    await unlucky.stop();
  }

  const forwards = await readHistory(reader.session, threadId, 'oldest');
  const backwards = await readHistory(reader.session, threadId, 'newest');
  const searches = await proveSearches(reader.session, threadId, sends, seededRandom(seed));
  const wrong = [
    ...differences(sends, unlucky.seen).map((difference) => `live: ${difference}`),
    ...differences(sends, forwards).map((difference) => `pages, oldest first: ${difference}`),
    ...differences(sends, backwards).map((difference) => `pages, newest first: ${difference}`),
    ...gaps(forwards),
    ...searches.wrong,
  ];
  return {
    file: nameOf(file),
    lines: sends.length,
    people: authors.size,
    replies: sends.filter(({ replyTo }) => replyTo).length,
    blank: log.messages.length - sends.length,
    ...sending,
    ...unlucky.figures(),
    searched: searches.searched,
    wrong,
    broken: null,
  };
}

async function readLog(file: string): Promise<Log> {
  const annotations = file.replace(/\.raw\.txt$/, '.annotation.txt');
  const decoder = new TextDecoder();
  return parseLog(
    decoder.decode(await readFile(file)),
    annotations === file ? '' : await readFile(annotations, 'utf8').catch(() => ''),
  );
}

function nameOf(file: string): string {
  return basename(file)
    .replace(/(\.raw)?\.txt$/, '')
    .slice(0, 100);
}

async function signIn(people: People, log: Log): Promise<Map<string, Person>> {
  const nicks = new Set(log.messages.map(({ nick }) => nick));
  return new Map(
    await Promise.all([...nicks].map(async (nick) => [nick, await people.named(nick)] as const)),
  );
}

async function openGroup(host: Person, name: string, participants: Person[]): Promise<string> {
  const { thread } = await host.session.mutate(createGroup, {
    name,
    participantIds: participants.slice(0, createdWith).map(({ id }) => id),
    clientMutationId: uuid(),
  });
  for (const { id: userId } of participants.slice(createdWith)) {
    await host.session.mutate(addParticipant, { threadId: thread.id, userId, clientMutationId: uuid() });
  }
  return thread.id;
}

/** Sends in the log's order. Each waits for the one before: a thread's order is the order in which the server commits. */
async function sendAll(
  sends: PlannedSend[],
  threadId: string,
  speed: number,
  random: () => number,
): Promise<Pick<Figures, 'repeated' | 'sending'>> {
  const due = clock(
    sends.map(({ minute }) => minute),
    speed,
  );
  const started = Date.now();
  let repeated = 0;
  for (const [index, { id, body, author, replyTo }] of sends.entries()) {
    await due(index);
    const input = { id, threadId, body, replyToId: replyTo?.id ?? null };
    const { message } = await author.session.mutate(sendMessage, input);
    if (random() >= lostAnswers) continue;
    // As if that answer had got lost. The same id gives the same message again: nothing is doubled.
    repeated++;
    const again = await author.session.mutate(sendMessage, input);
    if (again.message.seq !== message.seq) throw new Error(`${id} was stored twice`);
  }
  return { repeated, sending: [started, Date.now()] };
}

/** Throttling and retries are worth a word, not a flood. */
function tellWaits() {
  const told = new Set<string>();
  return (reason: string, seconds: number) => {
    if (told.has(reason)) return;
    told.add(reason);
    console.warn(`${reason}; asking again in ${seconds} s. (This is said once.)`);
    if (seconds >= 60)
      console.warn('A server of your own lets a replay through when started with RATE_LIMITS=off.');
  };
}

async function replayAll({ files, url, seed, parallel, speed }: Options): Promise<boolean> {
  const server = { url, onWait: tellWaits() };
  const people = new People(server, replaySecret(), atMost(signInsAtOnce));
  const inTurn = atMost(parallel);
  const started = Date.now();
  console.log(
    `Replaying ${counted(files.length, 'file')} to ${url.origin}; --seed ${seed} repeats this run's bad luck.`,
  );
  // A server that is not there is told once, not by every file.
  await new Session(server).query(whoAmI, {});

  const replays = files.map((file, index) =>
    inTurn(async () => {
      const figures = await replayFile(file, people, speed, seed + index).catch((error: unknown) =>
        nothingDone(nameOf(file), error),
      );
      console.log(tellFile(figures));
      return figures;
    }),
  );
  const all = await Promise.all(replays);
  console.log(tellTotal(all, people.count, Date.now() - started));
  return all.every(isProven);
}

/** A program's last words. */
function fail(error: unknown, further = ''): never {
  console.error(`${error instanceof Error ? error.message : String(error)}${further}`);
  process.exit(1);
}

function optionsOrUsage(): Options {
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options !== 'help') return options;
  } catch (error) {
    fail(error, `\n\n${usage}`);
  }
  console.log(usage);
  process.exit(0);
}

process.exitCode = (await replayAll(optionsOrUsage()).catch(fail)) ? 0 : 1;
