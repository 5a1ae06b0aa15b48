import { openGraphQLSocket, subscribe } from '../clients/graphql-socket.ts';
import { Wire } from '../clients/wire.ts';
import type { Bench } from '../measure/bench.ts';
import { Deliveries } from '../measure/deliveries.ts';
import type { Server } from '../measure/server.ts';
import { type Audience, broken, closeAll, crowd, frameBytes, settled } from './audience.ts';
import { listenOverGraphQL } from './graphql.ts';

/** What is told must be what was published, wherever in a frame it stands. */
const holds = (texts: () => string) => async (sample: Deliveries['sample']) => {
  if (!sample.frame.includes(texts())) throw new Error(`A listener was told something else: ${sample.frame}`);
};

/** `ws`, one buffer for everybody. */
export async function rawAudience(bench: Bench, server: Server, listeners: number): Promise<Audience> {
  const name = 'raw ws';
  const { port } = server;
  const deliveries = new Deliveries(listeners);
  const wires = await crowd(listeners, 50, async (index) => {
    const wire = await Wire.open({ port, path: `/${listeners}` });
    wire.onClose = broken(name);
    wire.take = (bytes, start, end) => deliveries.take(index, bytes, start, end);
    return wire;
  });
  const pen = await Wire.open({ port, path: `/publish/${listeners}` });
  bench.onClose(closeAll([...wires, pen]));
  await settled();
  let last = '';
  return {
    name,
    deliveries,
    publish: (text) => {
      last = text;
      pen.say(text.padEnd(frameBytes));
    },
    cpuSeconds: server.cpuSeconds,
    check: holds(() => last),
  };
}

/** socket.io's own protocol over a WebSocket: "40" joins, "2" is answered with "3", "42[…]" is an event. */
export async function socketIoAudience(bench: Bench, server: Server, listeners: number): Promise<Audience> {
  const name = 'socket.io';
  const deliveries = new Deliveries(listeners);
  const join = (query: string, take: (wire: Wire) => Wire['take']): Promise<Wire> =>
    joinSocketIo(server.port, query, take);
  const wires = await crowd(listeners, 50, async (index) => {
    const wire = await join(
      `room=${listeners}`,
      () => (bytes, start, end) => deliveries.take(index, bytes, start, end),
    );
    wire.onClose = broken(name);
    return wire;
  });
  const pen = await join('publisher=1', () => () => {});
  bench.onClose(closeAll([...wires, pen]));
  await settled();
  let last = '';
  return {
    name,
    deliveries,
    publish: (text) => {
      last = text;
      pen.say(`42${JSON.stringify(['publish', String(listeners), text.padEnd(frameBytes - 16)])}`);
    },
    cpuSeconds: server.cpuSeconds,
    check: holds(() => last),
  };
}

export async function joinSocketIo(
  port: number,
  query: string,
  taking: (wire: Wire) => Wire['take'],
): Promise<Wire> {
  const wire = await Wire.open({ port, path: `/socket.io/?EIO=4&transport=websocket&${query}` });
  await new Promise<void>((resolve) => {
    const take = taking(wire);
    const ping = '2'.charCodeAt(0);
    wire.take = (bytes, start, end) => {
      if (end - start === 1 && bytes.readUInt8(start) === ping) wire.say('3');
      else if (bytes.toString('latin1', start, start + 2) === '40') resolve();
      else take(bytes, start, end);
    };
    wire.say('40');
  });
  return wire;
}

interface YogaLike {
  name: string;
  server: Server;
  listeners: number;
  room: string;
  send: (text: string) => { query: string; variables: object };
  fields: string;
  headers?: Record<string, string>;
}

/** Yoga and graphql-ws, in memory or on Prisma. */
export async function yogaAudience(bench: Bench, given: YogaLike): Promise<Audience> {
  const { name, server, listeners, room, send, fields, headers } = given;
  const { port } = server;
  const deliveries = new Deliveries(listeners);
  const query = `subscription { messageAdded(room: "${room}") { ${fields} } }`;
  bench.onClose(await listenOverGraphQL({ name, port, deliveries, listeners, query, stands: null }));
  const pen = await openGraphQLSocket({ port, headers });
  bench.onClose(() => pen.close());
  pen.take = (bytes, start, end) => {
    const text = bytes.toString('utf8', start, end);
    if (text.includes('"errors"') || text.includes('"error"'))
      throw new Error(`${name} refused a send: ${text}`);
  };
  let last = '';
  let count = 0;
  return {
    name,
    deliveries,
    publish: (text) => {
      last = text;
      count += 1;
      const { query: mutation, variables } = send(text);
      pen.say(subscribe(String(count), mutation, variables));
    },
    cpuSeconds: server.cpuSeconds,
    check: holds(() => last),
  };
}
