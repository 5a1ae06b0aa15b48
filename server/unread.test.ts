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

it.each([
  ['as JSON', {}],
  ['in any other way', { extensions: {} }],
])(
  '[WI35] answers no request of who has 32 MiB to read, asked %s, and then all again',
  async (_how, others) => {
    const { port } = server.address() as AddressInfo;
    const ask = (viewer: string) =>
      send(`http://localhost:${port}/graphql`, {
        method: 'POST',
        headers: { viewer, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __typename }', ...others }),
      });
    pipeline.unread.add('ann', most - 10);
    const { status, headers, text } = await ask('ann');
    expect([status, headers['retry-after'], JSON.parse(text)]).toMatchObject([
      429,
      '1',
      { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 1 } }] },
    ]);
    expect((await ask('bob')).status).toBe(200);
    pipeline.unread.add('ann', 10 - most);
    for (let times = 0; times < 3; times += 1) expect((await ask('ann')).status).toBe(200);
    await expect.poll(() => pipeline.unread.hasRoom('ann', most)).toBe(true);
  },
);
