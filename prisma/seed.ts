// `npm run seed`: people, conversations and unread messages to look at. Goes into the database that `npm start` uses, also
// while it runs. A second run finds everything there and changes nothing.
import { PrismaPg } from '@prisma/adapter-pg';
import { parseConfig } from '../server/config.ts';
import { type OpenedDatabase, openDatabase } from '../server/database.ts';
import { joinEmbedded } from '../server/embedded/join.ts';
import { explain } from '../server/explain.ts';
import { createLogger } from '../server/logger.ts';
import { PrismaClient } from './client/client.ts';
import { migrate } from './migrate.ts';
import { password, people, viewer } from './seed-people.ts';
import { plan } from './seed-plan.ts';
import { plant, SeedError } from './seed-plant.ts';
import { talks } from './seed-talk.ts';

let database: Pick<OpenedDatabase, 'url' | 'stop'> | undefined;
try {
  const config = parseConfig(process.env);
  if (config.nodeEnv === 'production')
    throw new SeedError('The demo stays out of production: everybody knows the password of its people.');
  process.stdout.write('Planting the demo …\n');
  const running = config.databaseUrl === undefined ? await joinEmbedded(config.dataDir) : undefined;
  database = running
    ? { url: running, stop: async () => {} }
    : await openDatabase(config, createLogger({ logLevel: 'error' }));
  await migrate(database.url);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
  try {
    tell(await plant(prisma, plan(talks, new Date())));
  } finally {
    await prisma.$disconnect();
  }
} catch (error) {
  process.stderr.write(`${error instanceof SeedError ? error.message : explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await database?.stop();
}

function tell(planted: boolean): void {
  const width = Math.max(...people.map(({ handle }) => handle.length));
  const logins = people.map(({ handle, displayName }) => `    ${handle.padEnd(width)}   ${displayName}`);
  process.stdout.write(`
  ${planted ? 'The demo is in.' : 'The demo is in already; nothing was changed.'} Sign in as "${viewer}" to see the most of it.
  Everybody's password is  ${password}

${logins.join('\n')}

`);
}
