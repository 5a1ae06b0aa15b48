import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from './testing/inbox.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { password } from './testing/person.ts';

let parley: Parley;
let other: Parley;
beforeAll(async () => {
  parley = await startParley();
  other = await startParley({ database: parley.database });
});
afterAll(async () => {
  await other.stop();
  await parley.stop();
});

const isIn = async (browser: { ask(query: string): Promise<{ data?: { viewer: object | null } }> }) =>
  (await browser.ask('{ viewer { id } }')).data?.viewer !== null;

/** Somebody who is signed in twice: here, and on another instance, over a socket each. */
async function twice() {
  const here = await parley.person();
  const there = other.browser();
  await there.does('signIn', { handle: here.handle, password });
  return { here, there, sockets: { here: await here.connect(), there: await there.connect() } };
}

it('[SS3] a session that is revoked is closed on another instance, and this one stays', async () => {
  const { here, there, sockets } = await twice();
  const { data } = await there.ask('{ sessions { edges { node { id current } } } }');
  const { id } = (data.sessions.edges as { node: { id: string; current: boolean } }[]).find(
    ({ node }) => node.current,
  )!.node;
  await here.does('revokeSession', { sessionId: id });
  expect(await within(sockets.there.closed, 'it stays open')).toMatchObject({ code: 4401 });
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
});

it('[AC16] a new password closes every socket, and the answer brings a new cookie', async () => {
  const { here, there, sockets } = await twice();
  const { cookie } = here;
  await here.does('changePassword', { currentPassword: password, newPassword: `${password}!` });
  for (const { closed } of Object.values(sockets))
    expect(await within(closed, 'it stays open')).toMatchObject({ code: 4401 });
  expect(here.cookie).not.toBe(cookie);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  here.cookie = cookie;
  expect(await isIn(here)).toBe(false);
});
