import type { EventKind } from '../../prisma/client/enums.ts';

export type { EventKind };

/** A place in the log: events are ordered by transaction, then by id. */
export interface Position {
  transaction: bigint;
  id: bigint;
}

/** One entry of the log. Which ids are set depends on the kind; see LV in SPEC.md. */
export interface LogEvent extends Position {
  kind: EventKind;
  at: Date;
  threadId: string | null;
  messageId: string | null;
  actorId: string | null;
  userId: string | null;
  sessionId: string | null;
  emoji: string | null;
}

export function comparePositions(a: Position, b: Position): number {
  if (a.transaction !== b.transaction) return a.transaction < b.transaction ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}
