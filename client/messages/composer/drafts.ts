import type { Message, Quoted } from '../list/row.ts';

/** What was begun in a thread and not sent. Kept in this browser, for this account, over a reload. */
export interface Draft extends Words {
  /** What lay in its tray; attachments/tray/noted.ts writes it, and finds it again. */
  readonly files: readonly NotedFile[];
}

export interface Words {
  readonly body: string;
  /** What they answer, as it is quoted: it may be far from what is loaded when they are sent. */
  readonly replyTo: Quoted | null;
  /** A change to a message, beside them. */
  readonly edit: Edit | null;
}

export interface Edit {
  /** As it was when the change was begun. */
  readonly message: Message;
  readonly body: string;
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
const emptyDraft: Draft = { body: '', replyTo: null, edit: null, files: [] };
const listeners = new Set<() => void>();

export function readDraft(account: string, threadId: string): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(account, threadId));
    return text === null ? undefined : asDraft(JSON.parse(text));
  } catch {
    return undefined; // no storage here, or not what was written
  }
}

/** What is not given stays as it is. An empty draft is no draft. False where it cannot be written. */
export function writeDraft(account: string, threadId: string, change: Partial<Draft>): boolean {
  const draft = { ...emptyDraft, ...readDraft(account, threadId), ...change };
  try {
    if (same({ ...draft, body: draft.body.trim() }, emptyDraft))
      localStorage.removeItem(keyOf(account, threadId));
    else localStorage.setItem(keyOf(account, threadId), JSON.stringify(draft));
  } catch {
    return false; // full, or no storage here: the text is still in the composer
  }
  for (const listener of listeners) listener();
  return true;
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
  const { body, replyTo, edit, files } = Object(value) as Partial<Record<keyof Draft, unknown>>;
  if (typeof body !== 'string') return undefined;
  return {
    body,
    replyTo: isMessage(replyTo) ? (replyTo as Quoted) : null,
    edit: isEdit(edit) ? edit : null,
    files: Array.isArray(files) ? files.filter(isNoted) : [],
  };
}

function isEdit(value: unknown): value is Edit {
  const { message, body } = Object(value) as Record<keyof Edit, unknown>;
  return typeof body === 'string' && isMessage(message);
}

/** Enough to be quoted. */
function isMessage(value: unknown): boolean {
  const { id, body, attachments } = Object(value) as Record<keyof Quoted, unknown>;
  return typeof id === 'string' && typeof body === 'string' && Array.isArray(attachments);
}

function isNoted(value: unknown): value is NotedFile {
  const { key, name, contentType, attachmentId } = Object(value) as Record<keyof NotedFile, unknown>;
  return [key, name, contentType, attachmentId ?? ''].every((text) => typeof text === 'string');
}
