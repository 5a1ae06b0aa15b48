import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { Random } from '../../prisma/seed-random.ts';
import { figures } from './figures.ts';
import { origin } from './lab.ts';
import type { Options } from './options.ts';
import { copyServer } from './plants.ts';
import { freePort } from './ports.ts';
import { mustEnd } from './stopping.ts';
import { type Answer, NoAnswer, type Person, post } from './wire.ts';

const readyMs = 90_000;
const askMs = 10_000;
const senders = 8;

const sendDocument = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessagePayload { message { seq } } } }`;
const createDocument = `mutation ($input: CreateGroupInput!) { createGroup(input: $input) { ... on CreateGroupPayload { thread { id } } } }`;
const signUpDocument = `mutation ($input: SignUpInput!) { signUp(input: $input) { ... on SignUpPayload { viewer { id } } } }`;
const pageDocument = `query ($id: ID!, $after: String) { thread(id: $id) { messages(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id seq } } } } }`;

/**
 * A server with the embedded database, killed again and again while people send: what was acknowledged must be there, once
 * and without gaps. Every second time its PostgreSQL is killed with it. And a second server on its folder is refused.
 */
export async function embedded(
  { seed }: Options,
  rounds: number,
  say: (line: string) => void,
): Promise<boolean> {
  const home = await mkdtemp(join(tmpdir(), 'parley-torture-'));
  const random = new Random(seed);
  const tree = await copyServer(join(home, 'server-copy'), null);
  const server = new Server(tree, join(home, 'data'), await freePort());
  const tidyUp = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  const ended = mustEnd({ quit: () => server.quit(), end: tidyUp });
  const person: Person = { origin, cookie: '' };
  const ask = (query: string, variables: object): Promise<Answer> =>
    post(
      server.port,
      person,
      { query, variables },
      { ms: askMs, onCookie: (cookie) => (person.cookie = cookie) },
    );

  await server.start();
  await ask(signUpDocument, {
    input: { handle: 'somebody', displayName: 'Somebody', password: 'correct horse battery staple' },
  });
  // A group of two has room for nobody's errors but our own.
  const other: Person = { origin, cookie: '' };
  const signedUp = await post(
    server.port,
    other,
    {
      query: signUpDocument,
      variables: { input: { handle: 'else', displayName: 'Else', password: 'correct horse battery staple' } },
    },
    { ms: askMs },
  );
  const created = await ask(createDocument, {
    input: { name: 'Kills', participantIds: [signedUp.data.signUp.viewer.id] },
  });
  const thread = created.data.createGroup.thread.id as string;

  const acknowledged = new Map<string, number>();
  const over = new AbortController();
  const send = async () => {
    for (let count = 0; !over.signal.aborted; count += 1) {
      const input = { id: `msg_${v7()}`, threadId: thread, body: String(count) };
      for (;;) {
        const answer = await ask(sendDocument, { input }).catch((error: unknown) => {
          if (error instanceof NoAnswer) return null;
          throw error;
        });
        const seq = answer?.data?.sendMessage?.message?.seq as number | undefined;
        if (seq !== undefined) {
          acknowledged.set(input.id, seq);
          break;
        }
        await sleep(50);
      }
    }
  };
  const all = Promise.all(Array.from({ length: senders }, send));
  const [adopted, recovered]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const reached = acknowledged.size;
    while (acknowledged.size < reached + 20) await sleep(10);
    await sleep(random.between(0, 200));
    const withDatabase = round % 2 === 1;
    const from = performance.now();
    await server.kill(withDatabase);
    await server.start();
    (withDatabase ? recovered : adopted).push(performance.now() - from);
    if ((round + 1) % 10 === 0) say(`${round + 1} of ${rounds} kills, ${acknowledged.size} acknowledged`);
  }
  over.abort();
  await all;

  let refused = 0;
  for (let round = 0; round < Math.ceil(rounds / 2); round += 1) {
    const words = await new Server(tree, join(home, 'data'), await freePort()).refusal();
    if (words?.includes('already uses')) refused += 1;
    else say(`A second server was not refused: ${words}`);
  }

  const stored = new Map<string, number>();
  let gaps = 0;
  let twice = 0;
  for (let after: string | null = null, more = true; more;) {
    const { messages } = (await ask(pageDocument, { id: thread, after })).data.thread as {
      messages: {
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { id: string; seq: number } }[];
      };
    };
    for (const { node } of messages.edges) {
      if (node.seq !== stored.size + 1) gaps += 1;
      if (stored.has(node.id)) twice += 1;
      stored.set(node.id, node.seq);
    }
    [after, more] = [messages.pageInfo.endCursor, messages.pageInfo.hasNextPage];
  }
  const lost = [...acknowledged].filter(([id, seq]) => stored.get(id) !== seq).length;
  await tidyUp();
  ended();

  const tries = Math.ceil(rounds / 2);
  say(
    `\n${rounds} kills, ${acknowledged.size} acknowledged: ${lost} lost, ${twice} duplicate, ${gaps} skipped`,
  );
  say(`ready again, its PostgreSQL adopted: ${figures(adopted)}`);
  say(`ready again, its PostgreSQL killed too: ${figures(recovered)}`);
  say(`a second server on the same folder: refused ${refused} of ${tries}`);
  return lost === 0 && twice === 0 && gaps === 0 && refused === tries;
}

class Server {
  readonly port: number;
  readonly #tree: string;
  readonly #data: string;
  #process: ChildProcess | null = null;

  constructor(tree: string, data: string, port: number) {
    this.#tree = tree;
    this.#data = data;
    this.port = port;
  }

  #spawn(): ChildProcess {
    return spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
      cwd: this.#tree,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(this.port),
        PUBLIC_URL: origin,
        DATA_DIR: this.#data,
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }

  async start(): Promise<void> {
    const child = this.#spawn();
    this.#process = child;
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    for (const deadline = performance.now() + readyMs; performance.now() < deadline; await sleep(30)) {
      if (child.exitCode !== null) throw new Error(`The server did not start: ${words}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error('The server does not get ready.');
  }

  /** Of a server that should not start: what it says when it ends; null when it runs. */
  async refusal(): Promise<string | null> {
    const child = this.#spawn();
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const timer = setTimeout(() => child.kill('SIGKILL'), readyMs);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(timer);
    return code === null || code === 0 ? null : words;
  }

  async kill(withDatabase: boolean): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const database = withDatabase ? this.#postmaster() : 0;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    if (database > 0) process.kill(database, 'SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  #postmaster(): number {
    try {
      return Number(readFileSync(join(this.#data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]) || 0;
    } catch {
      return 0;
    }
  }

  /** Its PostgreSQL too, which outlives a server that was killed. */
  quit(): void {
    this.#process?.kill('SIGKILL');
    const database = this.#postmaster();
    if (database > 0) process.kill(database, 'SIGINT');
  }
}
