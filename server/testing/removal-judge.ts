import pg from 'pg';
import { comparePositions, type Position } from '../../schema/log/event.ts';
import type { Parley } from './parley.ts';
import type { Heard, Race, Told } from './removal-race.ts';

interface Event extends Position {
  kind: string;
  userId: string | null;
  messageId: string | null;
  /** What the message that it is about says in the end. */
  body: string | null;
}

export interface Verdict {
  /** How often somebody was removed. */
  removals: number;
  /** How many changes of the group reached them. */
  reached: number;
  /** Those of them that lie behind a removal, or show what does. */
  leaked: string[];
  /** Ways in which somebody who stayed was not told each change once, in the order of the log. */
  missed: string[];
}

/** Holds what was told against the log: each change by its place, and by when what it shows was written. */
export async function judge(race: Race, parley: Parley): Promise<Verdict> {
  const events = await readLog(race, parley);
  const { log } = parley.instance.contextFor({
    viewer: null,
    cookie: null,
    userAgent: '',
    address: '',
    connection: null,
  });
  const told = [race.removed, race.stayed].flatMap(({ heard }) => heard.flatMap((way) => way.told));
  const places = new Map(
    await Promise.all(told.map(async ({ cursor }) => [cursor, await log.open(cursor)] as const)),
  );
  const placeOf = ({ cursor }: Told) => places.get(cursor) as Position;
  const ofRemoved = events.filter(
    ({ kind, userId }) => userId === race.removed.userId && /^THREAD_(ADDED|LEFT)$/.test(kind),
  );
  const departures = ofRemoved.filter(({ kind }) => kind === 'THREAD_LEFT');

  const whenSaid = ({ id, body, deletedAt }: { id: string; body: string; deletedAt: string | null }) => {
    const kind = deletedAt
      ? 'MESSAGE_DELETED'
      : body.startsWith('edited')
        ? 'MESSAGE_EDITED'
        : 'MESSAGE_ADDED';
    return events.find((event) => event.messageId === id && event.kind === kind);
  };
  const whenNamed = (name: string) =>
    name === 'Group' ? undefined : events.find(({ body }) => body?.endsWith(`“${name}”`));
  /** When the latest of all that it shows was written. */
  const shows = ({ message, thread }: Told): Position[] =>
    [
      message && whenSaid(message),
      message?.replyTo && whenSaid(message.replyTo),
      whenNamed(message?.thread.name ?? thread?.name ?? 'Group'),
    ].filter((event) => event != null);

  const isLeak = (told: Told): boolean => {
    const place = placeOf(told);
    const last = ofRemoved.findLast((event) => comparePositions(event, place) <= 0);
    const isIn = last?.kind === 'THREAD_ADDED' || (last && comparePositions(last, place) === 0);
    const departure = departures.find((event) => comparePositions(event, place) >= 0);
    return !isIn || shows(told).some((shown) => departure && comparePositions(shown, departure) > 0);
  };
  const { heard } = race.removed;
  const after = await log.open(race.start);
  const expected = events
    .filter((event) => comparePositions(event, after) > 0)
    .filter(({ kind, userId }) => !/^THREAD_|^OWN_|^REPLIES_/.test(kind) || userId === race.stayed.userId)
    .map(nameOf);
  const misses = ({ told }: Heard) =>
    JSON.stringify(told.map(placeOf).map(nameOf)) !== JSON.stringify(expected);
  return {
    removals: departures.length,
    reached: heard.reduce((sum, { told }) => sum + told.length, 0),
    leaked: heard.flatMap(({ way, told }) =>
      told.filter(isLeak).map((change) => `${way}: ${JSON.stringify(change)}`),
    ),
    missed: race.stayed.heard.filter(misses).map(({ way }) => way),
  };
}

const nameOf = ({ transaction, id }: Position): string => `${transaction}.${id}`;

async function readLog({ threadId }: Race, parley: Parley): Promise<Event[]> {
  const client = new pg.Client({ connectionString: parley.database.url });
  await client.connect();
  const { rows } = await client.query<
    Omit<Event, 'transaction' | 'id'> & { transaction: string; id: string }
  >(
    `select e.transaction, e.id, e.kind, e."userId", e."messageId", m.body
     from "Event" e left join "Message" m on m.id = e."messageId"
     where e."threadId" = $1 order by e.transaction, e.id`,
    [threadId],
  );
  await client.end();
  return rows.map((row) => ({ ...row, transaction: BigInt(row.transaction), id: BigInt(row.id) }));
}
