import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mutationOf } from '../schema/testing/mutations.ts';
import { Documents } from './graphql/documents.ts';
import { SessionCookies } from './session.ts';
import { within } from './testing/inbox.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { type Browser, password } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

/** Two instances on one database: a session ends at the first while something of it begins at the second. */
let here: Parley;
let there: Parley;
beforeAll(async () => {
  here = await startParley();
  there = await startParley({ database: here.database });
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});
afterEach(() => vi.restoreAllMocks());

/** Where everybody is stopped who comes there, until they are let go. */
function barrier() {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const pass = async () => {
    arrive();
    await opened;
  };
  return { arrived: () => within(arrived, 'nobody came to the barrier'), pass, open };
}

/** Behind the reading of the session's row, at the second instance. */
function behindTheRow() {
  const { pass, ...gate } = barrier();
  const { viewerOf } = SessionCookies.prototype;
  vi.spyOn(SessionCookies.prototype, 'viewerOf').mockImplementation(async function (
    this: SessionCookies,
    ...asked
  ) {
    const viewer = await viewerOf.apply(this, asked);
    if (asked[0] === there.instance.signedIn) await pass();
    return viewer;
  });
  return gate;
}

/** In front of the operation itself, when its context has been made, at the second instance. */
function inFrontOfTheOperation() {
  const { pass, ...gate } = barrier();
  vi.spyOn(there.instance.throttles, 'spend').mockImplementation(pass);
  return gate;
}

/** Signs out at the first instance. @returns once the second has read so in the log */
async function signOut(person: Browser): Promise<void> {
  const { data } = await person.ask('{ sessions { edges { node { id current } } } }');
  const sessions = data.sessions.edges as { node: { id: string; current: boolean } }[];
  const own = sessions.find(({ node }) => node.current)!.node.id;
  const end = vi.spyOn(there.instance.sessions, 'end');
  await person.does('signOut', {});
  // That of another test may be read once more: what the log held back is told when it can be.
  await vi.waitFor(() => expect(end).toHaveBeenCalledWith(own), { interval: 5 });
}

const elsewhere = ({ cookie }: Browser) => Object.assign(there.browser(), { cookie });
const changes = 'subscription { changes { __typename cursor } }';
const refused = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('a session that ends on another instance', () => {
  it('[WI13] closes a socket whose handshake had begun', async () => {
    const ada = await here.person();
    const gate = behindTheRow();
    const opening = Socket.open(`${there.url}/graphql`, { headers: elsewhere(ada).headers });
    await gate.arrived();
    await signOut(ada);
    gate.open();
    const socket = (await opening) as Socket;
    socket.say({ type: 'connection_init' });
    expect(await socket.closed).toEqual({ code: 4401, reason: 'Signed out' });
    expect(socket.messages.rest).toEqual([]);
  });

  it('[WI13] is over for a stream that was just being let in', async () => {
    const ada = await here.person();
    const gate = behindTheRow();
    const stream = elsewhere(ada).stream(changes);
    await gate.arrived();
    await signOut(ada);
    gate.open();
    expect(await (await stream).results.next()).toMatchObject(refused);
    await within((await stream).ended, 'the stream goes on');
  });

  it('[WI13] is over for a request that was just being let in', async () => {
    const ada = await here.person();
    const gate = behindTheRow();
    const answer = elsewhere(ada).ask('{ threads { edges { cursor } } }');
    await gate.arrived();
    await signOut(ada);
    gate.open();
    expect(await answer).toMatchObject(refused);
  });

  it('[WI13] ends a stream that was just being set up', async () => {
    const ada = await here.person();
    const bob = await here.person();
    const { thread } = await ada.does('startDirectThread', { userId: bob.id });
    for (const document of [changes, `subscription { typing(threadId: "${thread.id}") { __typename } }`]) {
      const phone = here.browser();
      await phone.does('signIn', { handle: ada.handle, password });
      const gate = inFrontOfTheOperation();
      const stream = elsewhere(phone).stream(document);
      await gate.arrived();
      await signOut(phone);
      gate.open();
      expect(await (await stream).results.next()).toMatchObject(refused);
      await within((await stream).ended, 'the stream goes on');
      vi.restoreAllMocks();
    }
    await expect.poll(() => there.instance.hub.size).toBe(0);
  });

  it('[WI13] is over for a socket that does not let itself be closed', async () => {
    const ada = await here.person();
    const bob = await here.person();
    const { thread } = await ada.does('startDirectThread', { userId: bob.id });
    const socket = await elsewhere(ada).connect();
    // It does not read the close, and so does not answer it.
    socket.pause();
    await signOut(ada);
    const variables = { input: { threadId: thread.id, body: 'after the end' } };
    const read = vi.spyOn(Documents.prototype, 'read');
    socket.run(mutationOf('sendMessage'), variables);
    await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
    expect(read).toHaveBeenCalledWith(expect.any(String), false);
    socket.resume();
    expect(await socket.closed).toMatchObject({ code: 4401 });
    const { data } = await bob.ask(
      `{ thread(id: "${thread.id}") { messages(last: 1) { edges { cursor } } } }`,
    );
    expect(data.thread.messages.edges).toEqual([]);
  });
});
