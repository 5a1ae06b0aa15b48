import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { PrismaPg } from '@prisma/adapter-pg';
import { createPubSub } from 'graphql-yoga';
import { v7 } from 'uuid';
import { type Message, PrismaClient } from '../../prisma/client/client.ts';
import { getDatamodel, type default as PrismaTypes } from '../../prisma/pothos.ts';
import { listen } from './listen.ts';
import { serveYoga } from './serve-yoga.ts';

// Yoga, Pothos and Prisma as their documentation puts them together: relations and connections by the plugin, an
// interactive transaction for what belongs together, Yoga's own pub/sub for what is live. No sessions: who asks is
// believed.

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env['DATABASE_URL'] ?? '', max: 20 }),
  // What waits for a crowd is slow, and must not fail for it.
  transactionOptions: { maxWait: 60_000, timeout: 60_000 },
});
const pubSub = createPubSub<{ message: [room: string, message: Message] }>();

const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Context: { userId: string };
}>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: prisma, dmmf: getDatamodel() },
  // Parley's own schema loads this plugin, and with it its types; here it is not among the plugins.
  scopeAuth: { authScopes: () => ({}) },
});

const User = builder.prismaObject('User', {
  fields: (t) => ({ id: t.exposeID('id'), displayName: t.exposeString('displayName') }),
});

builder.prismaObject('Message', {
  fields: (t) => ({
    id: t.exposeID('id'),
    seq: t.exposeInt('seq'),
    body: t.exposeString('body'),
    createdAt: t.string({ resolve: (message) => message.createdAt.toISOString() }),
    thread: t.relation('thread'),
    author: t.prismaField({
      type: User,
      nullable: true,
      resolve: (query, { authorId }) =>
        authorId === null ? null : prisma.user.findUnique({ ...query, where: { id: authorId } }),
    }),
  }),
});

builder.prismaObject('Thread', {
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.string({ resolve: ({ kind }) => kind }),
    name: t.exposeString('name', { nullable: true }),
    lastMessages: t.relation('messages', { query: { orderBy: { seq: 'desc' }, take: 1 } }),
    unreadCount: t.int({
      select: (_args, { userId }) => ({ participants: { where: { userId } } }),
      resolve: ({ id, participants: [own] }) =>
        prisma.message.count({ where: { threadId: id, seq: { gt: own?.lastReadSeq ?? 0 } } }),
    }),
  }),
});

builder.queryType({
  fields: (t) => ({
    thread: t.prismaField({
      type: 'Thread',
      nullable: true,
      args: { id: t.arg.string({ required: true }) },
      resolve: (query, _root, { id }, { userId }) =>
        prisma.thread.findFirst({ ...query, where: { id, participants: { some: { userId } } } }),
    }),
    // A connection of its own: the plugin's related one reads the whole thread for each page.
    messages: t.prismaConnection({
      type: 'Message',
      cursor: 'id',
      args: { threadId: t.arg.string({ required: true }) },
      resolve: (query, _root, { threadId }, { userId }) =>
        prisma.message.findMany({
          ...query,
          where: { threadId, thread: { participants: { some: { userId } } } },
          orderBy: { seq: 'desc' },
        }),
    }),
    threads: t.prismaConnection({
      type: 'Thread',
      cursor: 'id',
      resolve: (query, _root, _args, { userId }) =>
        prisma.thread.findMany({
          ...query,
          where: { participants: { some: { userId } } },
          orderBy: { lastActivityAt: 'desc' },
        }),
    }),
  }),
});

builder.mutationType({
  fields: (t) => ({
    sendMessage: t.prismaField({
      type: 'Message',
      args: { threadId: t.arg.string({ required: true }), body: t.arg.string({ required: true }) },
      resolve: async (query, _root, { threadId, body }, { userId }) => {
        const message = await prisma.$transaction(async (tx) => {
          await tx.participant.findUniqueOrThrow({ where: { threadId_userId: { threadId, userId } } });
          const { lastSeq } = await tx.thread.update({
            where: { id: threadId },
            data: { lastSeq: { increment: 1 }, lastActivityAt: new Date() },
          });
          const id = `msg_${v7()}`;
          await tx.thread.update({ where: { id: threadId }, data: { lastMessageId: id } });
          return tx.message.create({
            ...query,
            data: { id, threadId, seq: lastSeq, authorId: userId, body },
          });
        });
        pubSub.publish('message', threadId, message);
        return message;
      },
    }),
  }),
});

builder.subscriptionType({
  fields: (t) => ({
    messageAdded: t.prismaField({
      type: 'Message',
      args: { room: t.arg.string({ required: true }) },
      subscribe: (_root, { room }) => pubSub.subscribe('message', room),
      resolve: (query, { id }) => prisma.message.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

const server = createServer();
serveYoga(server, builder.toSchema(), (headers) => ({ userId: headers['x-user'] ?? '' }));
listen(server);
