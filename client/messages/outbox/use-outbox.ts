import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';

import { requestsOf } from '../../uploads/requests.ts';
import { dropAllPreviews } from '../../uploads/previews.ts';
import { Uploads } from '../../uploads/uploads.ts';
import { Trays } from '../../attachments/tray/trays.ts';
import { connection, unanswered, unsent, waiting } from '../../live/connection.ts';
import { signedOut } from '../../session/signed-out.ts';
import { carrierOf } from './carrier.ts';
import type { OutboxEntry } from './entry.ts';
import { Outbox } from './outbox.ts';
import { withNotes } from './notes.ts';
import { sendMessage } from './send-message.ts';
import { indexedStore, memoryStore, withFallback } from './store.ts';

interface Open {
  readonly client: ApolloClient;
  readonly account: string;
  readonly outbox: Outbox;
  readonly uploads: Uploads;
  readonly trays: Trays;
  readonly close: () => void;
}

/** One outbox for who is signed in, whichever screens are open. */
let open: Open | undefined;

/** The account's outbox. The first call starts it, and it sends what an earlier visit left. */
export function useOutbox(account: string): Outbox {
  return useOpen(account).outbox;
}

/** The account's files that are on their way, those of the outbox and those that are not sent yet. */
export function useUploads(account: string): Pick<Open, 'client' | 'uploads' | 'trays'> {
  return useOpen(account);
}

function useOpen(account: string): Open {
  const client = useApolloClient();
  if (open?.client !== client || open.account !== account) {
    closeOutbox();
    open = start(client, account);
  }
  return open;
}

/** The account's own messages that are on their way, in the order of writing. */
export function useOutboxEntries(outbox: Outbox): readonly OutboxEntry[] {
  return useSyncExternalStore(outbox.subscribe, outbox.entries);
}

function count(entries: readonly OutboxEntry[]): void {
  const left = entries.filter(({ stored }) => stored === undefined);
  unsent.set(left.length);
  waiting.set(left.filter(({ failure }) => failure === null).length);
}

function start(client: ApolloClient, account: string): Open {
  const name = `parley-outbox-${account}`;
  const database = indexedStore(name, () => {
    if (open?.account !== account) return;
    // Gone from under us: another tab has signed out. Whoever is in by now begins anew, and nothing is opened for who was.
    closeOutbox();
    location.reload();
  });
  const store = withNotes(withFallback(database, memoryStore()), name);
  const tabs = new BroadcastChannel(name);
  const uploads = new Uploads({
    ...requestsOf(client),
    exclusively: async (key, signal, work) => {
      if (!('locks' in navigator)) return work();
      await navigator.locks.request(`parley-upload-${key}`, { signal }, work);
    },
    settled: () => outbox.wake(),
  });
  const outbox = new Outbox({
    store,
    carrier: carrierOf(uploads),
    send: (entry) => sendMessage(client, entry),
    // `locks` is missing where the page is not served securely; then two tabs may ask twice, which the ids make harmless.
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
    changed: () => tabs.postMessage('changed'),
  });
  tabs.addEventListener('message', () => void outbox.follow());
  const wake = () => {
    uploads.wake();
    outbox.wake();
  };
  addEventListener('online', wake);
  // A phone sleeps through whatever would have told it.
  document.addEventListener('visibilitychange', wake);
  // The browser asks whether to leave.
  const ask = (event: Event) => {
    if (store.fleeting() || unanswered.get() > 0) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  const leave = [
    outbox.subscribe(() => count(outbox.entries())),
    connection.subscribe(() => {
      if (connection.get() === 'online') wake();
    }),
    signedOut.subscribe(() => {
      if (signedOut.get()) closeOutbox();
    }),
    () => removeEventListener('online', wake),
    () => document.removeEventListener('visibilitychange', wake),
    () => removeEventListener('beforeunload', ask),
    () => tabs.close(),
    () => outbox.stop(),
    () => uploads.stop(),
    dropAllPreviews,
    () => count([]),
  ];
  outbox.wake();
  return {
    client,
    account,
    outbox,
    uploads,
    trays: new Trays(uploads),
    close: () => leave.forEach((step) => step()),
  };
}

function closeOutbox(): void {
  open?.close();
  open = undefined;
}
