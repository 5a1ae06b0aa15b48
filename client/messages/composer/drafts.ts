/** What was begun in a thread and not sent. Kept in this browser, for this account, over a reload. */
export interface Draft {
  readonly body: string;
  readonly replyToId: string | null;
  /** What lay in its tray; attachments/tray/noted.ts writes it, and finds it again. */
  readonly files: readonly NotedFile[];
}

export interface NotedFile {
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  /** What the server calls it; null for what had not arrived there. */
  readonly attachmentId: string | null;
}

/** Names the account, whose entries a sign-out removes. */
const keyOf = (account: string, threadId: string) => `parley-draft:${account}:${threadId}`;
const emptyDraft: Draft = { body: '', replyToId: null, files: [] };
const listeners = new Set<() => void>();

export function readDraft(account: string, threadId: string): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(account, threadId));
    return text === null ? undefined : asDraft(JSON.parse(text));
  } catch {
    return undefined; // no storage here, or not what was written
  }
}

/** What is not given stays as it is. An empty draft is no draft. */
export function writeDraft(account: string, threadId: string, change: Partial<Draft>): void {
  const draft = { ...emptyDraft, ...readDraft(account, threadId), ...change };
  try {
    if (draft.body.trim() === '' && draft.replyToId === null && draft.files.length === 0)
      localStorage.removeItem(keyOf(account, threadId));
    else localStorage.setItem(keyOf(account, threadId), JSON.stringify(draft));
  } catch {
    return; // full, or no storage here: the text is still in the composer
  }
  for (const listener of listeners) listener();
}

/** Calls back when a draft changes, in this tab or another. */
export function subscribeToDrafts(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function asDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null || !('body' in value) || typeof value.body !== 'string')
    return undefined;
  const replyToId = 'replyToId' in value && typeof value.replyToId === 'string' ? value.replyToId : null;
  const files = 'files' in value && Array.isArray(value.files) ? value.files.filter(isNoted) : [];
  return { body: value.body, replyToId, files };
}

function isNoted(value: unknown): value is NotedFile {
  const { key, name, contentType, attachmentId } = Object(value) as Record<keyof NotedFile, unknown>;
  return [key, name, contentType, attachmentId ?? ''].every((text) => typeof text === 'string');
}
