import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Random } from '../../prisma/seed-random.ts';
import { EventStream } from './event-stream.ts';
import { History } from './history.ts';
import type { Link } from './proxy.ts';
import { type Answer, NoAnswer, type Operation, type Person, post, Wire } from './wire.ts';

const askMs = 6000;
const snapshotPages = 100;

const changed = `__typename cursor
  ... on MessageAdded { message { id seq body thread { id } } }
  ... on ThreadAdded { thread { id } }
  ... on ThreadLeft { threadId }
  ... on MessageEdited { message { thread { id } } }
  ... on ReactionsChanged { message { thread { id } } }
  ... on GroupUpdated { thread { id } }
  ... on ReceiptMoved { thread { id } }`;
const followDocument = `subscription ($after: Cursor) { changes(after: $after) { ${changed} } }`;
const pageDocument = `query ($after: Cursor!) { changes(after: $after, first: 50) { cursor hasMore changes { ${changed} } } }`;
const snapshotDocument = `{ cursor threads(first: ${snapshotPages}) { edges { node { id lastMessage { seq } } } } }`;
const sendDocument = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename ... on SendMessagePayload { message { id seq } } ... on Error { code reason } } }`;

interface Change {
  __typename: string;
  cursor: string;
  message: { id: string; seq: number; body: string; thread: { id: string } };
  thread: { id: string };
  threadId: string;
}

interface Pending {
  id: string;
  thread: string;
  body: string;
  tries: number;
  inFlight: boolean;
}

export type Way = 'socket' | 'stream' | 'pages';

/** What a run counts as it goes. */
export interface Tally {
  acknowledged: number;
  retries: number;
  delivered: number;
  /** Answers that no fault explains, by what they said. */
  surprises: Map<string, number>;
}

/**
 * Somebody's program: it keeps an outbox and its last cursor, as on a disk, and for the rest may be ended at any time. It
 * believes nothing but what it is told, and goes to whichever instance answers.
 */
export class Client {
  readonly index: number;
  readonly person: Person;
  userId = '';
  readonly history: History;
  readonly #links: Link[];
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #way: Way;
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  // What outlives a restart.
  readonly outbox: Pending[] = [];
  #cursor: string | null = null;
  /** How far each of its threads was seen. */
  readonly threads = new Map<string, number>();
  /** The last message of its own in each. */
  readonly said = new Map<string, { id: string; body: string }>();
  #written = 0;

  // What does not.
  #life = 0;
  #stream: Wire | EventStream | null = null;
  #live = false;
  #running = false;
  #closing = false;
  #idle = Promise.resolve();
  #settled = false;
  /** How often it had to come back though it was to stay where it was. */
  comebacks = 0;

  constructor(parts: {
    index: number;
    origin: string;
    links: Link[];
    random: Random;
    folder: string;
    tally: Tally;
    way: Way;
  }) {
    this.index = parts.index;
    this.person = { origin: parts.origin, cookie: '' };
    this.history = new History(`${parts.folder}/client-${String(parts.index).padStart(2, '0')}.jsonl`);
    this.#links = parts.links;
    this.#random = parts.random;
    this.#tally = parts.tally;
    this.#way = parts.way;
  }

  get live(): boolean {
    return this.#live;
  }

  /** Where it is connected right now. */
  instance = 0;

  start(): void {
    if (this.#closing) return;
    this.#running = true;
    const life = (this.#life += 1);
    this.#idle = this.#follow(life);
  }

  /** Ends at once, in the middle of whatever it does. */
  kill(): void {
    this.#running = false;
    this.#life += 1;
    this.#live = false;
    this.#stream?.drop();
    this.#stream = null;
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true, maxSockets: 4 });
    for (const pending of this.outbox) pending.inFlight = false;
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.kill();
    await this.#idle;
    this.history.close();
  }

  /** Loses its cursor to a broken disk: what it has is none that the server ever gave. */
  spoilCursor(): void {
    if (this.#cursor === null) return;
    this.#cursor = `${this.#cursor.slice(0, -3)}${this.#cursor.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    this.history.add({ is: 'spoiled' });
    this.#stream?.drop();
  }

  /** Something new to say: in the outbox before it is tried. */
  say(thread: string): void {
    this.#written += 1;
    const body = `${this.index}-${this.#written}`;
    const pending = { id: `msg_${v7()}`, thread, body, tries: 0, inFlight: false };
    this.outbox.push(pending);
    this.history.add({ is: 'send', thread, id: pending.id, body });
    if (this.#running) this.#deliver(pending, this.#life);
  }

  /** Stays where it is from now on. */
  settle(): void {
    this.#settled = true;
  }

  /** What a restart, or an answer that did not come, has left. */
  resend(): void {
    if (!this.#running) return;
    for (const pending of this.outbox) if (!pending.inFlight) this.#deliver(pending, this.#life);
  }

  #deliver(pending: Pending, life: number): void {
    pending.inFlight = true;
    this.#send(pending, life).catch((error: unknown) => this.#surprise(`client: ${String(error)}`));
  }

  async #send(pending: Pending, life: number): Promise<void> {
    const { id, thread, body } = pending;
    for (let wait = 50; life === this.#life; wait = Math.min(wait * 2, 1000)) {
      pending.tries += 1;
      if (pending.tries > 1) this.#tally.retries += 1;
      const answer = await this.#ask(sendDocument, { input: { id, threadId: thread, body } });
      // Of what an earlier life asked, nobody is told.
      if (life !== this.#life) return;
      const result = answer?.data?.sendMessage;
      if (result?.message) {
        this.#tally.acknowledged += 1;
        this.history.add({ is: 'sent', body, id: result.message.id, seq: result.message.seq });
        this.said.set(thread, { id: result.message.id, body });
        return this.#forget(pending);
      }
      if (result?.code) {
        if (result.code !== 'NOT_FOUND') this.#surprise(`sendMessage: ${result.code} ${result.reason}`);
        this.history.add({ is: 'refused', body, code: result.code, tries: pending.tries });
        return this.#forget(pending);
      }
      this.#noteErrors(answer);
      await sleep(wait * (0.5 + this.#random.next()));
    }
  }

  #forget(pending: Pending): void {
    this.outbox.splice(this.outbox.indexOf(pending), 1);
  }

  /** Over the socket where there is one, mostly; else over HTTP to anybody. Null: no answer. */
  async #ask(query: string, variables: object): Promise<Answer | null> {
    try {
      const stream = this.#stream;
      if (stream instanceof Wire && stream.open && this.#random.next() < 0.8)
        return await stream.ask(query, variables, askMs);
      return await this.post(query, variables);
    } catch (error) {
      if (error instanceof NoAnswer) return null;
      throw error;
    }
  }

  /** @throws NoAnswer */
  post(query: string, variables: object, instance = this.#anyInstance(), ms = askMs): Promise<Answer> {
    const link = this.#links[instance] as Link;
    return post(link.port, this.person, { query, variables }, { ms, agent: this.#agent });
  }

  #anyInstance(): number {
    return this.#random.between(0, this.#links.length - 1);
  }

  async #follow(life: number): Promise<void> {
    let wait = 30;
    while (life === this.#life) {
      try {
        if (this.#cursor === null) await this.#snapshot(life);
        if (this.#way === 'pages') await this.#page(life);
        else await this.#listen(life);
        wait = 30;
      } catch (error) {
        if (!(error instanceof NoAnswer)) this.#surprise(`client: ${String(error)}`);
      }
      this.#live = false;
      if (life !== this.#life) return;
      await sleep(wait * (0.5 + this.#random.next()));
      wait = Math.min(wait * 2, 1000);
    }
  }

  async #snapshot(life: number): Promise<void> {
    const answer = await this.post(snapshotDocument, {});
    if (life !== this.#life) return;
    const { cursor, threads } = answer.data ?? {};
    // An answer that is wrong in parts shows null where it failed.
    if (answer.errors || !cursor || !threads) {
      this.#noteErrors(answer);
      throw new NoAnswer('no snapshot');
    }
    const nodes = (threads.edges as { node: { id: string; lastMessage: { seq: number } | null } }[]).map(
      ({ node }) => node,
    );
    const shown = nodes.map(({ id, lastMessage }): [string, number | null] => [id, lastMessage?.seq ?? null]);
    this.history.add({ is: 'snapshot', cursor, threads: shown });
    this.threads.clear();
    for (const [id, seq] of shown) this.threads.set(id, seq ?? 0);
    this.#cursor = cursor;
  }

  async #listen(life: number): Promise<void> {
    const instance = this.#anyInstance();
    const { port } = this.#links[instance] as Link;
    const asked = () => ({ query: followDocument, variables: { after: this.#cursor } });
    const stream =
      this.#way === 'stream'
        ? await EventStream.open(port, this.person, asked(), askMs)
        : await Wire.open(port, this.person, askMs);
    if (life !== this.#life) return stream.drop();
    this.#stream = stream;
    this.instance = instance;
    this.history.add({ is: 'resumed', instance });
    if (this.#settled) this.comebacks += 1;
    const operation: Operation = {
      next: (answer) => {
        if (life !== this.#life || this.#stream !== stream) return;
        if (this.#refused(answer)) return stream.close();
        this.#take(answer.data.changes as Change);
      },
      end: () => stream.close(),
    };
    if (stream instanceof Wire) stream.run(asked().query, asked().variables, operation);
    else stream.read(operation);
    // Somebody who walks about: from one instance to the next, without anything being wrong.
    const roam = setTimeout(
      () => {
        if (this.#settled || life !== this.#life) return;
        // Not only once the other end has heard of it: nobody is to settle down while this one is on its way.
        this.#live = false;
        stream.close();
      },
      this.#random.between(2000, 20_000),
    );
    const why = await stream.closed;
    if (life === this.#life) this.history.add({ is: 'broken', why });
    clearTimeout(roam);
    if (/ (4400|4401|4403|4429|4500) /.test(`${why} `)) this.#surprise(why);
    if (this.#stream === stream) this.#stream = null;
  }

  /** Without a stream: asks what there is, again and again. */
  async #page(life: number): Promise<void> {
    while (life === this.#life) {
      this.instance = this.#anyInstance();
      const answer = await this.post(pageDocument, { after: this.#cursor }, this.instance);
      if (life !== this.#life) return;
      if (this.#refused(answer)) return;
      const page = answer.data.changes as { cursor: string; hasMore: boolean; changes: Change[] };
      if (page.changes.length > 0) this.history.add({ is: 'resumed', instance: this.instance });
      for (const change of page.changes) this.#take(change);
      if (page.changes.length > 0) this.history.add({ is: 'page', cursor: page.cursor });
      this.#cursor = page.cursor;
      this.#live = !page.hasMore;
      if (!page.hasMore) await sleep(this.#random.between(100, 600));
    }
  }

  /** @returns whether the stream, or the page, is not to be had this way */
  #refused(answer: Answer): boolean {
    if (!answer.errors && answer.data?.changes) return false;
    if (answer.errors?.some(({ extensions }) => extensions?.code === 'RESYNC_REQUIRED')) this.#cursor = null;
    else this.#noteErrors(answer);
    this.history.add({ is: 'broken', why: JSON.stringify(answer.errors ?? answer) });
    return true;
  }

  /** What is applied and the cursor are written together, as an app does that keeps both in one database. */
  #take(change: Change): void {
    const { cursor } = change;
    this.#cursor = cursor;
    switch (change.__typename) {
      case 'CaughtUp':
        this.#live = true;
        return this.history.add({ is: 'caught up', cursor });
      case 'MessageAdded': {
        const { id, seq, thread } = change.message;
        // An edit has added words to what was sent.
        const [body = ''] = change.message.body.split(' ', 1);
        this.#tally.delivered += 1;
        this.threads.set(thread.id, Math.max(seq, this.threads.get(thread.id) ?? 0));
        return this.history.add({ is: 'message', cursor, thread: thread.id, seq, id, body });
      }
      case 'ThreadAdded':
        this.threads.set(change.thread.id, 0);
        return this.history.add({ is: 'joined', cursor, thread: change.thread.id });
      case 'ThreadLeft':
        this.threads.delete(change.threadId);
        return this.history.add({ is: 'left', cursor, thread: change.threadId });
      case 'MessageEdited':
      case 'ReactionsChanged':
        return this.history.add({ is: 'told', cursor, thread: change.message.thread.id });
      default:
        return this.history.add({ is: 'told', cursor, thread: change.thread.id });
    }
  }

  /** INTERNAL is what a dead database sounds like, and TOO_SLOW a hole in the network. Anything else was not to be expected. */
  #noteErrors(answer: Answer | null): void {
    for (const { message, extensions } of answer?.errors ?? []) {
      if (!['INTERNAL', 'TOO_SLOW'].includes(extensions?.code ?? '') && message !== 'The stream broke.')
        this.#surprise(`${extensions?.code}: ${message}`);
    }
  }

  #surprise(what: string): void {
    this.#tally.surprises.set(what, (this.#tally.surprises.get(what) ?? 0) + 1);
  }
}
