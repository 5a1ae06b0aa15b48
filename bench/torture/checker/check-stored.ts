import type { Deeds } from './deeds.ts';
import type { Evidence, StoredMessage } from './evidence.ts';
import type { Stored } from './stored.ts';
import type { Found } from './verdict.ts';

/** What the database holds, judged by itself and by what was acknowledged. */
export function checkStored(evidence: Evidence, stored: Stored, deeds: Deeds, found: Found): void {
  const bodies = new Set<string>();
  for (const { body, author, id, thread } of evidence.messages) {
    if (author === null) continue;
    const sending = deeds.sendings.get(body);
    if (sending?.author !== author || sending.thread !== thread)
      found('phantom', `"${body}" of ${author} in ${thread} was not sent so`);
    // In no log at all: counted below.
    const place = stored.placeOf.get(id);
    if (place !== undefined && !stored.wasThere(author, thread, place))
      found('after removal', `${author} wrote "${body}" in ${thread}`);
    if (bodies.has(body)) found('duplicate', `"${body}" is stored twice, once as ${id}`);
    bodies.add(body);
  }
  for (const [thread, messages] of stored.threads) checkThread(thread, messages, stored, deeds, found);

  checkChanges(evidence, deeds, found);
  const counts = new Map<string, number>();
  const there = new Set<string>();
  for (const { kind, thread, user } of evidence.log) {
    if (kind !== 'THREAD_ADDED' && kind !== 'THREAD_LEFT') continue;
    const key = `${thread} ${user}`;
    counts.set(`${kind} ${key}`, (counts.get(`${kind} ${key}`) ?? 0) + 1);
    if (kind === 'THREAD_ADDED') there.add(key);
    else there.delete(key);
  }
  const kinds = [
    ['THREAD_LEFT', (key: string) => deeds.left.get(key)?.length ?? 0],
    ['THREAD_ADDED', (key: string) => (deeds.added.get(key) ?? 0) + (evidence.founders.has(key) ? 1 : 0)],
  ] as const;
  const everybody = new Set([
    ...there,
    ...deeds.left.keys(),
    ...deeds.added.keys(),
    ...evidence.participants,
  ]);
  for (const key of everybody) {
    for (const [kind, certain] of kinds) {
      const expected = certain(key);
      const logged = counts.get(`${kind} ${key}`) ?? 0;
      if (logged < expected)
        found('lost', `${kind} of ${key}: ${expected} were acknowledged, ${logged} logged`);
      if (logged > expected)
        found('duplicate', `${kind} of ${key}: ${expected} were acknowledged, ${logged} logged`);
    }
    if (there.has(key) && !evidence.participants.has(key))
      found('after removal', `for the log, ${key} is still there`);
    if (!there.has(key) && evidence.participants.has(key))
      found('unseen', `for the log, ${key} is not there`);
  }
}

/** What else was done to threads: each time as often as it was answered. */
function checkChanges({ log }: Evidence, { changed }: Deeds, found: Found): void {
  const logged = new Map<string, number>();
  for (const { kind, thread } of log) {
    const what = `${kind} ${thread}`;
    logged.set(what, (logged.get(what) ?? 0) + 1);
  }
  const kinds = /^(GROUP_RENAMED|MESSAGE_EDITED|REACTION_ADDED) /;
  for (const what of new Set([...changed.keys(), ...[...logged.keys()].filter((key) => kinds.test(key))])) {
    const [expected, count] = [changed.get(what) ?? 0, logged.get(what) ?? 0];
    if (count !== expected)
      found(
        count < expected ? 'lost' : 'duplicate',
        `${what}: ${expected} were acknowledged, ${count} logged`,
      );
  }
}

function checkThread(
  thread: string,
  messages: StoredMessage[],
  stored: Stored,
  deeds: Deeds,
  found: Found,
): void {
  const inOrder = messages.toSorted((a, b) => a.seq - b.seq);
  for (const [index, message] of inOrder.entries()) {
    const before = inOrder[index - 1]?.seq ?? 0;
    if (message.seq === before) found('duplicate', `${thread} holds ${message.seq} twice`);
    else if (message.seq !== before + 1) found('skipped', `${thread} goes from ${before} to ${message.seq}`);
    if (!stored.placeOf.has(message.id)) found('unseen', `${message.id} in ${thread} is in no log`);
  }
  let highest = 0;
  for (const index of stored.toldIn.get(thread) ?? []) {
    const event = stored.log[index];
    if (event?.kind !== 'MESSAGE_ADDED' || event.message === null) continue;
    const id = event.message;
    const seq = stored.byId.get(id)?.seq;
    if (seq === undefined) found('phantom', `the log names ${id}, which is not there`);
    else if (seq < highest) found('out of order', `in the log, ${seq} of ${thread} comes after ${highest}`);
    highest = Math.max(highest, seq ?? 0);
  }

  // Whoever sends after somebody's answer has come stands behind them.
  const mine = inOrder.flatMap(({ body, seq }) => {
    const sending = deeds.sendings.get(body);
    return sending ? [{ seq, ...sending }] : [];
  });
  const answers = mine
    .flatMap(({ acknowledged, seq }) => (acknowledged === null ? [] : [{ at: acknowledged, seq }]))
    .toSorted((a, b) => a.at - b.at);
  let answer = 0;
  let behind = 0;
  for (const { invoked, seq } of mine.toSorted((a, b) => a.invoked - b.invoked)) {
    for (; (answers[answer]?.at ?? Infinity) < invoked; answer += 1)
      behind = Math.max(behind, answers[answer]?.seq ?? 0);
    if (seq < behind)
      found('out of order', `${seq} of ${thread} was sent after ${behind} had been acknowledged`);
  }
}
