import { randomInt } from 'node:crypto';
import { Asker } from '../clients/graphql-socket.ts';
import { Connection } from '../clients/http.ts';
import type { Bench } from '../measure/bench.ts';
import type { Ask } from '../measure/closed-loop.ts';
import { credentials, threadId, userId } from '../measure/world.ts';
import { sending } from './send-world.ts';

/** Where the next message goes. */
export type Aim = () => number;
export const anywhere: Aim = () => randomInt(1, sending.groups + 1);
export const oneThread: Aim = () => 1;

const body = 'Nobody reads this, but it is as long as what people write to each other on most days.';

const ours = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) {
    ... on SendMessagePayload { message { id seq createdAt } }
    ... on Error { code reason }
  }
}`;
const prismas = `mutation Send($threadId: String!, $body: String!) {
  sendMessage(threadId: $threadId, body: $body) { id seq createdAt }
}`;

const people = Array.from({ length: sending.people }, (_, index) => index + 1);

function assertSent(answer: string): void {
  if (!answer.includes('"seq":')) throw new Error(`A send was refused: ${answer.slice(0, 300)}`);
}

/** Sixty-four people with a socket each, who send over it. */
export async function overSockets(bench: Bench, port: number, aim: Aim): Promise<Ask[]> {
  return Promise.all(
    people.map(async (person): Promise<Ask> => {
      const asker = await Asker.open({ port, headers: await credentials(person, port) });
      bench.onClose(() => asker.close());
      return async () => assertSent(await asker.ask(ours, { input: { threadId: threadId(aim()), body } }));
    }),
  );
}

/** Sixty-four people with a kept connection each. */
export async function overHttp(bench: Bench, port: number, aim: Aim): Promise<Ask[]> {
  return Promise.all(
    people.map(async (person): Promise<Ask> => {
      const headers = { ...(await credentials(person, port)), 'x-parley-csrf': '1' };
      const connection = connected(bench, port, '/graphql', headers);
      return async () => {
        const variables = { input: { threadId: threadId(aim()), body } };
        assertSent(await connection.post(JSON.stringify({ query: ours, variables })));
      };
    }),
  );
}

export function overRest(bench: Bench, port: number, aim: Aim): Ask[] {
  return people.map((person): Ask => {
    const connection = connected(bench, port, '/messages', {});
    return async () => {
      const message = { threadId: threadId(aim()), userId: userId(person), body };
      assertSent(await connection.post(JSON.stringify(message)));
    };
  });
}

export function overYogaPrisma(bench: Bench, port: number, aim: Aim): Ask[] {
  return people.map((person): Ask => {
    const connection = connected(bench, port, '/graphql', { 'x-user': userId(person) });
    return async () => {
      const variables = { threadId: threadId(aim()), body };
      assertSent(await connection.post(JSON.stringify({ query: prismas, variables })));
    };
  });
}

function connected(bench: Bench, port: number, path: string, headers: Record<string, string>): Connection {
  const connection = new Connection(port, path, headers);
  bench.onClose(() => connection.close());
  return connection;
}
