import { setTimeout as sleep } from 'node:timers/promises';
import { mutationOf, type Outcome } from '../../schema/testing/mutations.ts';
import { pick, random } from '../../schema/testing/random.ts';
import type { Inbox } from './inbox.ts';
import type { Parley } from './parley.ts';
import type { Person, Result } from './person.ts';
import type { Socket } from './socket.ts';

interface Said {
  id: string;
  body: string;
  deletedAt: string | null;
}

interface Group {
  id: string;
  name: string;
}

/** A change, with all that it shows of what may be another by the time that it is told. */
export interface Told {
  __typename: string;
  cursor: string;
  threadId?: string;
  thread?: Group;
  message?: Said & { thread: Group; replyTo: Said | null };
}

const change = `__typename cursor
  ... on MessageAdded { message { ...Message } } ... on MessageEdited { message { ...Message } }
  ... on MessageDeleted { message { ...Message } } ... on FollowedRepliesChanged { message { ...Message } } ... on GroupUpdated { thread { id name } }
  ... on ThreadAdded { thread { id name } } ... on ThreadLeft { threadId } ... on ReceiptMoved { thread { id name } }`;
const message = 'fragment Message on Message { ...Said thread { id name } replyTo { ...Said } }';
const said = 'fragment Said on Message { id body deletedAt }';
const stream = `subscription ($after: Cursor) { changes(after: $after) { ${change} } } ${message} ${said}`;
const page = `query ($after: Cursor!) { changes(after: $after) { cursor hasMore changes { ${change} } } } ${message} ${said}`;

/** Somebody on one of the instances. */
interface Seat {
  person: Person;
  socket: Socket;
}

/** What somebody was told of the group, in the order in which they were. */
export interface Heard {
  way: string;
  told: Told[];
}

export interface Race {
  threadId: string;
  /** Who was removed, and all ways in which they listened. */
  removed: { userId: string; heard: Heard[] };
  /** Who was in the group all the time. */
  stayed: { userId: string; heard: Heard[] };
  /** Where all of it began. */
  start: string;
}

/**
 * Somebody is removed from a group and comes back, `rounds` times, while others write on every instance. They listen over
 * sockets, as event streams, page by page, and over streams that resume in the middle of it; somebody else listens, too.
 */
export async function raceRemovals(instances: readonly Parley[], rounds: number): Promise<Race> {
  const people = await pick(instances).people(3);
  const seats = await Promise.all(people.map((person) => sit(instances, person)));
  const [owner, victim, writer] = seats as [Seat[], Seat[], Seat[]];
  const [, userId, writerId] = people.map(({ id }) => id) as [string, string, string];
  const must = async (who: Seat[], mutation: string, input: object) => {
    const outcome = await does(pick(who), mutation, input);
    if (outcome.__typename.endsWith('Payload')) return outcome;
    throw new Error(`${mutation}: ${outcome.__typename} ${outcome.reason}`);
  };
  const { thread } = await must(owner, 'createGroup', { name: 'Group', participantIds: [writerId] });
  const threadId = thread.id;
  const start = await cursorNow(pick(owner));

  const isOfGroup = ({ threadId: left, thread: of, message: in_ }: Told) =>
    [left, of?.id, in_?.thread.id].includes(threadId);
  const isMark = (told: Told) => told.message?.body === 'mark';
  const races = { removed: { userId, heard: [] }, stayed: { userId: writerId, heard: [] } } as Pick<
    Race,
    'removed' | 'stayed'
  >;
  const listening: Promise<void>[] = [];
  const cuts: (() => void)[] = [];
  const listen = async (
    heard: Heard[],
    way: string,
    results: Inbox<Result | 'complete'> | Inbox<Result>,
    isLast = isMark,
  ) => {
    const told: Told[] = [];
    heard.push({ way, told });
    for (;;) {
      const result = await results.next();
      if (result === 'complete' || result.errors) throw new Error(`${way}: ${JSON.stringify(result)}`);
      const next = result.data.changes as Told;
      if (isOfGroup(next)) told.push(next);
      if (isLast(next)) return;
    }
  };
  for (const [{ heard }, who] of [
    [races.removed, victim],
    [races.stayed, writer],
  ] as const) {
    for (const [index, { person, socket }] of who.entries()) {
      listening.push(listen(heard, `socket ${index}`, socket.run(stream, { after: start }).results));
      const events = await person.stream(stream, { after: start });
      cuts.push(events.cut);
      listening.push(listen(heard, `event stream ${index}`, events.results));
    }
  }

  const sent: { id: string; author: Seat[]; edited: boolean }[] = [];
  let count = 0;
  const send = async (author: Seat[], replyToId: string | null = null) => {
    const input = { threadId, body: `said ${(count += 1)}`, replyToId };
    const { message: stored } = await does(pick(author), 'sendMessage', input);
    if (stored) sent.push({ id: stored.id, author, edited: false });
  };
  const edit = async () => {
    const newest = sent.findLast(({ edited }) => !edited);
    if (!newest) return;
    newest.edited = true;
    const input = { messageId: newest.id, body: `edited ${(count += 1)}` };
    await does(pick(newest.author), 'editMessage', input);
  };
  const rename = () => must(owner, 'updateGroupName', { threadId, name: `named ${(count += 1)}` });

  for (let round = 1; round <= rounds; round += 1) {
    await must(owner, 'addParticipant', { threadId, userId });
    const from = await cursorNow(pick(victim));
    const pages: Told[] = [];
    races.removed.heard.push({ way: `page by page in round ${round}`, told: pages });
    let isOver = false;
    const readPages = async () => {
      let after = from;
      for (let [isLast, more] = [false, true]; more || !isLast;) {
        isLast = isOver;
        await sleep(random(6));
        const { data } = await pick(victim).socket.ask(page, { after });
        ({ cursor: after, hasMore: more } = data.changes);
        pages.push(...(data.changes.changes as Told[]).filter(isOfGroup));
      }
    };
    const resume = async () => {
      await sleep(random(12));
      const { results, stop } = pick(victim).socket.run(stream, { after: from });
      await listen(
        races.removed.heard,
        `resumed in round ${round}`,
        results,
        (told) => told.threadId === threadId,
      );
      stop();
    };
    const acts = [
      () => send(owner),
      () => send(writer),
      () => send(writer, sent.at(-1)?.id),
      () => send(victim),
      edit,
      edit,
      rename,
      () => sent.length > 0 && does(pick(owner), 'deleteMessage', { messageId: pick(sent.slice(-5)).id }),
      () => must(writer, 'markRead', { threadId, seq: count }),
      () => must(owner, 'removeParticipant', { threadId, userId }),
    ];
    const reading = readPages();
    listening.push(resume());
    await Promise.all(
      acts.map(async (act) => {
        await sleep(random(12));
        await act();
      }),
    );
    // Certainly behind the removal.
    await Promise.all([send(writer), edit(), rename()]);
    isOver = true;
    await reading;
  }
  for (const other of [userId, writerId]) {
    const { thread: direct } = await must(owner, 'startDirectThread', { userId: other });
    await must(owner, 'sendMessage', { threadId: direct.id, body: 'mark' });
  }
  await Promise.all(listening);
  for (const cut of cuts) cut();
  for (const { socket } of seats.flat()) socket.close();
  return { threadId, start, ...races };
}

const sit = (instances: readonly Parley[], { cookie, id, handle }: Person): Promise<Seat[]> =>
  Promise.all(
    instances.map(async (parley) => {
      const person = Object.assign(parley.browser(), { cookie, id, handle });
      return { person, socket: await person.connect() };
    }),
  );

async function does({ socket }: Seat, mutation: string, input: object): Promise<Outcome> {
  const { data, errors } = await socket.ask(mutationOf(mutation), { input });
  if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return (data as { outcome: Outcome }).outcome;
}

const cursorNow = async ({ socket }: Seat) => (await socket.ask('{ cursor }')).data.cursor as string;
