import { newId } from '../../schema/id.ts';
import type { Person, Result } from './person.ts';
import type { Socket } from './socket.ts';
import { file, upload } from './uploads.ts';

const one = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }';
const two = `mutation ($first: SendMessageInput!, $second: SendMessageInput!) {
  first: sendMessage(input: $first) { __typename } second: sendMessage(input: $second) { __typename }
}`;
const rounds = 6;

/** Sends one message over a socket. @param sent where its id is put */
export function sendOver(socket: Socket, sent: string[], input: object): Promise<Result> {
  const id = newId('msg');
  sent.push(id);
  return socket.ask(one, { input: { ...input, id } });
}

/**
 * Sends some fifty messages over a socket, of every kind, and waits for no answer before all are on their way.
 * @returns their ids, in the order in which they were sent
 */
export async function sendAtOnce(author: Person, named: Person, threadId: string): Promise<string[]> {
  const root = (await author.does('sendMessage', { threadId, body: 'What is answered' })).message.id;
  const files = await Promise.all(
    Array.from({ length: rounds }, (_, place) => upload(author, file(`file ${place}`))),
  );
  const sent: string[] = [];
  const kinds = [
    () => ({ body: 'plain' }),
    () => ({ body: 'an aside', replyToId: root, onlyInReplies: true }),
    () => ({ body: 'plain, behind an aside' }),
    () => ({ body: `for @${named.handle}` }),
    () => ({ body: '', attachmentIds: [files.pop()] }),
    () => ({ body: 'a reply', replyToId: root }),
    () => ({ body: 'a reply to the one before', replyToId: sent.at(-1) }),
    () => ({ body: `aside, for @${named.handle}`, replyToId: root, onlyInReplies: true }),
  ];
  const socket = await author.connect();
  const answers: Promise<Result>[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const kind of kinds) answers.push(sendOver(socket, sent, { threadId, ...kind() }));
  const first = { id: newId('msg'), threadId, body: 'two' };
  const second = { id: newId('msg'), threadId, body: 'in one document' };
  sent.push(first.id, second.id);
  answers.push(socket.ask(two, { first, second }));
  answers.push(sendOver(socket, sent, { threadId, body: 'the last' }));
  await Promise.all(answers);
  socket.close();
  return sent;
}

/** A thread's messages in the order of their `seq`, of those that were sent. */
export async function stored(reader: Person, threadId: string, sent: string[]): Promise<string[]> {
  const { data } = await reader.ask(
    'query ($threadId: ID!) { thread(id: $threadId) { messages(last: 100) { edges { node { id } } } } }',
    { threadId },
  );
  const ids = (data.thread.messages.edges as { node: { id: string } }[]).map(({ node }) => node.id);
  return ids.filter((id) => sent.includes(id));
}
