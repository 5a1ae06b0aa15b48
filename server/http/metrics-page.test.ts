import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { send } from '../testing/http.ts';
import { startParley } from '../testing/parley.ts';
import { changesDocument } from '../testing/person.ts';

const token = 'q8Jw3vR5tYx2Lm9NbZk4Hs7Dc1Fg6PaE';

it('[WI28] is not there without a token, and not for who brings another', async () => {
  const [closed, open] = await Promise.all([
    startParley(),
    startParley({ settings: { METRICS_TOKEN: token } }),
  ]);
  expect(
    (await send(`${closed.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text,
  ).not.toContain('parley_');
  expect((await send(`${open.url}/metrics`)).status).toBe(401);
  expect((await send(`${open.url}/metrics`, { headers: { authorization: 'Bearer guess' } })).status).toBe(
    401,
  );
  await Promise.all([closed.stop(), open.stop()]);
});

it('[WI28] counts what happens, and no more names than it bears', async () => {
  const parley = await startParley({ settings: { METRICS_TOKEN: token } });
  const metrics = async () => {
    const { status, text } = await send(`${parley.url}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(200);
    return text;
  };
  const [ann, bob] = await parley.people(2);
  const socket = await bob!.connect();
  const { results } = socket.run(changesDocument);
  await results.next();
  const { thread } = await ann!.does('startDirectThread', { userId: bob!.id });
  for (const body of ['one', 'two']) await ann!.does('sendMessage', { threadId: thread.id, body });
  for (let name = 0; name < 150; name += 1) await ann!.ask(`query Name${name} { viewer { id } }`);
  await ann!.ask(`query ${'Long'.repeat(1000)} { viewer { id } }`);
  await parley.browser().ask('query OfAStranger { viewer { id } }');
  const stream = await bob!.stream(changesDocument);
  await stream.results.next();
  for (const after of ['made up', 'by hand'])
    await ann!.ask('query ($after: Cursor!) { changes(after: $after) { cursor } }', { after });
  await ann!.ask('{ nonsense }');
  await socket.ask('{ nonsense }');
  const secret = { handle: ann!.handle, password: 'a wrong one' };
  await parley.browser().does('signIn', secret);
  await vi.waitUntil(async () => /^parley_deliveries_total\{over="socket"\} [3-9]/m.test(await metrics()), {
    timeout: 30_000,
  });

  const page = await metrics();
  expect(page).toMatch(/^parley_sends_total\{outcome="stored"\} 2$/m);
  expect(page).toMatch(/^parley_send_batch_size_count 2$/m);
  expect(page).toMatch(/^parley_sockets 1$/m);
  expect(page).toMatch(/^parley_event_streams 1$/m);
  expect(page).toMatch(/^parley_subscriptions 2$/m);
  expect(page).toMatch(/^parley_deliveries_total\{over="stream"\} [1-9]/m);
  expect(page).toMatch(/^parley_resyncs_total 2$/m);
  expect(page).toMatch(/^parley_graphql_errors_total\{code="BAD_REQUEST"\} 2$/m);
  expect(page).toMatch(/^parley_graphql_errors_total\{code="INTERNAL"\} 0$/m);
  expect(page).toMatch(/^parley_sign_in_tries_total 1$/m);
  expect(page).toMatch(/^parley_sign_ins_total 0$/m);
  expect(page).toMatch(/^parley_sign_in_failures_total 1$/m);
  expect(page).toMatch(/^parley_sql_duration_seconds_count\{statement="send_messages",pool="primary"\} 2$/m);
  expect(page).toMatch(/^parley_database_connections_max\{pool="primary"\} [1-9]/m);
  expect(page).toMatch(/^parley_database_connections_max\{pool="replica"\} 0$/m);
  expect(page).toMatch(/^parley_log_lag_seconds \d/m);
  expect(page).toMatch(/^parley_bus_up 1$/m);
  expect(page).toMatch(/^process_cpu_seconds_total /m);
  const names = new Set(
    [...page.matchAll(/parley_graphql_operation_duration_seconds_count\{[^}]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    ),
  );
  expect([...names].filter((name) => name?.startsWith('Name'))).toHaveLength(100);
  expect(names).toContain('viewer');
  expect([...names].filter((name) => name?.startsWith('Long') || name === 'OfAStranger')).toEqual([]);
  stream.cut();
  await parley.stop();
});

it('[WI28] what is there is what the documentation names', async () => {
  const parley = await startParley({ settings: { METRICS_TOKEN: token } });
  const { text } = await send(`${parley.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const there = [...text.matchAll(/^# TYPE (parley_\w+)/gm)].map(([, name]) => name);
  const docs = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const named = docs
    .split('\n')
    .filter((line) => line.startsWith('| `parley_'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/parley_\w+/g)].map(([name]) => name));
  expect(new Set(there)).toEqual(new Set(named));
  await parley.stop();
});
