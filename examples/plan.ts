import { v7 as uuid } from 'uuid';
import type { Log } from './irc-log.ts';
import type { Person } from './people.ts';
import type { Expected } from './proof.ts';

/** A message to be sent, which is also what every reader must find. */
export interface PlannedSend extends Expected {
  author: Person;
  minute: number;
}

const longestBody = 10_000;

/**
 * What will be sent, decided before anything is: with ids of our own, a reply can name its message before the server
 * has seen it, and a send that got no answer can be made again without doubling.
 */
export function planSends(log: Log, authors: ReadonlyMap<string, Person>): PlannedSend[] {
  const ids = new Map<number, string>();
  return log.messages.flatMap(({ line, minute, nick, text, answersLine }) => {
    const author = authors.get(nick);
    // The server drops blank space at both ends, so this is what comes back.
    const body = text.trim();
    if (!author || !isSendable(body)) return [];
    const id = `msg_${uuid()}`;
    ids.set(line, id);
    // Some lines answer one that was not sent: a system line, or a blank one.
    const answered = answersLine === null ? undefined : ids.get(answersLine);
    return [{ line, minute, id, body, author, replyTo: answered === undefined ? null : { id: answered } }];
  });
}

function isSendable(body: string): boolean {
  return body.length > 0 && body.length <= longestBody && !body.includes('\0');
}
