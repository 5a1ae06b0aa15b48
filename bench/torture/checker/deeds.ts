import type { Entry } from '../history.ts';
import type { StoredMessage, Witness } from './evidence.ts';
import { listed } from './listed.ts';
import type { Stored } from './stored.ts';
import type { Found, Verdict } from './verdict.ts';

interface Sending {
  author: string;
  thread: string;
  invoked: number;
  acknowledged: number | null;
}

/** What clients did, by what they wrote down. */
export interface Deeds {
  /** By body: every message that is sent says something else. */
  sendings: Map<string, Sending>;
  /** When each was removed or left, for certain, as it was asked for: "thread user". */
  left: Map<string, number[]>;
  /** How often each was added, for certain: "thread user". */
  added: Map<string, number>;
  /** How often each was done to each thread, for certain: "kind thread". */
  changed: Map<string, number>;
  /** From when to when somebody was certainly not in a thread: "thread user". */
  away: Map<string, { from: number; to: number }[]>;
}

export async function readDeeds(
  witnesses: Witness[],
  stored: Stored,
  verdict: Verdict,
  found: Found,
): Promise<Deeds> {
  const sendings = new Map<string, Sending>();
  const asked = new Map<string, Asked>();
  const answered = new Map<string, number>();
  for (const { user, history } of witnesses) {
    for await (const entry of history()) {
      if (entry.is === 'send' && !sendings.has(entry.body)) {
        sendings.set(entry.body, {
          author: user,
          thread: entry.thread,
          invoked: entry.t,
          acknowledged: null,
        });
        verdict.sends.invoked += 1;
      } else if (entry.is === 'sent') {
        const sending = sendings.get(entry.body);
        if (sending) sending.acknowledged ??= entry.t;
        verdict.sends.acknowledged += 1;
        const message = stored.byId.get(entry.id);
        if (!message || message.body !== entry.body)
          found('lost', `"${entry.body}" (${entry.id}) of ${user}`);
        else if (message.seq !== entry.seq) {
          found(
            'non-monotonic',
            `"${entry.body}" was acknowledged at ${entry.seq} and stands at ${message.seq}`,
          );
        }
      } else if (entry.is === 'refused') {
        verdict.sends.refused += 1;
        const message = stored.byBody.get(entry.body);
        // Who has left meanwhile is told so, and not whether an earlier try was stored.
        const isExplained = entry.tries > 1 && entry.code === 'NOT_FOUND';
        if (message && !(isExplained && hasLeftSince(user, message, stored)))
          found('phantom', `"${entry.body}" was refused (${entry.code}) and is stored`);
      } else if (isAsked(entry)) {
        if (!asked.has(entry.key)) asked.set(entry.key, entry);
      } else if (entry.is === 'done') answered.set(entry.key, entry.t);
    }
  }
  verdict.sends.unknown = verdict.sends.invoked - verdict.sends.acknowledged - verdict.sends.refused;

  const left = new Map<string, number[]>();
  const added = new Map<string, number>();
  const changed = new Map<string, number>();
  const away = new Map<string, { from: number; to: number }[]>();
  for (const deed of [...asked.values()].toSorted((a, b) => a.t - b.t)) {
    const done = answered.get(deed.key);
    if (deed.is === 'change') {
      const what = `${deed.kind} ${deed.thread}`;
      if (done !== undefined) changed.set(what, (changed.get(what) ?? 0) + 1);
      continue;
    }
    const key = `${deed.thread} ${deed.user}`;
    if (deed.is === 'add') {
      const last = away.get(key)?.at(-1);
      if (last) last.to = Math.min(last.to, deed.t);
      if (done !== undefined) added.set(key, (added.get(key) ?? 0) + 1);
    } else if (done !== undefined) {
      listed(left, key).push(deed.t);
      listed(away, key).push({ from: done, to: Infinity });
    }
  }
  return { sendings, left, added, changed, away };
}

type Asked = Extract<Entry, { is: 'remove' | 'leave' | 'add' | 'change' }>;
const isAsked = (entry: Entry): entry is Asked =>
  entry.is === 'remove' || entry.is === 'leave' || entry.is === 'add' || entry.is === 'change';

function hasLeftSince(user: string, { id, thread }: StoredMessage, stored: Stored): boolean {
  const place = stored.placeOf.get(id) ?? Infinity;
  return (
    stored
      .staysOf(user)
      .get(thread)
      ?.some(({ to }) => place < to && to < Infinity) ?? false
  );
}
