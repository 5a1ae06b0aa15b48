import DataLoader from 'dataloader';
import type { Rows } from './change/rows.ts';
import type { Context } from './context.ts';
import { refuse } from './errors.ts';

type Found<Value> = Value | null | Promise<Value | null>;

/** How rows of one kind are found. */
interface Source<Key, Value> {
  load(keys: readonly Key[], ctx: Context): Promise<ReadonlyMap<string, Value>>;
  nameOf(key: Key): string;
  among(known: Rows): ReadonlyMap<string, Value>;
}

/** The rows of one kind that one scope has asked for. */
class Loaded<Key, Value> {
  readonly #source: Source<Key, Value>;
  readonly #known: ReadonlyMap<string, Value>;
  /** What has come; null for what is missing. */
  readonly #here = new Map<string, Value | null>();
  readonly #onTheWay: DataLoader<Key, Value | null, string>;

  constructor(source: Source<Key, Value>, ctx: Context) {
    this.#source = source;
    this.#known = ctx.known ? source.among(ctx.known) : nothing;
    this.#onTheWay = new DataLoader((keys) => this.#read(keys, ctx), {
      cacheKeyFn: source.nameOf,
      maxBatchSize: 1000,
    });
  }

  /** At once what is here; a promise costs more than all that is done with the row. */
  load(key: Key): Found<Value> {
    const name = this.#source.nameOf(key);
    const found = this.#known.get(name) ?? this.#here.get(name);
    return found === undefined ? this.#onTheWay.load(key) : found;
  }

  /** Reads what will be asked for next, so that it is here by then. */
  async ahead(keys: Iterable<Key>): Promise<void> {
    await Promise.all(Array.from(new Set(keys), async (key) => this.load(key)));
  }

  /** Puts a row that is already here where the next load of this scope finds it. */
  prime(key: Key, value: Value): void {
    this.#here.set(this.#source.nameOf(key), value);
  }

  async #read(keys: readonly Key[], ctx: Context): Promise<(Value | null)[]> {
    const rows = await this.#source.load(keys, ctx);
    return keys.map((key) => {
      const name = this.#source.nameOf(key);
      const row = rows.get(name) ?? null;
      this.#here.set(name, row);
      return row;
    });
  }
}

/**
 * Gathers the loads of one tick into one statement and remembers them for `ctx.scope`: a request, or one event of a
 * subscription. A write begins a new scope, so that nothing is read from before it.
 * @param among where a row is found that came with the event which is told; it is given at once, without a promise
 */
export function loader<Key, Value>(
  load: Source<Key, Value>['load'],
  nameOf: Source<Key, Value>['nameOf'] = String,
  among: Source<Key, Value>['among'] = () => nothing,
): (ctx: Context) => Loaded<Key, Value> {
  const source = { load, nameOf, among };
  const scopes = new WeakMap<object, Loaded<Key, Value>>();
  return (ctx) => {
    let loaded = scopes.get(ctx.scope);
    if (!loaded) scopes.set(ctx.scope, (loaded = new Loaded(source, ctx)));
    return loaded;
  };
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** Rows by their id, as a loader wants them. */
export const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** What a nullable reference points to. */
export const maybe = <Row>(id: string | null, rows: { load(id: string): Found<Row> }): Found<Row> =>
  id === null ? null : rows.load(id);

/** What is made of a row: at once where the row is here. */
export const whenHere = <Row, Made>(
  found: Found<Row>,
  make: (row: Row | null) => Made,
): Made | Promise<Made> => (found instanceof Promise ? found.then(make) : make(found));

/**
 * A row that a command or an event has just named.
 * @throws NOT_FOUND when somebody else has removed it in between
 */
export const present = <Row>(found: Found<Row>): Row | Promise<Row> => whenHere(found, there);

function there<Row>(row: Row | null): Row {
  if (row === null) throw refuse('NOT_FOUND', 'It was there a moment ago, and is gone.');
  return row;
}
