import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parseLog } from './irc-log.ts';
import type { Message, MessagePage } from './operations.ts';
import { handleOf } from './people.ts';
import { replay, type Said, signedIn, writeLog } from './testing.ts';

// Processes, one of them with a PostgreSQL of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Logs of one's own, by hand: IRC_LOGS=../irc-disentanglement/data/dev npm test -- examples/replay */
const ownLogs = process.env['IRC_LOGS'];
const hour = 60 * 60 * 1000;
const root = fileURLToPath(new URL('..', import.meta.url));
const longest = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'parley-replay-'));
let url = '';
let stop = async () => {};

/** A server with a database of its own, as `npm start` runs it. */
beforeAll(async () => {
  const { PATH, HOME } = process.env;
  const server = spawn(process.execPath, ['server/dist/main.js'], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: join(folder, 'data'), PORT: '0', RATE_LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  let out = '';
  url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      out += String(chunk);
      const address = /"address":"([^"]+)".*"Parley is ready"/.exec(out)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`The server ended: ${out}`)));
  });
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Read extends Message {
  replyTo: { id: string; body: string } | null;
}

const person = 'handle displayName';
const messages = `id seq body author { ${person} } replyTo { id body }`;
const groupsDocument = `query { threads(first: 100) {
  edges { node { id name } } } }`;
const pageDocument = `query ($threadId: ID!, $first: Int, $after: String) { thread(id: $threadId) {
  messages(first: $first, after: $after) { edges { node { ${messages} } } pageInfo { hasNextPage endCursor } } } }`;
const searchDocument = `query ($threadId: ID!, $query: String!) { searchMessages(threadId: $threadId, query: $query) {
  edges { node { ${messages} } } } }`;

/** Everything that stands in a group after a replay, from its beginning on, and what searches it. */
async function groupOf(log: string, first: number) {
  const { session } = await signedIn(url, 'Replay Reader');
  const { threads } = await session.query<
    object,
    { threads: { edges: { node: { id: string; name: string } }[] } }
  >({ text: groupsDocument }, {});
  const threadId = threads.edges.find(({ node }) => node.name === log)?.node.id ?? '';
  const all: Read[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: { thread: { messages: MessagePage } } = await session.query(
      { text: pageDocument },
      { threadId, first, after },
    );
    all.push(...page.thread.messages.edges.map(({ node }) => node as Read));
    more = page.thread.messages.pageInfo.hasNextPage;
    after = page.thread.messages.pageInfo.endCursor;
  }
  const search = async (query: string) => {
    const found: { searchMessages: MessagePage } = await session.query(
      { text: searchDocument },
      { threadId, query },
    );
    return found.searchMessages.edges.map(({ node }) => node.body);
  };
  return { all, spoken: all.filter(({ author }) => author !== null), search };
}

const isSent = (body: string): boolean => body.length > 0 && body.length <= longest;
const authorOf = (nick: string) => ({ handle: handleOf(nick), displayName: nick.trim() });

const room: (Said | string)[] = [
  '=== ada [~a@boathouse] has joined #pier',
  { nick: 'ada', text: 'has anybody seen the tide table?' },
  { nick: '[b]o|away^', text: 'it hangs by the door', answers: 1 },
  { nick: 'ada', text: '' },
  { nick: 'Ada', text: ' \t ' },
  { nick: 'Ada', text: 'the other one, not me', answers: 2 },
  { nick: 'Ядвига', text: 'добрый вечер всем', answers: 3 },
  { nick: '小林', text: '満潮は六時です', answers: 1 },
  { nick: 'נועה', text: 'שלום לכולם, see you at six' },
  { nick: 'a b', text: '   stands in from the edge   ' },
  { nick: '`_`', text: '*not bold* _nor that_ `rm -rf ~/boat` <b>nor this</b> &amp; \\ %s $HOME "so" it\'s' },
  { nick: 'ada', text: '\u0002odd\u0003 signs \u2028 in \ufeff here, cafe\u0301 and 👩‍👩‍👧 🇳🇴' },
  { nick: 'ada', text: '* ada waves', line: ' * ada waves' },
  { nick: 'cy', text: '-cy:#pier- hear, hear', line: '-cy:#pier- hear, hear' },
  'noise that no log should hold',
  { nick: 'cy', text: 'said twice' },
  { nick: 'cy', text: 'said twice', answers: 15 },
  { nick: 'ada', text: '@cy @all !op /quit https://example.org/a_(b)?c=d#e from:cy -tide' },
  {
    nick: 'x'.repeat(60),
    text: 'knots and more knots, '.repeat(500).slice(0, longest - 8) + ' bowline',
  },
  { nick: 'ada', text: 'x'.repeat(longest + 1) },
  { nick: 'ada', text: 'last one turns off the lantern', answers: 18 },
];

it('a replayed log stands in its group: every line once, in order, letter for letter, by its author and with its reply, and is found', async () => {
  const ended = await replay(url, [writeLog(folder, 'pier', room)], '--speed', 'max', '--seed', '7');
  expect(ended).toEqual({ code: 0, said: expect.stringMatching(/^Every line came once, in order/m) });
  expect(ended.said).toMatch(/^ok {4}pier: 16 lines, 10 people, 5 replies, 3 blank and not sent/m);

  const { all, spoken, search } = await groupOf('pier', 7);
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  const bodyOf = (said: Said | string | undefined) => (typeof said === 'object' ? said.text.trim() : '');
  expect(spoken.map(({ body, author, replyTo }) => ({ body, author, reply: replyTo?.body ?? null }))).toEqual(
    room.flatMap((said) => {
      if (typeof said === 'string' || !isSent(bodyOf(said))) return [];
      const answered = said.answers === undefined ? '' : bodyOf(room[said.answers]);
      return [{ body: bodyOf(said), author: authorOf(said.nick), reply: isSent(answered) ? answered : null }];
    }),
  );

  expect(await search('lantern')).toEqual(['last one turns off the lantern']);
  expect(await search('bowline')).toEqual([expect.stringMatching(/ bowline$/)]);
  expect(await search(`from:${handleOf('[b]o|away^')}`)).toEqual(['it hangs by the door']);
  expect(await search('вечер')).toEqual(['добрый вечер всем']);
  expect(await search('満潮')).toEqual(['満潮は六時です']);
  expect(await search('"said twice"')).toEqual(['said twice', 'said twice']);
  expect(await search('"~/boat"')).toEqual([expect.stringContaining('rm -rf')]);
  expect(await search('CAFÉ')).toEqual([expect.stringContaining('👩‍👩‍👧')]);
  expect(await search('submarine')).toEqual([]);
});

it('a log that cannot be replayed is no success', async () => {
  const missing = await replay(url, [join(folder, 'nothing.raw.txt')]);
  expect(missing).toEqual({ code: 1, said: expect.stringContaining('BROKE nothing') });
});

it.each(ownLogs === undefined ? [] : [ownLogs])(
  'so do logs of one’s own, in %s',
  { timeout: hour },
  async (logs) => {
    const paths = readdirSync(logs)
      .filter((name) => name.endsWith('.raw.txt'))
      .map((name) => join(logs, name));
    const ended = await replay(url, paths, '--speed', 'max');
    console.info(ended.said);
    expect(ended.code).toBe(0);
    for (const path of paths) {
      const { spoken } = await groupOf(basename(path, '.raw.txt'), 100);
      const lines = parseLog(new TextDecoder().decode(readFileSync(path))).messages.map(({ nick, text }) => ({
        body: text.trim(),
        author: authorOf(nick),
      }));
      expect(spoken.map(({ body, author }) => ({ body, author }))).toEqual(
        lines.filter(({ body }) => isSent(body)),
      );
    }
  },
);
