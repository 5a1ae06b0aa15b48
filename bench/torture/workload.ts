import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Random } from '../../prisma/seed-random.ts';
import type { Client } from './client.ts';
import type { Lab } from './lab.ts';
import { type Answer, NoAnswer, post } from './wire.ts';

const setUpMs = 60_000;
const threadCount = 20;
const directCount = 4;
const smallest = 3;

export interface Group {
  id: string;
  owner: Client;
  members: Set<Client>;
  busy: boolean;
}

export interface World {
  clients: Client[];
  groups: Group[];
  /** Who was in each thread from the start: "thread user". */
  founders: Set<string>;
}

const mutation = (name: string, selection: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ${selection} ... on Error { code reason } } }`;

/** People and threads, made while nothing is wrong yet. */
export async function settle(lab: Lab, clients: Client[], random: Random): Promise<World> {
  const port = lab.instances[0]?.port ?? 0;
  const setUp = async (client: Client, query: string, input: object): Promise<Answer['data']> => {
    const answer = await post(
      port,
      client.person,
      { query, variables: { input } },
      {
        ms: setUpMs,
        onCookie: (cookie) => (client.person.cookie = cookie),
      },
    );
    const result = Object.values((answer.data ?? {}) as Record<string, { code?: string }>)[0];
    if (!result || result.code) throw new Error(`The people could not be set up: ${JSON.stringify(answer)}`);
    return result;
  };
  const password = 'correct horse battery staple';
  const signUp = mutation('signUp', '... on SignUpPayload { viewer { id } }');
  const queue = [...clients];
  const enter = async () => {
    for (let client = queue.shift(); client; client = queue.shift()) {
      const result = await setUp(client, signUp, {
        handle: `client-${client.index}`,
        displayName: `Client ${client.index}`,
        password,
      });
      client.userId = result.viewer.id;
    }
  };
  await Promise.all([enter(), enter(), enter()]);

  const groups: Group[] = [];
  const founders = new Set<string>();
  for (let index = 0; index < threadCount; index += 1) {
    const direct = index < directCount;
    const people = draw(random, clients, direct ? 2 : random.between(smallest, Math.min(13, clients.length)));
    const owner = people[0] as Client;
    const others = people.slice(1).map(({ userId }) => userId);
    const result = direct
      ? await setUp(
          owner,
          mutation('startDirectThread', '... on StartDirectThreadPayload { thread { id } }'),
          { userId: others[0] },
        )
      : await setUp(owner, mutation('createGroup', '... on CreateGroupPayload { thread { id } }'), {
          name: `Group ${index}`,
          participantIds: others,
        });
    const { id } = result.thread as { id: string };
    for (const { userId } of people) founders.add(`${id} ${userId}`);
    if (!direct) groups.push({ id, owner, members: new Set(people), busy: false });
  }
  return { clients, groups, founders };
}

function draw<T>(random: Random, items: readonly T[], count: number): T[] {
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(random.between(0, rest.length - 1), 1)[0] as T);
}

/** Somebody comes, goes or is removed, exactly once, however often it must be asked. */
export async function comeOrGo(world: World, random: Random, mayGoOn: () => boolean): Promise<void> {
  const group = random.pick(world.groups);
  const person = random.pick(world.clients);
  if (group.busy || person === group.owner) return;
  const there = group.members.has(person);
  if (there && group.members.size <= smallest) return;
  const is = !there ? 'add' : random.next() < 0.5 ? 'remove' : 'leave';
  const actor = is === 'leave' ? person : group.owner;
  const name = is === 'add' ? 'addParticipant' : is === 'remove' ? 'removeParticipant' : 'leaveGroup';
  const key = v7();
  const input = { threadId: group.id, ...(is !== 'leave' && { userId: person.userId }) };
  group.busy = true;
  actor.history.add({ is, key, thread: group.id, user: person.userId });
  if (await isDone(actor, key, name, input, mayGoOn)) {
    if (is === 'add') group.members.add(person);
    else group.members.delete(person);
  }
  group.busy = false;
}

/** A group is renamed, or a message in it is edited or reacted to, exactly once. */
export async function change(world: World, random: Random, mayGoOn: () => boolean): Promise<void> {
  const group = random.pick(world.groups);
  if (group.busy) return;
  const author = random.pick([...group.members]);
  const said = author.said.get(group.id);
  // Each message once: what is edited or reacted to again as it is changes nothing.
  author.said.delete(group.id);
  const key = v7();
  const [name, kind, actor, input] = !said
    ? ([
        'updateGroupName',
        'GROUP_RENAMED',
        group.owner,
        { threadId: group.id, name: `Group ${key}` },
      ] as const)
    : random.next() < 0.5
      ? ([
          'editMessage',
          'MESSAGE_EDITED',
          author,
          { messageId: said.id, body: `${said.body} again` },
        ] as const)
      : (['addReaction', 'REACTION_ADDED', group.owner, { messageId: said.id, emoji: '🦔' }] as const);
  group.busy = true;
  actor.history.add({ is: 'change', key, thread: group.id, kind });
  await isDone(actor, key, name, input, mayGoOn);
  group.busy = false;
}

/** Asks until there is an answer, and writes it down. */
async function isDone(
  actor: Client,
  key: string,
  name: string,
  input: object,
  mayGoOn: () => boolean,
): Promise<boolean> {
  for (let wait = 50; mayGoOn(); wait = Math.min(wait * 2, 1000)) {
    const answer = await actor
      .post(mutation(name, ''), { input: { ...input, clientMutationId: key } })
      .catch((error: unknown) => {
        if (error instanceof NoAnswer) return null;
        throw error;
      });
    const result = answer?.data?.[name] as { __typename: string; code?: string } | undefined;
    if (result?.code) {
      actor.history.add({ is: 'not done', key, code: result.code });
      return false;
    }
    if (result) {
      actor.history.add({ is: 'done', key });
      return true;
    }
    await sleep(wait);
  }
  return false;
}
