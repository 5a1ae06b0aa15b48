import { setTimeout as sleep } from 'node:timers/promises';
import { createSession } from '../../schema/account/session.ts';
import { comparePositions } from '../../schema/log/event.ts';
import { pick, random } from '../../schema/testing/random.ts';
import { SessionCookies } from '../session.ts';
import { within } from './inbox.ts';
import type { Parley } from './parley.ts';
import { changesDocument, follow, type Person, type Result } from './person.ts';

/** What is the same for all sessions that were ended. */
export interface Ends {
  /** How their sockets were closed. */
  codes: Set<number>;
  /** What their event streams said last. */
  words: Set<string>;
  /** Changes that were told from behind the end. */
  leaked: string[];
  /** How many changes were told at all. */
  told: number;
}

/** So many sessions are open at once. */
const together = 10;

/**
 * Sessions of one person are signed out while each listens over a socket and as an event stream on every instance, and
 * somebody writes to them.
 * @param secret what the instances seal cookies with
 */
export async function raceRevocations(
  instances: readonly Parley[],
  sessions: number,
  secret: string,
): Promise<Ends> {
  const [person, writer] = (await pick(instances).people(2)) as [Person, Person];
  const { thread } = await writer.does('startDirectThread', { userId: person.id });
  const cookies = new SessionCookies([secret], false);
  const { prisma, contextFor } = pick(instances).instance;
  const { log } = contextFor({ viewer: null, cookie: null, userAgent: '', address: '', connection: null });
  const ends: Ends = {
    codes: new Set(),
    words: new Set(),
    leaked: [],
    told: 0,
  };

  const endOne = async () => {
    const { viewer, secret: own } = await createSession(prisma, person.id, { userAgent: '', address: '' });
    const [cookie = ''] = (await cookies.make(own)).split(';');
    const leaving = pick(instances);
    const over: Promise<void>[] = [];
    const heard: (readonly (Result | 'complete')[])[] = [];
    for (const parley of instances) {
      const browser = Object.assign(parley.browser(), { cookie });
      const socket = await browser.connect();
      const overSocket = await follow(socket);
      const stream = await browser.stream(changesDocument);
      // From here on they are live.
      await Promise.all([overSocket.next(), stream.results.next()]);
      over.push(
        socket.closed.then(({ code }) => void ends.codes.add(code)),
        within(stream.ended, 'the stream goes on').then(
          () => void ends.words.add(codeOf(stream.results.rest.at(-1))),
        ),
      );
      heard.push(overSocket.rest, stream.results.rest);
    }
    await sleep(random(20));
    await Object.assign(leaving.browser(), { cookie }).does('signOut', {});
    await Promise.all(over);
    const end = await prisma.event.findFirstOrThrow({
      where: { kind: 'SESSION_REVOKED', sessionId: viewer.sessionId },
    });
    for (const result of heard.flat()) {
      if (result === 'complete' || !result.data) continue;
      ends.told += 1;
      if (comparePositions(await log.open(result.data.changes.cursor), end) > 0)
        ends.leaked.push(JSON.stringify(result.data));
    }
  };

  for (let count = 0; count < sessions; count += together) {
    const ending = Promise.all(Array.from({ length: together }, endOne));
    const over = new AbortController();
    const writing = (async () => {
      while (!over.signal.aborted) await writer.does('sendMessage', { threadId: thread.id, body: 'said' });
    })();
    await ending.finally(() => over.abort());
    await writing;
  }
  return ends;
}

const codeOf = (last: Result | undefined): string => last?.errors?.[0]?.extensions.code ?? 'nothing';
