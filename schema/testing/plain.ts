import type { MessageView } from './mutations.ts';
import type { Preferences, State, ThreadFields, ThreadState } from './state.ts';

/** Comparable, in the order of the ids; a message's status follows from its thread. */
export function plain(state: State) {
  const sorted = <Value>(map: Map<string, Value>) =>
    [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return sorted(state).map(({ fields, participants, messages, pinned }) => ({
    ...fields,
    pinned,
    preferences: preferencesOf(fields, participants, messages),
    participants: sorted(participants),
    messages: sorted(messages).map((message) => ({ ...message, status: statusOf(message.seq, fields) })),
  }));
}

/** What is archived comes back by a message, and what is marked unread is over once one has read on. */
function preferencesOf(
  { preferences, viewerParticipant }: ThreadFields,
  participants: ThreadState['participants'],
  messages: ThreadState['messages'],
): Preferences | null {
  if (!preferences) return null;
  const { archivedSeq, unreadWhileReadSeq } = preferences;
  const shown = [...messages.values()].filter(({ onlyInReplies }) => !onlyInReplies);
  const lastSeq = Math.max(0, ...shown.map(({ seq }) => seq));
  const archived = archivedSeq !== null && archivedSeq >= lastSeq;
  if (participants.get(viewerParticipant?.id ?? '')?.lastReadSeq === unreadWhileReadSeq)
    return { ...preferences, archived };
  return { ...preferences, archived, unreadFromSeq: null, unreadWhileReadSeq: null };
}

function statusOf(seq: number, { readSeq, deliveredSeq }: ThreadFields): MessageView['status'] {
  if (seq <= readSeq) return 'READ';
  return seq <= deliveredSeq ? 'DELIVERED' : 'SENT';
}
