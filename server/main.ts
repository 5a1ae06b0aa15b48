import closeWithGrace from 'close-with-grace';
import { migrate } from '../prisma/migrate.ts';
import { type App, createApp } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { type OpenedDatabase, openDatabase } from './database.ts';
import { DatabaseError } from './embedded/failure.ts';
import { explain } from './explain.ts';
import { greet } from './greeting.ts';
import { createLogger } from './logger.ts';

/** What has crashed is over: caught, such a signal would be raised again and again, as it is at the end of a terminal that was closed. */
const crashes: closeWithGrace.Signals[] = ['SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGSEGV', 'SIGTRAP'];

let database: OpenedDatabase | undefined;
let app: App | undefined;
const starting = start();

/** Of a server that is told to stop while it starts, the start is waited for: nothing must be left running. */
async function stop(): Promise<void> {
  await starting.catch(() => {});
  await app?.stop();
  await database?.stop();
}

async function start(): Promise<void> {
  const config: Config = parseConfig(process.env);
  const logger = createLogger(config);
  closeWithGrace({ delay: 9000, logger, skip: crashes }, async ({ err }) => {
    if (err instanceof DatabaseError) logger.fatal(err.message);
    else if (err) logger.fatal({ err }, 'stopping after an error');
    await stop();
  });
  database = await openDatabase(config, logger);
  void database.lost.then(end);
  await migrate(database.url);
  app = await createApp(config, database.url, logger, restart);
  greet(config, await app.start(), database.kind);
}

/** Whoever keeps the process running starts it again, and it opens the log as it is by then. */
function restart(): void {
  end(new Error('The database was restored or has failed over: Parley has to start again.'));
}

/** By the way of every error that nobody caught. */
function end(why: Error): void {
  setImmediate(() => {
    throw why;
  });
}

try {
  await starting;
} catch (error) {
  await stop().catch(() => {});
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
