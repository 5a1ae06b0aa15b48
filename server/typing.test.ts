import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PrismaClient } from '../prisma/client/client.ts';
import type { Connection, Typists } from '../schema/context.ts';
import { LocalBus } from './live/bus.ts';
import { TypingBoard } from './live/typing.ts';

const threadId = 'thr_1';
const viewer = { userId: 'usr_reader', sessionId: 'ses_1' };
/** Everybody is in the thread. */
const prisma = { participant: { findUnique: async () => ({}) } } as unknown as PrismaClient;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function read(board: TypingBoard): Promise<() => Promise<string[]>> {
  const stream = (await board.follow(viewer, threadId))[Symbol.asyncIterator]();
  return async () => ((await stream.next()).value as Typists).userIds;
}

it('[TY2] who types is forgotten after 6 seconds of silence, and not before', async () => {
  const board = new TypingBoard(prisma, new LocalBus());
  const next = await read(board);
  expect(await next()).toEqual([]);
  board.set(threadId, 'usr_a', true, null);
  expect(await next()).toEqual(['usr_a']);
  vi.advanceTimersByTime(5000);
  board.set(threadId, 'usr_a', true, null);
  vi.advanceTimersByTime(5999);
  board.set(threadId, 'usr_b', true, null);
  expect(await next()).toEqual(['usr_a', 'usr_b']);
  vi.advanceTimersByTime(1);
  expect(await next()).toEqual(['usr_b']);
  vi.advanceTimersByTime(5999);
  expect(await next()).toEqual([]);
});

it('[TY2] who types is forgotten when their socket drops, in every thread', async () => {
  const board = new TypingBoard(prisma, new LocalBus());
  const next = await read(board);
  const closes: (() => void)[] = [];
  const connection: Connection = { onClose: (listener) => void closes.push(listener), giveUp: () => {} };
  board.set('thr_2', 'usr_a', true, connection);
  board.set(threadId, 'usr_a', true, connection);
  expect([await next(), await next()]).toEqual([[], ['usr_a']]);
  for (const close of closes) close();
  expect(await next()).toEqual([]);
});
