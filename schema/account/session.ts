import { createHash, randomBytes } from 'node:crypto';
import type { Prisma, PrismaClient, Session } from '../../prisma/client/client.ts';
import type { Statements } from '../../prisma/statements.ts';
import type { Context, Viewer } from '../context.ts';
import { gather } from '../gather.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { timeOf, type Tx, written } from '../log/write.ts';
import { networkOf } from '../session/network.ts';

const day = 24 * 60 * 60 * 1000;
/** A session ends this long after its beginning, and this long after it was last used. */
export const sessionLife = { absolute: 180 * day, idle: 30 * day };
/** Of one account. Many more would make ending them all a matter of minutes. */
const sessionsAtMost = 100;
/** Last use is noted at most this often: a write for every request would be one too many. */
const touchEvery = `interval '1 minute'`;

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Of an account that has as many as it may, the one that was not used for the longest time ends.
 * @returns the new session and its secret, which exists nowhere else than in what is returned
 */
export async function createSession(
  tx: Tx,
  userId: string,
  { userAgent, address }: Pick<Context, 'userAgent' | 'address'>,
): Promise<{ viewer: Viewer; secret: string }> {
  const tooMany = await tx.session.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    skip: sessionsAtMost - 1,
    take: sessionsAtMost,
    select: { id: true },
  });
  if (tooMany.length > 0) await endSessions(tx, { id: { in: tooMany.map(({ id }) => id) } });
  const secret = randomBytes(16).toString('base64url');
  const now = await timeOf(tx);
  const { id } = await tx.session.create({
    data: {
      id: newId('ses'),
      userId,
      secretHash: hashSecret(secret),
      userAgent: userAgent.slice(0, 300),
      network: networkOf(address),
      expiresAt: new Date(now.getTime() + sessionLife.absolute),
    },
  });
  return { viewer: { userId, sessionId: id }, secret };
}

type Found = Pick<Session, 'id' | 'userId' | 'secretHash'> & { unnoted: boolean };

/** A secret that somebody brought, and from where. */
interface Brought {
  hash: string;
  network: string;
}

/** What `standingAt` says, in the words of the database, whose clock it is. */
const standing = `
  select id, "userId", "secretHash", "lastSeenAt" < now() - ${touchEvery} as unnoted from "Session"
  where "secretHash" = any($1) and "revokedAt" is null
    and "expiresAt" > now() and "lastSeenAt" >= now() - interval '${sessionLife.idle / 1000} seconds'`;

/** One that somebody else is writing to just now is in use, or has ended. */
const touch = `
  update "Session" s set "lastSeenAt" = now(), network = used.network
  from unnest($1::text[], $2::text[]) as used (id, network)
  where s.id = used.id and s.id in (select id from "Session" where id = any($1) for update skip locked)`;

/** Looks sessions up, those that are asked for at once by one statement. */
export class SessionGate {
  readonly #sql: Statements;
  readonly #byHash = gather((brought: readonly Brought[]) => this.#find(brought));

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** Whom a secret stands for, now; null when it is unknown, revoked or has run out. */
  find(secret: string, address: string): Promise<Viewer | null> {
    return this.#byHash({ hash: hashSecret(secret), network: networkOf(address) });
  }

  async #find(brought: readonly Brought[]): Promise<(Viewer | null)[]> {
    const hashes = brought.map(({ hash }) => hash);
    const found = await this.#sql.all<Found>('sessions_standing', standing, [hashes]);
    const used = found.filter(({ unnoted }) => unnoted);
    if (used.length > 0) {
      const networks = new Map(brought.map(({ hash, network }) => [hash, network]));
      await this.#sql.all('sessions_touch', touch, [
        used.map(({ id }) => id),
        used.map(({ secretHash }) => networks.get(secretHash)),
      ]);
    }
    const byHash = new Map(found.map((row) => [row.secretHash, { userId: row.userId, sessionId: row.id }]));
    return hashes.map((hash) => byHash.get(hash) ?? null);
  }
}

/** Which sessions stand, neither revoked nor run out. @param now by the database's clock */
export const standingAt = (now: Date) =>
  ({
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gte: new Date(now.getTime() - sessionLife.idle) },
  }) satisfies Prisma.SessionWhereInput;

/** Notes that sessions are in use. @returns those of them that still stand */
export async function keepSessions(prisma: PrismaClient, sessionIds: string[]): Promise<string[]> {
  const now = await timeOf(prisma);
  const kept = await prisma.session.updateManyAndReturn({
    where: { id: { in: sessionIds }, ...standingAt(now) },
    data: { lastSeenAt: now },
    select: { id: true },
  });
  return kept.map(({ id }) => id);
}

/** @returns those of some sessions that have not been ended */
export async function unrevoked(prisma: PrismaClient, sessionIds: string[]): Promise<string[]> {
  const found = await prisma.session.findMany({
    where: { id: { in: sessionIds }, revokedAt: null },
    select: { id: true },
    take: sessionIds.length,
  });
  return found.map(({ id }) => id);
}

/** Ends a session for good. The log tells every instance, which closes the session's sockets. */
export async function revokeSession(ctx: Context, { sessionId }: Viewer): Promise<void> {
  await ctx.prisma.$transaction((tx) => endSessions(tx, { id: sessionId }));
  written(ctx);
}

/** The same of several, in somebody's transaction. @returns how many there were */
export async function endSessions(tx: Tx, which: Prisma.SessionWhereInput): Promise<number> {
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: await timeOf(tx) },
    select: { id: true, userId: true },
  });
  await append(
    tx,
    ...ended.map(({ id: sessionId, userId }) => ({ kind: 'SESSION_REVOKED' as const, sessionId, userId })),
  );
  return ended.length;
}
