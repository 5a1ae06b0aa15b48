import type { Statements } from '../../prisma/statements.ts';

/** A send that has passed the rules. */
export interface Send {
  id: string;
  threadId: string;
  authorId: string;
  body: string;
  replyToId: string | null;
  onlyInReplies: boolean;
  digest: Uint8Array;
  key: string | null;
  keyDigest: Uint8Array | null;
  attachmentIds: readonly string[];
  /** Whom it may mention: handles in lower case, or `all`. */
  mentions: readonly string[];
}

export interface Sent {
  outcome:
    | 'stored'
    | 'repeated'
    | 'no thread'
    | 'archived'
    | 'admins post'
    | 'no reply'
    | 'no attachment'
    | 'id taken'
    | 'key taken';
  messageId: string;
  /** Only of what was stored just now. */
  seq: number | null;
  createdAt: Date | null;
}

interface Waiting {
  send: Send;
  resolve(sent: Sent): void;
  reject(error: unknown): void;
}

const sendMessages = `
  select outcome, "messageId", seq, "createdAt" from send_messages($1, $2, $3, $4, $5, $6, $7, $8) order by ordinal`;

const sendWithAttachments = `
  select outcome, "messageId", seq, "createdAt" from send_with_attachments($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const sendMentioning = `
  select outcome, "messageId", seq, "createdAt"
  from send_mentioning($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) order by ordinal`;

const sendReplying = `
  select outcome, "messageId", seq, "createdAt"
  from send_replying($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) order by ordinal`;

/** One being committed while the next is being written; more would only wait for each other's locks. */
const batchesInFlight = 2;
const batchLimit = 200;

/**
 * Commits the sends that arrive together together: whoever comes while batches are being written waits for the next one.
 * A lone send is written in the turn in which it comes. Each is answered after its commit.
 */
export class SendGate {
  readonly #sql: Statements;
  readonly #onStored: (batch: readonly Sent[]) => void;
  #waiting: Waiting[] = [];
  #inFlight = 0;
  #due = false;
  /**
   * Authors, ids and keys that are being written: one author's sends keep their order, and neither an id nor a key is
   * tried twice at once.
   */
  readonly #busy = new Set<string>();

  /** @param onStored told of every batch that was answered: for the metrics */
  constructor(sql: Statements, onStored: (batch: readonly Sent[]) => void = () => {}) {
    this.#sql = sql;
    this.#onStored = onStored;
  }

  send(send: Send): Promise<Sent> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ send, resolve, reject });
      if (this.#due) return;
      this.#due = true;
      // Behind whatever else has come over the network by now.
      setImmediate(() => {
        this.#due = false;
        this.#next();
      });
    });
  }

  #next(): void {
    while (this.#inFlight < batchesInFlight && this.#waiting.length > 0) {
      const batch = this.#gather();
      if (batch.length === 0) return;
      this.#inFlight += 1;
      void this.#commit(batch);
    }
  }

  #gather(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const claimed = new Set<string>();
    const passedOver = new Set<string>();
    for (const waiting of this.#waiting) {
      const { authorId, replyToId } = waiting.send;
      const names = namesOf(waiting.send);
      // A batch does not see what it writes: a reply waits until what it answers is there.
      const answersThisBatch = replyToId !== null && claimed.has(replyToId);
      // What carries files is stored by itself.
      const room = carries(batch[0] ?? waiting) || carries(waiting) ? 1 : batchLimit;
      const fits = batch.length < room && !this.#busy.has(authorId) && !passedOver.has(authorId);
      if (fits && !answersThisBatch && !names.some((name) => claimed.has(name) || this.#busy.has(name))) {
        batch.push(waiting);
        for (const name of names) claimed.add(name);
      } else {
        later.push(waiting);
        passedOver.add(authorId);
      }
    }
    this.#waiting = later;
    return batch;
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const names = batch.flatMap(({ send }) => [send.authorId, ...namesOf(send)]);
    for (const name of names) this.#busy.add(name);
    try {
      const sent = await this.#store(batch.map(({ send }) => send));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = sent[index];
        if (result) resolve(result);
        else reject(new Error('A send was not answered by the database.'));
      }
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else await this.#commitEach(batch);
    }
    for (const name of names) this.#busy.delete(name);
    this.#inFlight -= 1;
    this.#next();
  }

  /** What failed together is tried alone, so that one bad send fails alone. Its id makes a second try safe. */
  async #commitEach(batch: Waiting[]): Promise<void> {
    for (const { send, resolve, reject } of batch) {
      try {
        const [sent] = await this.#store([send]);
        if (sent) resolve(sent);
        else reject(new Error('A send was not answered by the database.'));
      } catch (error) {
        reject(error);
      }
    }
  }

  async #store(sends: Send[]): Promise<Sent[]> {
    const rows = await this.#ask(sends);
    this.#onStored(rows);
    return rows;
  }

  #ask(sends: Send[]): Promise<Sent[]> {
    const [first] = sends;
    const mentions = sends.flatMap(({ id, mentions: names }) => names.map((name) => ({ id, name })));
    const more = [
      ...columnsOf(sends),
      first?.attachmentIds ?? [],
      mentions.map(({ id }) => id),
      mentions.map(({ name }) => name),
    ];
    if (sends.some(({ replyToId }) => replyToId !== null)) {
      const asides = sends.filter(({ onlyInReplies }) => onlyInReplies).map(({ id }) => id);
      return this.#sql.all<Sent>('send_replying', sendReplying, [...more, asides]);
    }
    if (mentions.length > 0) return this.#sql.all<Sent>('send_mentioning', sendMentioning, more);
    if (first && first.attachmentIds.length > 0) {
      const { id, threadId, authorId, body, replyToId, digest, key, keyDigest, attachmentIds } = first;
      const values = [id, threadId, authorId, body, replyToId, digest, key, keyDigest, attachmentIds];
      return this.#sql.all<Sent>('send_with_attachments', sendWithAttachments, values);
    }
    return this.#sql.all<Sent>('send_messages', sendMessages, columnsOf(sends));
  }
}

/** What the functions take of a batch: of each send the same, in the order in which they came. */
const columnsOf = (sends: readonly Send[]) => [
  sends.map((send) => send.id),
  sends.map((send) => send.threadId),
  sends.map((send) => send.authorId),
  sends.map((send) => send.body),
  sends.map((send) => send.replyToId),
  sends.map((send) => send.digest),
  sends.map((send) => send.key),
  sends.map((send) => send.keyDigest),
];

const carries = ({ send }: Waiting): boolean => send.attachmentIds.length > 0;

const namesOf = ({ authorId, id, key }: Send): string[] => (key === null ? [id] : [id, `${authorId} ${key}`]);
