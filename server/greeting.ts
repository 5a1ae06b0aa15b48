import type { Config } from './config.ts';
import type { OpenedDatabase } from './database.ts';
import { createLogger } from './logger.ts';

/** What somebody who has just started Parley needs to know; to a machine, one line of the log. */
export function greet(config: Config, port: number, database: OpenedDatabase['kind']): void {
  const address = config.publicUrl ?? `http://localhost:${port}`;
  if (!process.stdout.isTTY) {
    createLogger(config).info({ address, database }, 'Parley is ready');
    return;
  }
  process.stdout.write(`
  Parley is ready.

    Web app    ${address}
    API        ${address}/graphql   (HTTP, server-sent events, graphql-transport-ws)
    GraphiQL   ${address}/graphiql
    Data       ${database === 'embedded' ? config.dataDir : 'PostgreSQL of DATABASE_URL'}

  First: open the web app and create an account. Open it a second time in a private window,
  create another, and write to each other. Stop with Ctrl+C.

`);
}
