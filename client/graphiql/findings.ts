/** What the answers so far have shown, for the examples that need it. */
export interface Findings {
  /** For who signs up: random, and another one after a reload. */
  password: string;
  viewerId?: string;
  friendId?: string;
  threadId?: string;
  cursor?: string;
}

export function nothingFound(): Findings {
  return { password: crypto.randomUUID() };
}

/** What was known, and what this answer adds. */
export function learn(known: Findings, data: unknown): Findings {
  const entered = at(data, 'signUp', 'viewer') ?? at(data, 'signIn', 'viewer');
  const viewerId = text(at(entered ?? at(data, 'viewer'), 'id')) ?? known.viewerId;
  const found: Partial<Findings> = {
    viewerId,
    // Who signed up before the viewer did is somebody to talk to, and so is anybody else who is listed.
    friendId: entered ? known.viewerId : (known.friendId ?? others(data, viewerId)[0]),
    threadId: text(at(data, 'startDirectThread', 'thread', 'id')),
    cursor: text(at(data, 'cursor')),
  };
  return { ...known, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)) };
}

/** The same variables, with what is known in place of `<name>`. */
export function fillIn(variables: string, findings: Findings): string {
  return Object.entries(findings).reduce(
    (filled, [name, value]) => filled.replaceAll(`<${name}>`, value),
    variables,
  );
}

function others(data: unknown, viewerId: string | undefined): string[] {
  const edges = at(data, 'users', 'edges');
  if (!Array.isArray(edges)) return [];
  const ids = edges.map((edge) => text(at(edge, 'node', 'id')));
  return ids.filter((id) => id !== undefined && id !== viewerId) as string[];
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
