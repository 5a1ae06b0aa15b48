import { createServer } from 'node:http';
import { createPubSub, createSchema } from 'graphql-yoga';
import { listen } from './listen.ts';
import { serveYoga } from './serve-yoga.ts';

// Yoga and graphql-ws with Yoga's own pub/sub, and everything in memory.

interface Message {
  id: string;
  seq: number;
  body: string;
  createdAt: string;
  author: { id: string; displayName: string };
}

const pubSub = createPubSub<{ message: [room: string, message: Message] }>();
let seq = 0;

const schema = createSchema({
  typeDefs: /* GraphQL */ `
    type User {
      id: ID!
      displayName: String!
    }
    type Message {
      id: ID!
      seq: Int!
      body: String!
      createdAt: String!
      author: User!
    }
    type Query {
      ok: Boolean!
    }
    type Mutation {
      sendMessage(room: String!, body: String!): Message!
    }
    type Subscription {
      messageAdded(room: String!): Message!
    }
  `,
  resolvers: {
    Query: { ok: () => true },
    Mutation: {
      sendMessage: (_root, { room, body }: { room: string; body: string }) => {
        seq += 1;
        const id = `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
        const author = { id: `usr_${id}`, displayName: 'Person 1' };
        const message = { id: `msg_${id}`, seq, body, createdAt: new Date().toISOString(), author };
        pubSub.publish('message', room, message);
        return message;
      },
    },
    Subscription: {
      messageAdded: {
        subscribe: (_root, { room }: { room: string }) => pubSub.subscribe('message', room),
        resolve: (message: Message) => message,
      },
    },
  },
});

const server = createServer();
serveYoga(server, schema, () => ({}));
listen(server);
