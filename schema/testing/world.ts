import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../prisma/client/client.ts';
import { Statements } from '../../prisma/statements.ts';
import { freshDatabase } from '../../prisma/testing.ts';
import { Allowance } from '../allowance.ts';
import type { Context, SignedIn, Viewer } from '../context.ts';
import { newId } from '../id.ts';
import { presentEpoch } from '../log/epoch.ts';
import { Log } from '../log/log.ts';
import { SendGate } from '../message/send-gate.ts';
import { PrivacyRegister } from '../privacy/register.ts';
import { hashPassword } from '../account/password.ts';
import { SessionGate } from '../account/session.ts';
import { ask, type Answer } from './ask.ts';
import { fakes, type Fakes } from './fakes.ts';
import { mutationOf, type Outcome } from './mutations.ts';

/** That of everybody whom `person` makes. */
export const testPassword = 'a password of the tests';
const passwordHash = hashPassword(testPassword);

/** Two files run beside each other, each with several worlds and instances: all together stay below the hundred that a server has. */
const connections = 10;
/** A loaded machine is slow, not broken. */
const patience = { maxWait: 60_000, timeout: 60_000 };

/** A database of one's own with the schema on it, and people to ask it; no server. */
export interface World extends Fakes {
  url: string;
  pool: pg.Pool;
  prisma: PrismaClient;
  sql: Statements;
  log: Log;
  privacy: PrivacyRegister;
  /** Somebody with an account, who is signed in. */
  person(fields?: { handle?: string; displayName?: string }): Promise<Person>;
  people(count: number): Promise<Person[]>;
  /** Somebody of another world on the same database, asking through this one: another instance. */
  as(person: Person): Person;
  /** Somebody who is not signed in, with a cookie jar. */
  browser(): Browser;
  close(): Promise<void>;
}

/** Whoever asks. */
export interface Asker {
  /** What one request is given. */
  context(): Promise<Context>;
  ask<Data = Record<string, unknown>>(
    source: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  /** The data of a query that must succeed. */
  query<Data>(source: string, variables?: Record<string, unknown>, context?: Context): Promise<Data>;
  /** What a mutation gives back, be it its payload or one of its errors. */
  does(mutation: string, input: Record<string, unknown>): Promise<Outcome>;
  /** The payload of a mutation that must succeed. */
  must(mutation: string, input: Record<string, unknown>): Promise<Outcome>;
}

export interface Person extends Asker {
  id: string;
  handle: string;
  displayName: string;
  viewer: Viewer;
  context(): Promise<SignedIn>;
}

export interface Browser extends Asker {
  /** The session's secret, as the cookie holds it. */
  secret: string | null;
}

/**
 * @param beside a world whose database this one shares, as another instance would
 * @param create makes the database where there is none to share
 */
export async function openWorld(beside?: World, create = freshDatabase): Promise<World> {
  const database = beside ? { url: beside.url, drop: async () => {} } : await create();
  const pool = new pg.Pool({ connectionString: database.url, max: connections });
  // Dropping the database ends what is still connected.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: patience });
  const sql = new Statements(pool);
  const log = new Log(prisma, sql, await presentEpoch(prisma));
  const faked = fakes();
  // Instances hear of changes by the log: here they share what they know.
  const privacy = beside?.privacy ?? new PrivacyRegister(prisma);
  const sends = new SendGate(sql);
  const sessions = new SessionGate(sql);

  const contextOf = (viewer: Viewer | null): Context => ({
    prisma,
    sql,
    reader: () => ({ prisma, sql }),
    log,
    viewer,
    scope: {},
    allowance: new Allowance(),
    known: null,
    cookie: null,
    sends,
    headBefore: () => log.head(),
    userAgent: 'test',
    address: '192.0.2.1',
    connection: faked.socket,
    privacy,
    ...faked.parts,
  });

  const asker = (context: () => Promise<Context>): Asker => {
    const self: Asker = {
      context,
      ask: async (source, variables) => ask(await context(), source, variables),
      query: async <Data>(source: string, variables?: Record<string, unknown>, given?: Context) => {
        const { data, errors } = await ask<Data>(given ?? (await context()), source, variables);
        if (errors || !data) throw new Error(`This should have been answered: ${JSON.stringify(errors)}`);
        return data;
      },
      does: async (mutation, input) => {
        const data = await self.query<{ outcome: Outcome }>(mutationOf(mutation), { input });
        return data.outcome;
      },
      must: async (mutation, input) => {
        const outcome = await self.does(mutation, input);
        if (outcome.__typename.endsWith('Payload')) return outcome;
        throw new Error(`${mutation} should have succeeded: ${outcome.__typename} ${outcome.reason}`);
      },
    };
    return self;
  };

  const seated = ({
    id,
    handle,
    displayName,
    viewer,
  }: Pick<Person, 'id' | 'handle' | 'displayName' | 'viewer'>): Person => {
    const context = async () => contextOf(viewer) as SignedIn;
    return { ...asker(context), id, handle, displayName, viewer, context };
  };

  const person: World['person'] = async (fields = {}) => {
    const id = newId('usr');
    const handle = fields.handle ?? `p${id.slice(-12)}`;
    const displayName = fields.displayName ?? handle;
    await prisma.user.create({
      data: { id, handle, displayName, passwordHash: await passwordHash },
    });
    return seated({ id, handle, displayName, viewer: { userId: id, sessionId: newId('ses') } });
  };

  return {
    ...faked,
    url: database.url,
    pool,
    prisma,
    sql,
    log,
    privacy,
    person,
    as: seated,
    people: (count) => Promise.all(Array.from({ length: count }, () => person())),
    browser: () => {
      const browser: Browser = {
        secret: null,
        ...asker(async () => ({
          ...contextOf(browser.secret === null ? null : await sessions.find(browser.secret, '192.0.2.1')),
          connection: null,
          cookie: {
            set: async (secret) => void (browser.secret = secret),
            clear: () => void (browser.secret = null),
          },
        })),
      };
      return browser;
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await database.drop();
    },
  };
}
