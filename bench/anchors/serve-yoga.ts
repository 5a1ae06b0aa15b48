import type { IncomingHttpHeaders, Server } from 'node:http';
import type { execute, ExecutionArgs, GraphQLSchema, subscribe } from 'graphql';
import { useServer as serveSockets } from 'graphql-ws/use/ws';
import { createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';

type Headers = IncomingHttpHeaders & { 'x-user'?: string };

/** Yoga over HTTP and graphql-ws over sockets, joined as Yoga's documentation says. */
export function serveYoga(
  server: Server,
  schema: GraphQLSchema,
  contextOf: (headers: Headers) => object,
): void {
  const yoga = createYoga({
    schema,
    graphiql: false,
    landingPage: false,
    logging: false,
    context: ({ request }: { request?: Request }) =>
      request ? contextOf(Object.fromEntries(request.headers) as Headers) : {},
  });
  server.on('request', (request, response) => void yoga(request, response));
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  type Operation = ExecutionArgs & Pick<ReturnType<typeof yoga.getEnveloped>, 'execute' | 'subscribe'>;
  serveSockets(
    {
      execute: (args) => (args as Operation).execute(args) as ReturnType<typeof execute>,
      subscribe: (args) => (args as Operation).subscribe(args) as ReturnType<typeof subscribe>,
      onSubscribe: async (ctx, _id, { query, operationName, variables }) => {
        const enveloped = yoga.getEnveloped({});
        const document = enveloped.parse(query);
        const errors = enveloped.validate(enveloped.schema, document);
        if (errors.length > 0) return errors;
        return {
          schema: enveloped.schema,
          operationName,
          document,
          variableValues: variables,
          contextValue: {
            ...(await enveloped.contextFactory()),
            ...contextOf(ctx.extra.request.headers),
          },
          execute: enveloped.execute,
          subscribe: enveloped.subscribe,
        };
      },
    },
    sockets,
  );
}
