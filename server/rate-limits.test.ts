import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import { password } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

let parley: Parley;
/** Without limits. */
let open: Parley;
beforeAll(async () => {
  const limits = 'signIn=3/60,signUp=20/60,mutation=5/60,query=8/60,socket=3/60';
  parley = await startParley({ settings: { RATE_LIMITS: limits, TRUST_PROXY: '1' } });
  open = await startParley({ database: parley.database });
});
afterAll(async () => {
  await open.stop();
  await parley.stop();
});

const tooMany = { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } }] };
const refused = { errors: [{ extensions: { code: expect.stringMatching(/^(BAD_REQUEST|COST_LIMIT)$/) } }] };
const viewer = '{ viewer { id } }';
const signOut = 'mutation { signOut { __typename } }';

describe('too many', () => {
  it('[WI18] queries are RATE_LIMITED with the seconds to wait, over HTTP and over a socket together', async () => {
    const [ada, bob] = [await parley.person(), await parley.person()];
    const socket = await ada.connect();
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await ada.ask(viewer)).toEqual({ data: { viewer: { id: ada.id } } });
      expect(await socket.ask(viewer)).toEqual({ data: { viewer: { id: ada.id } } });
    }
    expect(await socket.ask(viewer)).toMatchObject(tooMany);
    const stream = await ada.stream('subscription { changes { cursor } }');
    expect(await stream.results.next()).toMatchObject(tooMany);
    const answer = await ada.post({ query: viewer }, { accept: 'application/graphql-response+json' });
    expect(answer.status).toBe(429);
    const { errors } = JSON.parse(answer.text) as { errors: { extensions: { retryAfter: number } }[] };
    expect(answer.headers['retry-after']).toBe(String(errors[0]!.extensions.retryAfter));
    expect(errors[0]!.extensions.retryAfter).toBeLessThanOrEqual(60);
    expect(await bob.ask(viewer)).toEqual({ data: { viewer: { id: bob.id } } });
    socket.close();
  });

  it('[WI18] mutations are counted one by one, however many a document holds', async () => {
    const ada = await parley.person();
    const many = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, at) => `a${at}: signOut { __typename }`).join(' ')} }`;
    expect(await ada.ask(many(6))).toMatchObject(tooMany);
    expect(
      await ada.ask(`${many(6).replace('mutation', 'fragment F on Mutation')} mutation { ...F }`),
    ).toMatchObject(tooMany);
    expect(await ada.ask(viewer)).toEqual({ data: { viewer: { id: ada.id } } });
  });

  it.each([
    ['a broken document', '{ viewer {'],
    ['a document that is not valid', '{ nope }'],
    ['an operation without a name', 'query A { viewer { id } } query B { viewer { id } }'],
    ['too many aliases', `{ ${Array.from({ length: 21 }, (_, at) => `a${at}: __typename`).join(' ')} }`],
    [
      'too large an answer',
      '{ threads(first: 100) { edges { node { messages(last: 100) { edges { cursor node { id seq } } } } } } }',
    ],
  ])('[WI18] %s counts as a query, over HTTP and over a socket', async (_what, query) => {
    const ada = Object.assign(parley.browser(), { cookie: (await open.person()).cookie });
    const socket = await ada.connect();
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await ada.ask(query)).toMatchObject(refused);
      expect(await socket.ask(query)).toMatchObject(refused);
    }
    for (const text of [query, viewer]) {
      expect(await ada.ask(text)).toMatchObject(tooMany);
      expect(await socket.ask(text)).toMatchObject(tooMany);
    }
    const answer = await ada.post({ query }, { accept: 'application/graphql-response+json' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    socket.close();
  });

  it('[WI18] strangers are counted by address', async () => {
    const from = (address: string) =>
      parley.browser().post({ query: signOut }, { 'x-forwarded-for': `6.6.6.6, ${address}` });
    for (let turn = 0; turn < 5; turn += 1)
      expect(JSON.parse((await from('9.9.9.9')).text)).toHaveProperty('data');
    expect(JSON.parse((await from('9.9.9.9')).text)).toMatchObject(tooMany);
    expect(JSON.parse((await from('9.9.9.8')).text)).toHaveProperty('data');
  });

  it('[WI18] sockets are turned away with 429', async () => {
    const ada = await parley.person();
    for (let turn = 0; turn < 3; turn += 1) (await ada.connect()).close();
    expect(await Socket.open(`${parley.url}/graphql`, { headers: ada.headers })).toBe(429);
  });

  it('[AC14] tries to sign in are RATE_LIMITED, also with the right password; one document holds one', async () => {
    const ada = await parley.person();
    const signIn = (secret: string, times = 1) => {
      const field = (at: number) =>
        `a${at}: signIn(input: { handle: "${ada.handle}", password: "${secret}" }) { __typename }`;
      const query = `mutation { ${Array.from({ length: times }, (_, at) => field(at)).join(' ')} }`;
      return parley.browser().post({ query }, { 'x-forwarded-for': '7.7.7.7' });
    };
    expect(JSON.parse((await signIn('wrong', 2)).text)).toMatchObject({
      errors: [{ extensions: { code: 'COST_LIMIT' } }],
    });
    for (let turn = 0; turn < 3; turn += 1) {
      expect(JSON.parse((await signIn('wrong')).text)).toMatchObject({
        data: { a0: { __typename: 'ForbiddenError' } },
      });
    }
    expect(JSON.parse((await signIn(password)).text)).toMatchObject(tooMany);
  });

  it('[AC14] sign-ups are counted by address', async () => {
    const strict = await startParley({ settings: { RATE_LIMITS: 'signUp=2/3600', TRUST_PROXY: '1' } });
    const from = async (address: string, handle: string) => {
      const input = { handle, displayName: 'Someone', password };
      const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
      const { text } = await strict
        .browser()
        .post({ query, variables: { input } }, { 'x-forwarded-for': address });
      return JSON.parse(text) as object;
    };
    expect(await from('2001:db8::1', 'one')).toHaveProperty('data');
    expect(await from('2001:db8::2', 'two')).toHaveProperty('data');
    expect(await from('2001:db8::3', 'three')).toMatchObject(tooMany);
    expect(await from('2001:db8:0:1::1', 'four')).toHaveProperty('data');
    await strict.stop();
  });

  it('[AC14] sign-ups from somebody’s own machine are not counted, unless others come there too', async () => {
    const own = await startParley({ settings: { RATE_LIMITS: 'signUp=1/3600' } });
    for (const handle of ['one', 'two', 'three']) await own.browser().signUp(handle);
    await own.stop();
    const strict = await startParley({
      settings: { RATE_LIMITS: 'signUp=1/3600', PUBLIC_URL: 'http://localhost:4999' },
    });
    const input = { displayName: 'Someone', password };
    const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
    const ask = (handle: string) =>
      strict
        .browser()
        .post({ query, variables: { input: { ...input, handle } } }, { origin: 'http://localhost:4999' });
    expect(JSON.parse((await ask('one')).text)).toHaveProperty('data');
    expect(JSON.parse((await ask('two')).text)).toMatchObject(tooMany);
    await strict.stop();
  });
});

it('[AC6] a wrong handle and a wrong password are answered with the same bytes, after the same time', async () => {
  const { handle } = await open.browser().signUp();
  const times = { known: [] as number[], unknown: [] as number[] };
  const answers = new Set<string>();
  const query =
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Error { code reason } } }';
  // Two by two, so that whatever else the machine does falls on both.
  for (let turn = 0; turn < 32; turn += 1) {
    for (const who of turn % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const began = performance.now();
      const input = { handle: who === 'known' ? handle : `nobody-${turn}`, password: 'not the password' };
      const { text } = await open.browser().post({ query, variables: { input } });
      if (turn > 1) times[who].push(performance.now() - began);
      answers.add(text);
    }
  }
  expect([...answers]).toEqual([
    '{"data":{"signIn":{"__typename":"ForbiddenError","code":"FORBIDDEN","reason":"Wrong handle or password."}}}',
  ]);
  const slower = times.known.flatMap((known) =>
    times.unknown.map((unknown) => (known > unknown ? 1 : known < unknown ? 0 : 0.5)),
  );
  const curve = slower.reduce<number>((sum, one) => sum + one, 0) / slower.length;
  // Without the dummy's hash it is above 0.99; the bounds are four standard deviations of chance.
  expect(curve).toBeGreaterThan(0.2);
  expect(curve).toBeLessThan(0.8);
});
