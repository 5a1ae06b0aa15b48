import type { Connection, Context } from '../context.ts';
import { refuse } from '../errors.ts';

/** What a server would bring, and what was asked of it. */
export interface Fakes {
  /** How often the bus was told that there is more. */
  hints: { count: number };
  /** What was said to those who see who types. */
  typed: { threadId: string; userId: string; typing: boolean; connection: Connection | null }[];
  /** What was counted by the throttle; it refuses while `closed`. */
  tries: { closed: boolean; spent: string[]; refunded: string[] };
  /** By which people ask. */
  socket: Connection;
  parts: Pick<
    Context,
    'announce' | 'throttle' | 'live' | 'typing' | 'presence' | 'publicUrl' | 'seal' | 'files'
  >;
}

const megabyte = 1024 * 1024;

export function fakes(): Fakes {
  const hints = { count: 0 };
  const typed: Fakes['typed'] = [];
  const tries: Fakes['tries'] = { closed: false, spent: [], refunded: [] };
  return {
    hints,
    typed,
    tries,
    socket: { onClose: () => {}, giveUp: () => {} },
    parts: {
      announce: () => void (hints.count += 1),
      throttle: {
        spend: async (rule, key) => {
          tries.spent.push(`${rule} ${key}`);
          if (tries.closed) throw refuse('RATE_LIMITED', 'Too many tries.', { retryAfter: 60 });
        },
        noteWrong: () => {},
        refund: async (rule, key) => void tries.refunded.push(`${rule} ${key}`),
      },
      live: { follow: async () => nothing },
      typing: {
        set: (threadId, userId, typing, connection) =>
          void typed.push({ threadId, userId, typing, connection }),
        follow: async () => nothing,
      },
      presence: {
        set: () => {},
        of: (_viewer, userIds) =>
          userIds.map((userId) => ({ userId, state: 'OFFLINE' as const, shown: true })),
        follow: async () => nothing,
      },
      publicUrl: () => 'https://parley.example',
      files: {
        limits: { file: 25 * megabyte, account: 100 * megabyte },
        urlOf: (id) => `https://parley.example/files/${id}`,
        headers: [{ name: 'x-parley-csrf', value: '1' }],
        sweep: () => {},
      },
      seal: {
        seal: async (text) => `sealed:${Buffer.from(text).toString('hex')}`,
        open: async (sealed) => Buffer.from(sealed.slice('sealed:'.length), 'hex').toString(),
      },
    },
  };
}

/** A stream that ends at once: what streams tell is the server's, and tested there. */
const nothing: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
};
