/** A word, a name in quotes, a sign; or what stands in parentheses. */
export type Token = string | Token[];

/** One `select … from … where …`, or what an `update` or a `delete` says of rows. */
export interface Select {
  kind: 'select' | 'update' | 'delete' | 'insert';
  /** What is asked for: the list behind `select`. */
  list: Token[];
  from: Source[];
  /** What is said of rows, in `where` and in every `on`: all of it holds. */
  conditions: Token[][];
  grouped: boolean;
  limited: boolean;
}

export interface Source {
  /** A table's or a CTE's name; null for a function's rows and for values. */
  name: string | null;
  alias: string;
  query: Query | null;
}

export interface Query {
  /** Those that a `with` names. */
  named: Map<string, Query>;
  /** More than one where it is a union. */
  selects: Select[];
  /** Of the union as a whole. */
  limited: boolean;
}

const verbs = ['select', 'update', 'delete', 'insert', 'with', 'values'];
const clauses = [
  'from',
  'using',
  'where',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'fetch',
  'for',
  'on',
  'returning',
  'set',
];

export function tokensOf(sql: string): Token[] {
  const signs = sql.match(/--.*|\/\*[^]*?\*\/|"[^"]*"|'(?:[^']|'')*'|\$\d+|[\w.]+|::|[<>=!|]+|\S/g) ?? [];
  const open: Token[][] = [[]];
  for (const sign of signs.filter((each) => !/^(--|\/\*)/.test(each))) {
    if (sign === '(') open.push([]);
    else if (sign === ')') {
      const inner = open.pop() ?? [];
      open.at(-1)?.push(inner);
    } else open.at(-1)?.push(/^["']/.test(sign) ? sign : sign.toLowerCase());
  }
  return open[0] ?? [];
}

const unites = ['union', 'except', 'intersect'];

/** Whether it is a query, or several in parentheses that are made one. */
export function isQuery(token: Token | undefined): token is Token[] {
  if (!Array.isArray(token)) return false;
  const [first, second] = token;
  if (Array.isArray(first))
    return isQuery(first) && (second === undefined || unites.includes(String(second)));
  return verbs.includes(String(first));
}

/** What tokens say that begin with one of the verbs. */
export function readQuery(tokens: Token[]): Query {
  if (tokens.length === 1 && isQuery(tokens[0])) return readQuery(tokens[0]);
  const named = new Map<string, Query>();
  let rest = tokens;
  if (rest[0] === 'with') {
    let at = rest[1] === 'recursive' ? 2 : 1;
    for (;;) {
      const body = rest.findIndex((token, index) => index > at && isQuery(token));
      named.set(nameOf(rest[at]), readQuery(rest[body] as Token[]));
      at = body + 2;
      if (rest[body + 1] !== ',') break;
    }
    rest = rest.slice(at - 1);
  }
  const parts = split(rest, (token) => unites.includes(String(token))).map((part) =>
    part[0] === 'all' ? part.slice(1) : part,
  );
  const selects = parts.flatMap((part) => {
    const inner = part[0];
    return isQuery(inner) ? readQuery(inner).selects : [readSelect(part)];
  });
  // Behind a union of parentheses: `(…) union (…) order by … limit …`.
  const last = parts.at(-1) ?? [];
  return { named, selects, limited: parts.length > 1 && isQuery(last[0]) && last.includes('limit') };
}

function readSelect(tokens: Token[]): Select {
  const [verb] = tokens;
  const kind = verb === 'update' || verb === 'delete' || verb === 'insert' ? verb : 'select';
  if (kind === 'insert') {
    const from = tokens.findIndex((token) => token === 'select' || isQuery(token));
    const values = tokens.includes('values') || from < 0;
    if (values) return { kind, list: tokens, from: [], conditions: [], grouped: false, limited: false };
    return { ...readSelect(isQuery(tokens[from]) ? tokens[from] : tokens.slice(from)), kind };
  }
  const at = new Map<string, Token[]>();
  let name = 'list';
  at.set(name, []);
  for (const [index, token] of tokens.entries()) {
    const distinctOn = token === 'on' && tokens[index - 1] === 'distinct';
    const inFrom = (name === 'from' || name === 'using') && token === 'on';
    if (
      typeof token === 'string' &&
      clauses.includes(token) &&
      !distinctOn &&
      !inFrom &&
      !isOfJoin(tokens, index)
    ) {
      name = token;
      at.set(name, at.get(name) ?? []);
    } else at.get(name)?.push(token);
  }
  // `update "X" as x set …`
  const target = kind === 'update' ? [(at.get('list') ?? []).slice(1)] : [];
  const parts = [
    ...target,
    ...[at.get('from') ?? [], at.get('using') ?? []].flatMap((part) =>
      split(part, (token) => token === ',' || token === 'join'),
    ),
  ].filter((part) => part.length > 0);
  const on = parts.map((part) => part.indexOf('on'));
  return {
    kind,
    list: at.get('list') ?? [],
    from: parts.flatMap((part, index) => readSource(on[index] === -1 ? part : part.slice(0, on[index]))),
    conditions: [
      ...parts.flatMap((part, index) => (on[index] === -1 ? [] : [ofJoin(part.slice((on[index] ?? 0) + 1))])),
      ...(at.has('where') ? [at.get('where') ?? []] : []),
    ],
    grouped: at.has('group'),
    limited: at.has('limit') || at.has('fetch'),
  };
}

/** `from` of `is distinct from`. */
const isOfJoin = (tokens: Token[], index: number): boolean =>
  tokens[index] === 'from' && tokens[index - 1] === 'distinct';

/** Words that say how the next source is joined stand behind the condition of this one. */
const ofJoin = (tokens: Token[]): Token[] =>
  tokens.filter((token) => !['left', 'right', 'inner', 'outer', 'full', 'cross'].includes(String(token)));

function readSource(tokens: Token[]): Source[] {
  const words = ofJoin(tokens).filter((token) => token !== 'lateral' && token !== 'as' && token !== 'only');
  const [first, second] = words;
  if (Array.isArray(first))
    return [{ name: null, alias: nameOf(second), query: isQuery(first) ? readQuery(first) : null }];
  let end = 1;
  while (words[end] === '.') end += 2;
  const name = nameOf(words[end - 1]);
  const last = words.findLast((token) => !Array.isArray(token));
  if (Array.isArray(words[end])) return [{ name: null, alias: nameOf(last), query: null }];
  return [{ name, alias: words[end] === undefined ? name : nameOf(words[end]), query: null }];
}

export const nameOf = (token: Token | undefined): string =>
  typeof token === 'string' ? token.replaceAll('"', '') : '';

/** At each token that separates, which is left out. */
export function split(tokens: readonly Token[], separates: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (separates(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
