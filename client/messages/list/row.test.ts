import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../outbox/entry.ts';
import { toRows, type Message, type Person } from './row.ts';
import { deliveryOf } from './ticks.ts';

const person = (id: string): Person => ({
  __typename: 'User',
  id,
  handle: id,
  displayName: id,
  avatarUrl: null,
  bot: false,
});
const ada = person('usr_ada');
const bob = person('usr_bob');

const at = (minutes: number) => new Date(2025, 2, 3, 12, minutes).toISOString();
const message = (seq: number, author: Person | null, minutes: number): Message => ({
  __typename: 'Message',
  id: `msg_${seq}`,
  seq,
  body: String(seq),
  createdAt: at(minutes),
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author,
  replyTo: null,
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
});
const entry = (id: string, minutes: number): OutboxEntry => ({
  id,
  threadId: 'thr_1',
  body: id,
  createdAt: at(minutes),
  replyTo: null,
  failure: null,
});
const flags = (rows: ReturnType<typeof toRows>, flag: 'startsGroup' | 'startsDay' | 'startsUnread') =>
  rows.filter((row) => row[flag]).map((row) => row.message.seq);

describe('rows', () => {
  it('groups one author within five minutes, not across a system line, and system lines with each other', () => {
    const rows = toRows(
      [
        message(1, ada, 0),
        message(2, ada, 4),
        message(3, ada, 9),
        message(4, bob, 9),
        message(5, null, 9),
        message(6, null, 9),
        message(7, bob, 10),
      ],
      [],
      ada,
      undefined,
    );
    expect(flags(rows, 'startsGroup')).toEqual([1, 3, 4, 5, 7]);
  });

  it('begins each day of the reader with its date, and a group with it', () => {
    const rows = toRows(
      [
        message(1, ada, 0),
        message(2, ada, 12 * 60 - 1),
        message(3, ada, 12 * 60),
        message(4, ada, 12 * 60 + 1),
      ],
      [],
      ada,
      undefined,
    );
    expect(flags(rows, 'startsDay')).toEqual([1, 3]);
    expect(flags(rows, 'startsGroup')).toEqual([1, 2, 3]);
  });

  it('puts the divider above the first unread, once, and only where that row is known to be the first', () => {
    const messages = [message(4, ada, 0), message(5, bob, 1), message(6, bob, 1)];
    expect(flags(toRows(messages, [], ada, 5), 'startsUnread')).toEqual([5]);
    expect(flags(toRows(messages, [], ada, 4), 'startsUnread')).toEqual([4]);
    expect(flags(toRows(messages, [], ada, 2), 'startsUnread')).toEqual([]);
    expect(flags(toRows(messages, [], ada, undefined), 'startsUnread')).toEqual([]);
  });

  it('shows what waits after what is stored, in the order of writing, and never twice', () => {
    const stored = [message(1, bob, 0), { ...message(2, ada, 1), id: 'msg_a' }];
    const rows = toRows(stored, [entry('msg_a', 1), entry('msg_b', 1), entry('msg_c', 2)], ada, undefined);
    expect(rows.map((row) => row.message.id)).toEqual(['msg_1', 'msg_a', 'msg_b', 'msg_c']);
    expect(rows.map((row) => row.waiting?.id)).toEqual([undefined, undefined, 'msg_b', 'msg_c']);
    expect(rows.at(-1)?.message.author).toEqual(ada);
  });
});

describe('ticks', () => {
  it('come from how far everybody is', () => {
    const thread = { deliveredSeq: 5, readSeq: 3 };
    expect([3, 4, 5, 6].map((seq) => deliveryOf(seq, thread))).toEqual([
      'read',
      'delivered',
      'delivered',
      'sent',
    ]);
  });
});
