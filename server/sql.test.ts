import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionResult,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoggedChange } from '../schema/change/change.ts';
import type { Context, Presences, Typists } from '../schema/context.ts';
import { newId } from '../schema/id.ts';
import { schema } from '../schema/index.ts';
import { hashSecret, hintOf, newSecret } from '../schema/invite/secret.ts';
import { settled } from '../schema/testing/settled.ts';
import { openWorld, type Person } from '../schema/testing/world.ts';
import { LocalBus } from './live/bus.ts';
import { Hub } from './live/hub.ts';
import { PresenceBoard } from './live/presence.ts';
import { TypingBoard } from './live/typing.ts';
import { faultsOf, type Index } from './testing/sql-judge.ts';

/** What has no end of its own, and what ends it all the same; blanks stand for any. */
const known: Record<string, RegExp> = {
  'the people of a group, whose number has a limit':
    /^select "threadId", count.* from "Participant" where "threadId" = any\(\$1\) group by|^SELECT (COUNT|MIN)\(.* FROM \(SELECT .* FROM "public"."Participant" WHERE "public"."Participant"."threadId" = \$1 OFFSET|^insert into "Event" \(.*\) select 'THREAD_LEFT', .* from "Participant" where "threadId" = \$2/,
  'the links that somebody has made into a group, by hand':
    /^SELECT COUNT.* FROM \(SELECT "public"."Invite"."id" FROM .*"threadId" = \$1/,
  'a person’s threads, of which each folder counts up to a hundred': /^select least\(count\(\*\) filter/,
  'the files of an account, whose number has a limit':
    /^select coalesce\(sum\(size \+ "thumbnailSize"\), 0\)::float8 as used from \( select distinct on .* from "Attachment" where "ownerId" = \$1/,
  'the files of one message, whose number has a limit':
    /^select coalesce\(sum\(f.size \+ f."thumbnailSize"\), 0\)::float8 as added from "Attachment" f where f."messageId" = \$1/,
  'a person’s threads, held for as long as they are followed': /as wanted \(person, thread, place\)/,
  'what was committed behind the batch that is handed on, in the threads that it is of':
    /^select found\.\* from unnest\(\$1::text\[\]\) as those .*'THREAD_LEFT'/,
};

/** What PostgreSQL is asked, by the typed client and past it. */
const asked: string[] = [];
const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')?.value as (
  ...given: unknown[]
) => unknown;
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...given: unknown[]) {
    const [what] = given;
    asked.push(typeof what === 'string' ? what : (what as { text: string }).text);
    return query.apply(this, given);
  },
});

const world = await openWorld();
const bus = new LocalBus();
const typing = new TypingBoard(world.prisma, bus);
const presence = new PresenceBoard({ bus, privacy: world.privacy, noteUse: async () => {} });
/** What these tell is in no log. */
const ofTheMoment = ['Typing', 'PresenceTold'];
afterAll(async () => {
  typing.stop();
  await presence.stop();
  await world.close();
});

const indexes = new Map<string, Index[]>();
beforeAll(async () => {
  const rows = await world.prisma.$queryRaw<(Index & { table: string })[]>`
    select c.relname as table, i.indisunique and i.indpred is null as unique, array(
      select coalesce(a.attname, '') from unnest(i.indkey) with ordinality as k (attnum, place)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by place
    )::text[] as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema()`;
  for (const { table, ...index } of rows) indexes.set(table, [...(indexes.get(table) ?? []), index]);
});

/** A group of `size` people with `size` of everything, and the person who asks with `size` threads. */
async function plant(size: number) {
  const { prisma } = world;
  const [owner, member, outsider] = (await world.people(3)) as [Person, Person, Person];
  const many = Array.from({ length: size }, (_, index) => index);
  // With the owner and the member they are `size`.
  const people = many.slice(2).map((index) => ({
    id: newId('usr'),
    handle: `p${newId('usr').slice(-12)}`,
    displayName: `P ${index}`,
  }));
  await prisma.user.createMany({ data: people.map((row) => ({ ...row, passwordHash: '-' })) });
  const threads = many.map(() => newId('thr'));
  const [threadId = ''] = threads;
  await prisma.thread.createMany({
    data: threads.map((id) => ({ id, kind: 'GROUP' as const, name: 'Group', createdById: owner.id })),
  });
  const seats = [
    ...threads.map((id) => ({ id: newId('par'), threadId: id, userId: owner.id, role: 'OWNER' as const })),
    ...[member, ...people].map(({ id }) => ({
      id: newId('par'),
      threadId,
      userId: id,
      role: 'MEMBER' as const,
    })),
  ];
  await prisma.participant.createMany({ data: seats });
  const messages = threads.map((id) => ({
    id: newId('msg'),
    threadId: id,
    seq: 1,
    authorId: owner.id,
    body: 'First',
    attachmentCount: 1,
    mentionCount: 2,
    mentionsAll: true,
    replyCount: size,
    replierIds: people.slice(0, 3).map(({ id }) => id),
  }));
  const [message] = messages;
  const replies = many.map((index) => ({
    id: newId('msg'),
    threadId,
    seq: index + 2,
    authorId: people[index]?.id ?? null,
    body: 'Reply',
    replyToId: message?.id ?? null,
    onlyInReplies: index < size / 2,
    replyCount: 1,
    replierIds: people.slice(0, 3).map(({ id }) => id),
  }));
  await prisma.message.createMany({ data: [...messages, ...replies] });
  // Of each of the threads the first message is followed, and has something new.
  await prisma.repliesFollow.createMany({
    data: messages.map(({ id: messageId, threadId: within }) => ({
      messageId,
      threadId: within,
      userId: owner.id,
      followed: true,
      unread: true,
    })),
  });
  // At every message of the group two kinds, at its last one by everybody.
  const reactors = [owner, member, ...people];
  const talk = [message?.id ?? '', ...replies.map(({ id }) => id)];
  await prisma.reaction.createMany({
    data: talk.flatMap((messageId, index) => [
      { messageId, userId: owner.id, emoji: '🎉' },
      ...reactors
        .slice(0, index === talk.length - 1 ? size : 1)
        .map(({ id: userId }) => ({ messageId, userId, emoji: '🐌' })),
    ]),
  });
  await prisma.message.updateMany({
    where: { id: { in: talk } },
    data: {
      reactionKinds: [
        ['🎉', 1],
        ['🐌', 1],
      ],
    },
  });
  await prisma.message.updateMany({ where: { id: talk[0] ?? '' }, data: { editedAt: new Date() } });
  // Each of the group's is kept by the one who asks, and all but its last are pinned.
  await prisma.savedMessage.createMany({
    data: talk.map((messageId) => ({ messageId, threadId, userId: owner.id })),
  });
  await prisma.message.updateMany({
    where: { id: { in: talk.slice(0, size) } },
    data: { pinnedAt: new Date(), pinnedById: owner.id },
  });
  await prisma.messageEdit.createMany({
    data: many.map(() => ({
      messageId: talk[0] ?? '',
      authorId: owner.id,
      body: 'Before',
      editedAt: new Date(),
    })),
  });
  await prisma.$executeRaw`
    update "Thread" t set "lastSeq" = m.seq, "lastMessageId" = m.id from (
      select distinct on ("threadId") * from "Message" order by "threadId", seq desc
    ) m where m."threadId" = t.id`;
  // Each of them names the first person and the one who asks.
  const mentioned = messages.flatMap(({ id, threadId: within }) => [
    { messageId: id, threadId: within, userId: owner.id, seq: 1, createdAt: new Date() },
    { messageId: id, threadId: within, userId: member.id, seq: 1, createdAt: new Date() },
  ]);
  await prisma.mention.createMany({ data: mentioned });
  const files = [...messages.map(({ id }) => id), null].map((messageId) => ({
    id: newId('att'),
    ownerId: owner.id,
    name: 'a.txt',
    contentType: 'text/plain',
    size: 5,
    completedAt: new Date(),
    messageId,
    position: messageId === null ? null : 1,
  }));
  await prisma.attachment.createMany({ data: files });
  const pictures = [0, 1].map(() => ({
    id: newId('att'),
    ownerId: owner.id,
    name: 'me.webp',
    contentType: 'image/webp',
    purpose: 'PICTURE' as const,
    size: 5,
    completedAt: new Date(),
  }));
  await prisma.attachment.createMany({ data: pictures });
  const sessions = many.map((index) => ({
    id: newId('ses'),
    userId: owner.id,
    secretHash: `${owner.id} ${index}`,
    expiresAt: new Date(Date.now() + 1_000_000),
  }));
  await prisma.session.createMany({ data: sessions });
  const secrets = many.map(() => newSecret());
  // Of people who are in it, too: what the API does not let happen is of no account here.
  const barred = await world.person();
  await prisma.ban.createMany({
    data: [barred, member, ...people].map(({ id: userId }) => ({
      id: newId('ban'),
      threadId,
      userId,
      bannedById: owner.id,
    })),
  });
  const invites = secrets.map((secret) => ({
    id: newId('inv'),
    threadId,
    createdById: owner.id,
    secretHash: hashSecret(secret),
    hint: hintOf(secret),
  }));
  await prisma.invite.createMany({ data: invites });
  return {
    size,
    account: newId('usr').slice(-12),
    owner,
    member,
    outsider,
    people,
    threadId,
    threads,
    messages: [...messages, ...replies],
    invites,
    fileId: files.at(-1)?.id,
    pictureIds: pictures.map(({ id }) => id),
    sessions,
    barred,
    token: secrets[0] ?? '',
  };
}
type Scene = Awaited<ReturnType<typeof plant>>;

/** What a required variable is, by its name; what may be left out is left out, but for the size of a page. */
const variables: Record<string, (s: Scene) => unknown> = {
  first: (s) => s.size,
  last: (s) => s.size,
  id: (s) => s.threadId,
  ids: (s) =>
    [s.threads, s.messages.map(({ id }) => id), s.people.map(({ id }) => id)].flatMap((ids) =>
      ids.slice(0, 30),
    ),
  threadId: (s) => s.threadId,
  userId: (s) => s.people[0]?.id,
  participantIds: (s) => s.people.map(({ id }) => id),
  messageId: (s) => s.messages[0]?.id,
  emoji: () => '👍',
  inviteId: (s) => s.invites[0]?.id,
  token: (s) => s.token,
  contentType: () => 'text/plain',
  size: () => 5,
  seq: () => 1,
  query: () => '-nothing -from:nobody -in:nowhere -has:link',
  role: () => 'ADMIN',
  typing: () => true,
  followed: () => false,
  away: () => true,
  userIds: (s) => s.people.map(({ id }) => id),
  name: () => 'Name',
  body: () => 'Body',
  handle: () => `h${newId('usr').slice(-12)}`,
  displayName: () => 'Somebody',
  password: () => 'correct horse battery',
  currentPassword: () => 'correct horse battery',
  newPassword: () => 'another horse battery',
  sessionId: (s) => s.sessions[0]?.id,
};

interface Way {
  by?: (s: Scene) => { context(): Promise<Context> } | Promise<{ context(): Promise<Context> }>;
  with?: (s: Scene) => Record<string, unknown>;
  /** What it cannot do in the end, having done something else before. */
  ends?: string;
}

async function signedIn(handle: string): Promise<ReturnType<typeof world.browser>> {
  const browser = world.browser();
  await browser.must('signUp', { handle, displayName: 'Somebody', password: 'correct horse battery' });
  return browser;
}

/** How an operation is asked, where not by the group's owner with what its variables' names say. */
const ways: Record<string, Way> = {
  SignUp: { by: () => world.browser() },
  SignIn: { by: (s) => signedIn(`s${s.account}`), with: (s) => ({ handle: `s${s.account}` }) },
  SignOut: { by: () => signedIn(`o${newId('usr').slice(-12)}`) },
  SignOutWithKey: { by: () => signedIn(`k${newId('usr').slice(-12)}`) },
  ChangePassword: { by: () => signedIn(`c${newId('usr').slice(-12)}`) },
  DeleteAccount: { by: () => signedIn(`d${newId('usr').slice(-12)}`) },
  UpdatePrivacy: { with: () => ({ readReceipts: false }) },
  // A line that nobody wrote, so that everybody can have read it.
  ReadBy: {
    by: async (s) => {
      const read = { shownReadSeq: s.size + 1, shownDeliveredSeq: s.size + 1 };
      await world.prisma.participant.updateMany({ where: { threadId: s.threadId }, data: read });
      return s.owner;
    },
    with: (s) => ({ id: s.messages.at(-1)?.id }),
  },
  TakeBack: { with: () => ({ emoji: '🎉' }) },
  Edits: { with: (s) => ({ id: s.messages[0]?.id }) },
  SaveMessage: { with: (s) => ({ messageId: s.messages[1]?.id }) },
  PinMessage: { with: (s) => ({ messageId: s.messages[1]?.id }) },
  ForwardMessage: { with: (s) => ({ threadIds: s.threads.slice(0, 2) }) },
  UpdateProfile: { with: (s) => ({ displayName: 'Another', pictureId: s.pictureIds[0] }) },
  AddParticipant: { with: (s) => ({ userId: s.outsider.id }) },
  LeaveGroup: { by: (s) => s.member },
  HandOver: { ends: 'ForbiddenError' },
  SendFiles: { with: (s) => ({ attachmentIds: [s.fileId] }) },
  SetUp: {
    with: (s) => ({
      topic: 'T',
      pictureId: s.pictureIds[1],
      whoMayPost: 'ADMINS',
      whoMayAdd: 'EVERYBODY',
      whoMayCallAll: 'EVERYBODY',
      historyVisible: false,
      editWindowSeconds: 3600,
    }),
  },
  BanFrom: { with: (s) => ({ userId: s.outsider.id }) },
  LiftBan: { with: (s) => ({ userId: s.barred.id }) },
  ComeIn: { by: (s) => s.outsider },
  StartDirectThread: { with: (s) => ({ userId: s.outsider.id }) },
};

interface Operation {
  name: string;
  kind: string;
  definition: OperationDefinitionNode;
  document: DocumentNode;
}

const folder = new URL('../schema/testing/documents/', import.meta.url);
const operations = readdirSync(folder).flatMap((file): Operation[] => {
  const document = withNames(parse(readFileSync(new URL(file, folder), 'utf8')));
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ name: definition.name?.value ?? '', kind: definition.operation, definition, document }]
      : [],
  );
});

/** Asks what everything is, so that an error is seen for one. */
function withNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: (node, _key, parent) =>
      parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : {
            ...node,
            selections: [
              { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
              ...node.selections,
            ],
          },
  });
}

/** Variables that are required, those that say how many, and what else the way says. */
function given(
  { name, definition }: Operation,
  s: Scene,
  size: 'first' | 'last' | null,
): Record<string, unknown> {
  const wanted = (definition.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const variableName = variable.name.value;
    if (type.kind !== Kind.NON_NULL_TYPE && variableName !== size) return [];
    const value = variables[variableName];
    if (variableName === 'after') return [];
    if (!value && !(variableName in (ways[name]?.with?.(s) ?? {})))
      throw new Error(`Say in server/sql.test.ts what $${variableName} of ${name} is.`);
    return [[variableName, value?.(s)] as const];
  });
  return { ...Object.fromEntries(wanted), ...ways[name]?.with?.(s) };
}

/** @throws unless it is an answer without an error, of whatever kind */
function assertAnswered(name: string, { data, errors }: ExecutionResult): void {
  if (errors?.[0]) throw errors[0];
  const text = JSON.stringify(data);
  const error = /\{"__typename":"\w*Error"[^}]*\}/.exec(text)?.[0];
  if (error && !error.includes(ways[name]?.ends ?? ' '))
    throw new Error(`${name} should succeed here; say how in \`ways\` of server/sql.test.ts: ${error}`);
}

/** How many entries the longest of each list has, by the name of the field. */
function longest(value: unknown, found = new Map<string, number>(), field = ''): Map<string, number> {
  if (Array.isArray(value)) for (const each of value) longest(each, found, field);
  else if (value !== null && typeof value === 'object')
    for (const [key, below] of Object.entries(value)) {
      if (key === 'edges') found.set(field, Math.max(found.get(field) ?? 0, (below as unknown[]).length));
      longest(below, found, key === 'edges' ? field : key);
    }
  return found;
}

const pages = (operation: Operation): ('first' | 'last')[] =>
  (['first', 'last'] as const).filter((size) =>
    operation.definition.variableDefinitions?.some(({ variable }) => variable.name.value === size),
  );

/** What a query or a mutation asks, and how long its lists are. */
async function askedBy(operation: Operation, size: number, page: 'first' | 'last' | null) {
  const { name, document } = operation;
  const s = await plant(size);
  const asker = (await ways[name]?.by?.(s)) ?? s.owner;
  const variableValues = { ...given(operation, s, page), ...(name === 'ChangePage' && (await missed(s))) };
  const contextValue = await asker.context();
  const from = asked.length;
  const result = await execute({ schema, document, operationName: name, variableValues, contextValue });
  assertAnswered(name, result);
  const statements = asked.slice(from);
  return { statements, lists: longest(result.data) };
}

/** Every statement of every operation. */
const judged = new Set<string>();

describe('what PostgreSQL is asked', () => {
  it.each(operations.filter(({ kind }) => kind !== 'subscription'))(
    '[PG7] by $name is as many statements for 50 of everything as for 5',
    { timeout: 180_000 },
    async (operation) => {
      const fullest = new Map<string, number>();
      for (const page of pages(operation).length > 0 ? pages(operation) : [null]) {
        const few = await askedBy(operation, 5, page);
        const many = await askedBy(operation, 50, page);
        for (const sql of many.statements) judged.add(sql);
        expect(many.statements.length, [...few.statements, '', ...many.statements].join('\n')).toBe(
          few.statements.length,
        );
        for (const [field, length] of many.lists)
          fullest.set(field, Math.max(fullest.get(field) ?? 0, length));
      }
      for (const [field, length] of fullest)
        expect([field, length], `let \`plant\` give ${field} enough to fill a page`).toEqual([field, 50]);
    },
  );

  it.each(operations.filter(({ kind }) => kind === 'subscription'))(
    '[PG7] by $name is as many statements for 50 changes that were missed as for 5, and for 50 that come',
    { timeout: 180_000 },
    async (operation) => {
      const few = await askedByStream(operation, 5);
      const many = await askedByStream(operation, 50);
      for (const sql of many.flat()) judged.add(sql);
      expect(
        many.map(({ length }) => length),
        [...few.flat(), '', ...many.flat()].join('\n'),
      ).toEqual(few.map(({ length }) => length));
    },
  );

  it('[PG8] ends somewhere: no list without a LIMIT, no sum over a whole table', () => {
    expect(judged.size).toBeGreaterThan(60);
    const excused = new Set<string>();
    const faults = [...judged].flatMap((sql) => {
      const [reason] =
        Object.entries(known).find(([, pattern]) => pattern.test(sql.trim().replaceAll(/\s+/g, ' '))) ?? [];
      const found = faultsOf(sql, indexes);
      if (reason && found.length > 0) excused.add(reason);
      return reason ? [] : found.map((fault) => `${fault}: ${sql}`);
    });
    expect(faults.join('\n\n')).toBe('');
    // What is not asked any more needs no excuse.
    expect([...excused].toSorted()).toEqual(Object.keys(known).toSorted());
  });
});

/** As if everything in the group had just been said, and it had been renamed as often. */
async function happen({ owner, threadId, messages }: Scene): Promise<void> {
  const to = { threadId, actorId: owner.id };
  await world.prisma.event.createMany({
    data: messages
      .filter((message) => message.threadId === threadId)
      .flatMap(({ id }) => [
        { ...to, kind: 'MESSAGE_ADDED' as const, messageId: id },
        { ...to, kind: 'GROUP_RENAMED' as const },
      ]),
  });
  await settled(world);
}

async function missed(s: Scene): Promise<{ after: string }> {
  const after = world.log.seal(await world.log.head());
  await happen(s);
  return { after };
}

/** What a subscription asks while it catches up, and while it tells what happens. */
async function askedByStream(operation: Operation, size: number): Promise<string[][]> {
  const { name, document } = operation;
  const s = await plant(size);
  const head = await world.log.head();
  const hub = new Hub(world.sql, world.log, head);
  const { after } = await missed(s);
  const resumes = operation.definition.variableDefinitions?.some(
    ({ variable }) => variable.name.value === 'after',
  );
  const variableValues = { ...given(operation, s, null), ...(resumes && { after }) };
  const contextValue = { ...(await s.owner.context()), live: hub, typing, presence };

  const starting = asked.length;
  const operationOfStream = { schema, document, operationName: name, variableValues };
  const stream = await createSourceEventStream({ ...operationOfStream, contextValue });
  if (!(Symbol.asyncIterator in stream))
    throw new Error(`${name} is refused: ${JSON.stringify(stream.errors)}`);
  const changes = stream[Symbol.asyncIterator]() as AsyncIterator<LoggedChange | Typists | Presences>;
  // As server/live/answers.ts asks of each.
  const take = async (count: number) => {
    for (let taken = 0; taken < count; taken += 1) {
      const { value } = await changes.next();
      const known = 'rows' in value ? value.rows : null;
      const asking = {
        ...operationOfStream,
        rootValue: value,
        contextValue: { ...contextValue, scope: {}, known },
      };
      assertAnswered(name, await execute(asking));
    }
  };
  if (resumes) await take(size);
  if (ofTheMoment.includes(name)) await take(1);
  const caughtUp = asked.slice(starting);

  await happen(s);
  const telling = asked.length;
  const { events } = await world.log.read(head, 1000);
  await hub.take(events);
  if (!ofTheMoment.includes(name)) await take(size);
  const told = asked.slice(telling);
  await changes.return?.();
  return [caughtUp, told];
}
