import type { ApolloClient } from '@apollo/client';

import { afterError, inTime } from '../../apollo/after-error.ts';
import { WaitingFilesDocument } from '../../generated/uploads.ts';
import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { type NotedFile, readDraft, writeDraft } from '../../messages/composer/drafts.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { lost, type Upload } from '../../uploads/uploads.ts';
import type { Place, Trays } from './trays.ts';

const askAgainMs = 3_000;

/** Of each visit, the threads whose tray is looked after. */
const lookedAfter = new WeakMap<Trays, Set<string>>();

/**
 * What an earlier visit left in a thread's tray is in it again, and from then on what is in it is noted in the thread's draft.
 * A file that had arrived can be sent, for as long as the server keeps it. One that was on its way cannot be read again: it
 * stands there as what it is and holds the message back, so that none goes out without it unnoticed. One that was refused for
 * good is left out, for whoever chose it was told.
 */
export async function lookAfter(place: Place): Promise<void> {
  const { client, account, uploads, trays, threadId } = place;
  const threads = lookedAfter.get(trays) ?? new Set();
  lookedAfter.set(trays, threads);
  if (threads.has(threadId)) return;
  threads.add(threadId);

  const noted = readDraft(account, threadId)?.files ?? [];
  const stored = await waitingFiles(client, noted);
  if (stored === null) return trays.here(threadId);
  const back = noted.map((note) => asFile(note, stored));
  if (back.length > 0) trays.put(threadId, [...back, ...trays.filesOf(threadId)]);
  for (const file of back) {
    if (file.stored) uploads.start(file);
    else uploads.refuse(file, lost);
  }
  trays.here(threadId);

  let last = JSON.stringify(noted);
  const note = () => {
    const files = trays.filesOf(threadId).flatMap((file) => noteOf(file, uploads.stateOf(file.key)));
    const now = JSON.stringify(files);
    if (now !== last) writeDraft(account, threadId, { files });
    last = now;
  };
  note();
  trays.subscribe(note);
  uploads.subscribe(note);
}

/** Those that the server still has, by id; null where it is not going to say so. */
async function waitingFiles(
  client: ApolloClient,
  noted: readonly NotedFile[],
): Promise<Map<string, Attachments_fileFragment> | null> {
  const ids = noted.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (ids.length === 0) return new Map();
  for (;;) {
    try {
      const { data } = await inTime(
        client.query({ query: WaitingFilesDocument, variables: { ids }, fetchPolicy: 'network-only' }),
      );
      const found = data?.nodes.filter((node) => node?.__typename === 'Attachment') ?? [];
      return new Map(found.map((file) => [file.id, file]));
    } catch (error) {
      const after = afterError(error);
      if (after.kind !== 'later') return null;
      const { afterMs = askAgainMs } = after;
      await new Promise((resolve) => setTimeout(resolve, afterMs));
    }
  }
}

function asFile(
  { key, name, contentType, attachmentId }: NotedFile,
  there: ReadonlyMap<string, Attachments_fileFragment>,
): LocalFile {
  const stored = there.get(attachmentId ?? '') ?? null;
  const { width = null, height = null } = stored ?? {};
  return { key, blob: new Blob([]), name, contentType, width, height, stored };
}

function noteOf({ key, name, contentType, stored }: LocalFile, upload: Upload | undefined): NotedFile[] {
  if (upload?.status === 'failed' && upload.final && stored === undefined) return [];
  return [{ key, name, contentType, attachmentId: upload?.status === 'done' ? upload.attachmentId : null }];
}
