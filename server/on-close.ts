import type { Writable } from 'node:stream';

/** Acts when an answer or a connection is over, or its reader has gone: at once where that was before. */
export function onClose(open: Pick<Writable, 'closed' | 'once'>, act: () => void): void {
  if (open.closed) act();
  else open.once('close', act);
}
