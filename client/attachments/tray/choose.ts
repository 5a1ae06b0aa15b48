import { FileLimitDocument } from '../../generated/uploads.ts';
import { toast } from '../../ui/toast.tsx';
import { readLocalFile } from '../../uploads/local-file.ts';
import { formatSize } from '../shown/words.ts';
import { filesAtMost, type Place, roomIn } from './trays.ts';

/** Puts what was chosen into a thread's tray, as far as there is room, and sets out with it: but for what is known to be too large. */
export async function choose(place: Place, chosen: readonly File[]): Promise<void> {
  const { client, uploads, trays, threadId } = place;
  // What their row shows once they are sent: the network may be gone by then.
  import('../shown/sending-files.tsx').catch(() => {});
  const read = await Promise.all(chosen.slice(0, roomIn(place)).map((file) => readLocalFile(file)));
  if (uploads.stopped) return;
  // Others may have been added meanwhile.
  const added = read.slice(0, roomIn(place));
  if (added.length < chosen.length)
    toast(`A message carries at most ${filesAtMost} files. The rest was left out.`);
  trays.put(threadId, [...trays.filesOf(threadId), ...added]);
  // It came with the first screen; where it is not here, the server says so of each file.
  const limit = client.readQuery({ query: FileLimitDocument })?.fileLimit ?? Infinity;
  for (const file of added) {
    if (file.blob.size > limit) uploads.refuse(file, `Larger than ${formatSize(limit)}`);
    else uploads.start(file, { fresh: true });
  }
}
