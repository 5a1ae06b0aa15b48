import {
  isQuery,
  nameOf,
  type Query,
  readQuery,
  type Select,
  split,
  type Token,
  tokensOf,
} from './sql-text.ts';

export interface Index {
  columns: string[];
  unique: boolean;
}

/** Of each table. */
export type Indexes = ReadonlyMap<string, readonly Index[]>;

const aggregates =
  /^(count|sum|avg|min|max|array_agg|string_agg|jsonb?_agg|jsonb?_object_agg|bool_and|bool_or|every)$/;

/**
 * What is wrong with a statement. A list ends somewhere: by a LIMIT, or since every table in it is pinned, by a unique
 * index, to values that were given or that come from rows that end somewhere. What is counted or summed up ends there, too.
 * The greatest or least value of an index is one look-up. Who updates or deletes says of which rows, by an index.
 */
export function faultsOf(sql: string, indexes: Indexes): string[] {
  const tokens = tokensOf(sql);
  if (!isQuery(tokens)) return [];
  const query = readQuery(tokens);
  const all = allQueries(tokens);
  const judge = new Judge(indexes, new Map(all.flatMap(({ named }) => [...named])));
  return [
    ...query.selects.flatMap((select) => judge.faultsOfRows(select, query.limited)),
    ...all.flatMap(({ selects }) => selects.flatMap((select) => judge.faultsOfSums(select))),
  ];
}

/** The statement, and every query within. */
function allQueries(tokens: Token[]): Query[] {
  const inner = tokens.flatMap((token) => (Array.isArray(token) ? allQueries(token) : []));
  return isQuery(tokens) ? [readQuery(tokens), ...inner] : inner;
}

class Judge {
  readonly #indexes: Indexes;
  readonly #named: ReadonlyMap<string, Query>;

  constructor(indexes: Indexes, named: ReadonlyMap<string, Query>) {
    this.#indexes = indexes;
    this.#named = named;
  }

  faultsOfRows(select: Select, limited: boolean): string[] {
    const tables = select.from.map(({ name }) => name).join(', ');
    if (select.kind === 'update' || select.kind === 'delete') {
      const [target] = select.from;
      const pins = pinsIn(select).get(target?.alias ?? '');
      const isNarrow = this.#indexesOf(target?.name).some(({ columns: [first = ''] }) => pins?.has(first));
      return isNarrow ? [] : [`${select.kind} of all rows of ${tables}`];
    }
    return limited || this.#ends(select) ? [] : [`list without LIMIT from ${tables}`];
  }

  faultsOfSums(select: Select): string[] {
    const summed = sumsIn(select.list);
    if (summed.length === 0 || this.#rowsEnd(select) || this.#isEndOfIndex(select)) return [];
    return [
      `${summed.join(', ')} over rows without end from ${select.from.map(({ name }) => name).join(', ')}`,
    ];
  }

  #ends(select: Select): boolean {
    return select.limited || (sumsIn(select.list).length > 0 && !select.grouped) || this.#rowsEnd(select);
  }

  #queryEnds({ selects, limited }: Query): boolean {
    return limited || selects.every((select) => this.#ends(select));
  }

  /** Whether what stands behind `from` ends somewhere. */
  #rowsEnd(select: Select): boolean {
    const { from } = select;
    const pins = pinsIn(select);
    const ended = new Set<string>();
    // A table may be pinned by the rows of one that stands behind it.
    for (let before = -1; before < ended.size;) {
      before = ended.size;
      for (const { name, alias, query } of from) {
        const cte = name === null ? undefined : this.#named.get(name);
        const isPinned = (column: string) =>
          pins
            .get(alias)
            ?.get(column)
            ?.some((pin) => pin.every((held) => this.#endsHeld(held, from, ended))) === true;
        const ends =
          name === null || cte
            ? [query, cte].every((inner) => !inner || this.#queryEnds(inner))
            : this.#indexesOf(name).some(({ unique, columns }) => unique && columns.every(isPinned));
        if (ends) ended.add(alias);
      }
    }
    return from.every(({ alias }) => ended.has(alias));
  }

  /** A source that is not of this select is of one around it, which looks at one row at a time. */
  #endsHeld(held: Held, from: Select['from'], ended: ReadonlySet<string>): boolean {
    if (held.by === 'query') return this.#queryEnds(readQuery(held.tokens));
    if (held.by === 'value') return true;
    const { alias } = held;
    return alias !== '' && (ended.has(alias) || !from.some((source) => source.alias === alias));
  }

  #isEndOfIndex({ list, from, conditions }: Select): boolean {
    const [only] = from;
    const [, sum, column] = list;
    return (
      from.length === 1 &&
      conditions.length === 0 &&
      (sum === 'max' || sum === 'min') &&
      Array.isArray(column) &&
      list.length === 3 &&
      this.#indexesOf(only?.name).some(({ columns: [first] }) => first === nameOf(column[0]))
    );
  }

  #indexesOf(table: string | null | undefined): readonly Index[] {
    return this.#indexes.get(table ?? '') ?? [];
  }
}

/** What a column has to equal: a value, a column of another source, or one of the rows of a query. */
type Held = { by: 'value' } | { by: 'source'; alias: string } | { by: 'query'; tokens: Token[] };
/** It equals one of these. */
type Pin = Held[];
/** By alias and column: all of the pins hold. */
type Pins = Map<string, Map<string, Pin[]>>;

const value: Held = { by: 'value' };

function pinsIn({ from, conditions }: Select): Pins {
  const all = merge(conditions.map(pinsOf));
  return new Map(
    // A name without a table in front of it may be anybody's.
    from.map(({ alias }) => [alias, new Map([...(all.get('') ?? []), ...(all.get(alias) ?? [])])]),
  );
}

function pinsOf(condition: Token[]): Pins {
  const [first] = condition;
  if (condition.length === 1 && Array.isArray(first) && !isQuery(first)) return pinsOf(first);
  const either = split(condition, (token) => token === 'or');
  if (either.length > 1) return common(either.map(pinsOf));
  const both = split(condition, (token) => token === 'and');
  if (both.length > 1) return merge(both.map(pinsOf));
  const at = condition.findIndex((token) => token === '=' || token === 'in');
  if (at < 1 || condition.includes('not')) return new Map();
  const [left, right] = [condition.slice(0, at), condition.slice(at + 1)];
  return merge([pin(columnIn(left), heldBy(right)), pin(columnIn(right), heldBy(left))]);
}

function heldBy(tokens: Token[]): Held {
  const query = tokens.find(isQuery);
  if (query) return { by: 'query', tokens: query };
  const column = columnIn(tokens);
  return column ? { by: 'source', alias: column.alias } : value;
}

const pin = (column: Column | null, to: Held): Pins =>
  new Map(column ? [[column.alias, new Map([[column.name, [[to]]]])]] : []);

interface Column {
  /** Empty where none is named. */
  alias: string;
  name: string;
}

function columnIn(tokens: Token[]): Column | null {
  const cast = tokens.indexOf('::');
  const words = (cast < 0 ? tokens : tokens.slice(0, cast)).filter((token) => token !== '.');
  if (words.some((word) => typeof word !== 'string' || !/^["a-z_]/i.test(word))) return null;
  const names = words.flatMap((word) => nameOf(word).split('.')).filter(Boolean);
  const name = names.at(-1);
  return name === undefined ? null : { alias: names.at(-2) ?? '', name };
}

function merge(all: Pins[]): Pins {
  const merged: Pins = new Map();
  for (const [alias, columns] of all.flatMap((each) => [...each])) {
    const into = merged.get(alias) ?? new Map<string, Pin[]>();
    merged.set(alias, into);
    for (const [column, pins] of columns) into.set(column, [...(into.get(column) ?? []), ...pins]);
  }
  return merged;
}

/** What holds in each case: a column that is pinned in all of them equals one of what it equals in each. */
function common([first = new Map(), ...others]: Pins[]): Pins {
  const inAll = (alias: string, column: string): Pin | null => {
    const pins = [first, ...others].map((each) => each.get(alias)?.get(column)?.[0] ?? null);
    return pins.includes(null) ? null : pins.flatMap((each) => each ?? []);
  };
  return new Map(
    [...first].map(([alias, columns]) => [
      alias,
      new Map(
        [...columns.keys()].flatMap((column): [string, Pin[]][] => {
          const pinned = inAll(alias, column);
          return pinned ? [[column, [pinned]]] : [];
        }),
      ),
    ]),
  );
}

/** Also within an expression, but not within a query of its own. */
function sumsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, index) => {
    if (isQuery(token)) return [];
    if (Array.isArray(token)) return sumsIn(token);
    return aggregates.test(token) && Array.isArray(tokens[index + 1]) ? [token] : [];
  });
}
