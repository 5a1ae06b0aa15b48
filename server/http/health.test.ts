import { expect, it, vi } from 'vitest';
import { send } from '../testing/http.ts';
import { startParley } from '../testing/parley.ts';

it('[WI21] is not ready without its database, and says so', async () => {
  const parley = await startParley();
  const ready = async () => {
    const { status, text } = await send(`${parley.url}/health/ready`);
    expect([200, 503]).toContain(status);
    return JSON.parse(text) as { problems: string[] };
  };
  expect(await ready()).toEqual({ status: 'ready', problems: [] });
  await parley.database.drop();
  await vi.waitUntil(async () => (await ready()).problems.length === 2, { interval: 50 });
  const { status, text } = await send(`${parley.url}/health/ready`);
  expect([status, JSON.parse(text)]).toEqual([
    503,
    { status: 'unready', problems: ['The database does not answer.', 'The log cannot be read.'] },
  ]);
  expect((await send(`${parley.url}/health/live`)).status).toBe(200);
  await parley.stop();
});
