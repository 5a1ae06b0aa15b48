import { randomUUID } from 'node:crypto';
import { openGraphQLSocket, subscribe } from '../clients/graphql-socket.ts';
import type { Wire } from '../clients/wire.ts';
import type { Deliveries } from '../measure/deliveries.ts';
import { broken, closeAll, crowd, settled } from './audience.ts';

interface Listening {
  name: string;
  port: number;
  deliveries: Deliveries;
  listeners: number;
  query: string;
  headersOf?: (index: number) => Promise<Record<string, string>>;
  /** What is said first once a subscription stands; null where nothing is. */
  stands: string | null;
}

/** Listeners over graphql-ws, each with an operation id of its own, as its client makes them. */
export async function listenOverGraphQL(given: Listening): Promise<() => void> {
  const { name, port, deliveries, listeners, query, headersOf, stands } = given;
  const wires = await crowd(listeners, 50, async (index): Promise<Wire> => {
    const wire = await openGraphQLSocket({ port, headers: await headersOf?.(index) });
    wire.onClose = broken(name);
    await new Promise<void>((resolve) => {
      wire.take = (bytes, start, end) => {
        if (stands !== null && bytes.includes(stands, start)) resolve();
        else deliveries.take(index, bytes, start, end);
      };
      wire.say(subscribe(randomUUID(), query));
      if (stands === null) resolve();
    });
    wire.take = (bytes, start, end) => deliveries.take(index, bytes, start, end);
    return wire;
  });
  await settled();
  return closeAll(wires);
}
