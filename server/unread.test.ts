import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nobody } from './context.ts';
import { Pipeline } from './graphql/pipeline.ts';
import { createApi } from './http/api.ts';
import { onClose } from './on-close.ts';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';

let parley: Parley;
let pipeline: Pipeline;
const server = createServer((request, response) => {
  const viewer = { userId: String(request.headers['viewer']), sessionId: 'ses' };
  const onGone = (act: () => void) => onClose(response, act);
  const arrival = pipeline.operations.arrival({ ...nobody, viewer }, { requestId: 'one', onGone });
  void createApi(pipeline)(request, response, arrival);
});
beforeAll(async () => {
  parley = await startParley();
  pipeline = new Pipeline(parley.instance, pino({ level: 'silent' }));
  await once(server.listen(0), 'listening');
});
afterAll(async () => {
  server.close();
  await parley.stop();
});

const most = 32 * 1024 * 1024;

const ways = [
  ['as JSON', {}],
  ['in any other way', { extensions: {} }],
] as const;

const ask = (viewer: string, body: object) =>
  send(`http://localhost:${(server.address() as AddressInfo).port}/graphql`, {
    method: 'POST',
    headers: { viewer, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it.each(ways)(
  '[WI35] answers no request of who has 32 MiB to read, asked %s, and then all again',
  async (_how, others) => {
    const look = (who: string) => ask(who, { query: '{ __typename }', ...others });
    pipeline.unread.add('ann', most - 10);
    const { status, headers, text } = await look('ann');
    expect([status, headers['retry-after'], JSON.parse(text)]).toMatchObject([
      429,
      '1',
      { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 1 } }] },
    ]);
    expect((await look('bob')).status).toBe(200);
    pipeline.unread.add('ann', 10 - most);
    for (let times = 0; times < 3; times += 1) expect((await look('ann')).status).toBe(200);
    await expect.poll(() => pipeline.unread.hasRoom('ann', most)).toBe(true);
  },
);

const nameOf = async (person: Person) =>
  (await person.ask('{ viewer { displayName } }')).data.viewer.displayName as string;

it.each(ways)(
  '[WI35] answers a mutation that was done, asked %s, and does none for who has 32 MiB to read',
  async (_how, others) => {
    const person = await parley.person();
    const rename = (displayName: string) =>
      ask(person.id, {
        query: `mutation { updateProfile(input: { displayName: "${displayName}" }) { __typename } }`,
        ...others,
      });
    pipeline.unread.add(person.id, most - 10);
    const { status, text } = await rename('Ada');
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { data: { updateProfile: { __typename: 'UpdateProfilePayload' } } },
    ]);
    await expect.poll(() => pipeline.unread.hasRoom(person.id, 10)).toBe(true);
    pipeline.unread.add(person.id, 10);
    expect((await rename('Bob')).status).toBe(429);
    expect(await nameOf(person)).toBe('Ada');
    pipeline.unread.add(person.id, -most);
  },
);
