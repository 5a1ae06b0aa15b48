import { Connection } from '../clients/http.ts';
import { Asker, openGraphQLSocket, subscribe } from '../clients/graphql-socket.ts';
import type { Wire } from '../clients/wire.ts';
import type { Bench } from '../measure/bench.ts';
import { onDatabase } from '../measure/databases.ts';
import { Deliveries, numberOf } from '../measure/deliveries.ts';
import type { Server } from '../measure/server.ts';
import { addGroups, addPeople, credentials, settle, threadId } from '../measure/world.ts';
import { type Audience, broken, crowd, filler } from './audience.ts';
import { listenOverGraphQL } from './graphql.ts';

const message = `... on MessageAdded { message { id seq body createdAt author { id displayName } } }`;
const query = `subscription { changes { __typename cursor ${message} } }`;
const send = `mutation Send($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`;
/** People of the group who write and do not listen: four events can be in flight, each by another. */
const writers = 4;

export interface World {
  /** That of the listeners. */
  server: Server;
  port: number;
  /** Where the writers are: the same, unless what is told has to go from one instance to another. */
  writersPort: number;
}

/**
 * The shipped server, with groups of so many listeners each, and its writers in all of them.
 * @param apart the writers are at another instance
 */
export async function openParley(bench: Bench, sizes: readonly number[], apart = false): Promise<World> {
  const url = await bench.databases.create('fan_parley');
  await onDatabase(url, async (db) => {
    await addPeople(db, writers + sizes.reduce((sum, size) => sum + size, 0));
    let next = writers + 1;
    for (const [index, size] of sizes.entries()) {
      await addGroups(db, { from: index + 1, to: index + 1, people: { from: next, to: next + size - 1 } });
      await db.query(
        `insert into "Participant" (id, "threadId", "userId")
         select 'par_writer-' || $1 || u.id, $1, u.id from "User" u order by u.id limit $2`,
        [threadId(index + 1), writers],
      );
      next += size;
    }
    await settle(db);
  });
  const server = await bench.startParley(url);
  return {
    server,
    port: server.port,
    writersPort: apart ? (await bench.startParley(url)).port : server.port,
  };
}

/** The listeners of one of the groups, each somebody else and signed in. */
export async function parleyAudience(
  bench: Bench,
  { server, port, writersPort }: World,
  sizes: readonly number[],
  group: number,
): Promise<Audience> {
  const name = 'Parley';
  const listeners = sizes[group - 1] ?? 0;
  const first = writers + 1 + sizes.slice(0, group - 1).reduce((sum, size) => sum + size, 0);
  const deliveries = new Deliveries(listeners);
  const headersOf = (index: number) => credentials(first + index, port);
  bench.onClose(
    await listenOverGraphQL({ name, port, deliveries, listeners, query, headersOf, stands: 'CaughtUp' }),
  );
  const pens = await crowd(writers, writers, (index) => openPen(bench, writersPort, index + 1, deliveries));
  let next = 0;
  return {
    name,
    deliveries,
    publish: (body) => {
      next = (next + 1) % writers;
      pens[next]?.say(
        subscribe(String(numberOf(body)), send, { input: { threadId: threadId(group), body } }),
      );
    },
    cpuSeconds: server.cpuSeconds,
    check: async ({ listener, frame }) => {
      const told = (JSON.parse(frame) as { payload: { data: { changes: { message: { id: string } } } } })
        .payload.data.changes;
      const asked = new Connection(port, '/graphql', {
        ...(await headersOf(listener)),
        'x-parley-csrf': '1',
      });
      const fields = 'id seq body createdAt author { id displayName }';
      const answer = await asked.post(
        JSON.stringify({ query: `{ node(id: "${told.message.id}") { ... on Message { ${fields} } } }` }),
      );
      asked.close();
      const { node } = (JSON.parse(answer) as { data: { node: unknown } }).data;
      if (JSON.stringify(node) !== JSON.stringify(told.message)) {
        throw new Error(
          `A listener was told ${JSON.stringify(told.message)}, and the message is ${JSON.stringify(node)}.`,
        );
      }
    },
  };
}

/** Somebody who writes. Each operation has its event's number as its id. */
async function openPen(bench: Bench, port: number, writer: number, deliveries: Deliveries): Promise<Wire> {
  const pen = await openGraphQLSocket({ port, headers: await credentials(writer, port) });
  bench.onClose(() => pen.close());
  pen.onClose = broken('Parley');
  pen.take = (bytes, start, end) => {
    const text = bytes.toString('utf8', start, end);
    if (text.includes('SendMessagePayload')) deliveries.answered(Number(/"id":"(\d+)"/.exec(text)?.[1]));
    else if (!text.includes('"complete"')) throw new Error(`A send was refused: ${text}`);
  };
  return pen;
}

/** What a send to a group costs to whom nobody listens, in CPU-seconds: the mutation, the commit, the log's rows. */
export async function sendAlone(
  bench: Bench,
  { server, writersPort: port }: World,
  group: number,
): Promise<() => Promise<number>> {
  const asker = await Asker.open({ port, headers: await credentials(1, port) });
  bench.onClose(() => asker.close());
  const input = { threadId: threadId(group), body: filler(60) };
  const some = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 1) await asker.ask(send, { input });
  };
  await some(50);
  return async () => {
    const count = 200;
    const cpu = await server.cpuSeconds();
    await some(count);
    return ((await server.cpuSeconds()) - cpu) / count;
  };
}
