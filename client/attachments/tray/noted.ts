import { afterError, inTime } from '../../apollo/after-error.ts';
import { WaitingFilesDocument } from '../../generated/uploads.ts';
import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { type NotedFile, readDraft, subscribeToDrafts, writeDraft } from '../../messages/composer/drafts.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { lost, type Upload } from '../../uploads/uploads.ts';
import { filesAtMost, type Place, type Trays } from './trays.ts';

const askAgainMs = 3_000;

/** Of each visit, the threads whose tray is looked after. */
const lookedAfter = new WeakMap<Trays, Set<string>>();

/**
 * What an earlier visit left in a thread's tray is in it again, and from then on what is in it is noted in the thread's draft.
 * A file that had arrived can be sent, for as long as the server keeps it. One that was on its way cannot be read again: it
 * stands there as what it is and holds the message back, so that none goes out without it unnoticed. One that was refused for
 * good is left out, for whoever chose it was told.
 *
 * Of two tabs each notes what was chosen in it, and what came back goes from one once the other has sent it or taken it out. What
 * one tab is still uploading stands in another that is opened meanwhile as lost, and what is sent from there stays in the tab
 * where it was chosen: sent twice, it is refused.
 */
export async function lookAfter(place: Place): Promise<void> {
  const { account, uploads, trays, threadId } = place;
  const threads = lookedAfter.get(trays) ?? new Set();
  lookedAfter.set(trays, threads);
  if (threads.has(threadId)) return;
  threads.add(threadId);

  const noted = () => readDraft(account, threadId)?.files ?? [];
  const isNoted = ({ key }: { readonly key: string }) => noted().some((note) => note.key === key);
  // Two tabs may have noted more together: the rest comes another time.
  const before = noted().slice(0, filesAtMost);
  const stored = await waitingFiles(place, before);
  if (stored === null || uploads.stopped) return;
  const back = before.filter(isNoted).map((note) => asFile(note, stored));
  if (back.length > 0) trays.put(threadId, [...back, ...trays.filesOf(threadId)]);
  for (const file of back) {
    if (file.stored) uploads.start(file);
    else uploads.refuse(file, lost);
  }
  trays.here(threadId);

  /** What has been in the tray of this tab; other notes are another tab's. */
  const own = new Set(back.map(({ key }) => key));
  let last = JSON.stringify(before.filter(isNoted));
  let following = false;
  const note = () => {
    if (uploads.stopped) return;
    const there = noted();
    const files = trays
      .filesOf(threadId)
      .flatMap((file) =>
        file.stored === undefined
          ? noteOf(file, uploads.stateOf(file.key))
          : there.filter(({ key }) => key === file.key),
      );
    const now = JSON.stringify(files);
    if (now === last) return;
    last = now;
    for (const { key } of files) own.add(key);
    if (!following)
      writeDraft(account, threadId, { files: [...files, ...there.filter(({ key }) => !own.has(key))] });
  };
  // What is gone by another tab's hand is not noted: it may have signed out.
  const follow = () => {
    if (uploads.stopped) return leave();
    following = true;
    for (const file of trays.filesOf(threadId))
      if (file.stored !== undefined && !isNoted(file)) trays.remove(threadId, file.key);
    following = false;
  };
  note();
  trays.subscribe(note);
  uploads.subscribe(note);
  const leave = subscribeToDrafts(follow);
}

/** Those that the server still has, by id; null once nobody is signed in who could ask. */
async function waitingFiles(
  { client, uploads }: Place,
  noted: readonly NotedFile[],
): Promise<Map<string, Attachments_fileFragment> | null> {
  const ids = noted.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (ids.length === 0) return new Map();
  while (!uploads.stopped) {
    try {
      const { data } = await inTime(
        client.query({ query: WaitingFilesDocument, variables: { ids }, fetchPolicy: 'network-only' }),
      );
      const found = data?.nodes.filter((node) => node?.__typename === 'Attachment') ?? [];
      return new Map(found.map((file) => [file.id, file]));
    } catch (error) {
      const after = afterError(error);
      if (after.kind === 'stop') return null;
      // Nothing is known of them, and nothing will be.
      if (after.kind === 'refused') return new Map();
      const { afterMs = askAgainMs } = after;
      await new Promise((resolve) => setTimeout(resolve, afterMs));
    }
  }
  return null;
}

function asFile(
  { key, name, contentType, attachmentId }: NotedFile,
  there: ReadonlyMap<string, Attachments_fileFragment>,
): LocalFile {
  const stored = there.get(attachmentId ?? '') ?? null;
  const { width = null, height = null } = stored ?? {};
  return { key, blob: new Blob([]), name, contentType, width, height, stored };
}

function noteOf({ key, name, contentType }: LocalFile, upload: Upload | undefined): NotedFile[] {
  if (upload?.status === 'failed' && upload.final) return [];
  return [{ key, name, contentType, attachmentId: upload?.status === 'done' ? upload.attachmentId : null }];
}
