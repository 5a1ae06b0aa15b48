import DataLoader from 'dataloader';
import type { Rows } from './change/rows.ts';
import type { Context } from './context.ts';
import { refuse } from './errors.ts';

type Loaded<Value> = Value | null | Promise<Value | null>;

export interface Loader<Key, Value> {
  (ctx: Context): { load(key: Key): Loaded<Value> };
  /** Puts a row that is already here where the next load of this scope finds it. */
  prime(ctx: Context, key: Key, value: Value): void;
}

/**
 * Gathers the loads of one tick into one statement and remembers them for `ctx.scope`: a request, or one event of a
 * subscription. A write begins a new scope, so that nothing is read from before it.
 * @param among where a row is found that came with the event which is told; it is given at once, without a promise
 */
export function loader<Key, Value>(
  load: (keys: readonly Key[], ctx: Context) => Promise<ReadonlyMap<string, Value>>,
  nameOf: (key: Key) => string = String,
  among: (known: Rows) => ReadonlyMap<string, Value> = () => nothing,
): Loader<Key, Value> {
  const scopes = new WeakMap<object, DataLoader<Key, Value | null, string>>();
  const gatherer = (ctx: Context) => {
    let found = scopes.get(ctx.scope);
    if (!found) {
      const batch = async (keys: readonly Key[]) => {
        const rows = await load(keys, ctx);
        return keys.map((key) => rows.get(nameOf(key)) ?? null);
      };
      found = new DataLoader(batch, { cacheKeyFn: nameOf, maxBatchSize: 1000 });
      scopes.set(ctx.scope, found);
    }
    return found;
  };
  const of = (ctx: Context) => ({
    load: (key: Key) => (ctx.known && among(ctx.known).get(nameOf(key))) ?? gatherer(ctx).load(key),
  });
  return Object.assign(of, {
    prime: (ctx: Context, key: Key, value: Value) => void gatherer(ctx).prime(key, value),
  });
}

const nothing = new Map<string, never>();

/** Rows by their id, as a loader wants them. */
export const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** What a nullable reference points to. */
export const maybe = <Row>(id: string | null, rows: { load(id: string): Loaded<Row> }): Loaded<Row> =>
  id === null ? null : rows.load(id);

/**
 * A row that a command or an event has just named.
 * @throws NOT_FOUND when somebody else has removed it in between
 */
export const present = <Row>(found: Loaded<Row>): Row | Promise<Row> =>
  found instanceof Promise ? found.then(there) : there(found);

function there<Row>(row: Row | null): Row {
  if (row === null) throw refuse('NOT_FOUND', 'It was there a moment ago, and is gone.');
  return row;
}
