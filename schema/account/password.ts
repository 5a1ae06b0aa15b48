import argon2 from 'argon2';
import { refuse } from '../errors.ts';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 40 ms here. */
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing holds a core: two at a time, and a short queue, or sign-ins would starve everything else. */
const atOnce = 2;
const queueLimit = 64;

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (queue.length >= queueLimit) {
      throw refuse('RATE_LIMITED', 'Too many people are signing in. Try again in a moment.', {
        retryAfter: 2,
      });
    }
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => argon2.hash(password, cost));

let dummy: Promise<string> | undefined;

/** Takes as long for a user that does not exist (null) as for one that does. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const against = hash ?? (await dummy);
  const right = await inTurn(() => argon2.verify(against, password));
  return hash !== null && right;
}

export const isOutdated = (hash: string): boolean => argon2.needsRehash(hash, cost);
