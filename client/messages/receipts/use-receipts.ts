import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';

import { afterError } from '../../apollo/after-error.ts';
import { MarkDeliveredDocument, MarkReadDocument } from '../../generated/graphql.ts';
import { ReceiptGatherer } from './gatherer.ts';

type Note = (threadId: string, seq: number) => void;

/** Long enough that a flick through a thread is one receipt, short enough that the author sees it soon. */
const readDelayMs = 500;
const deliveredDelayMs = 1_000;

interface Receipts {
  readonly read: ReceiptGatherer;
  readonly delivered: ReceiptGatherer;
}

/** One gatherer for all screens; it goes with the client. */
const byClient = new WeakMap<ApolloClient, Receipts>();

/** Notes that the viewer has seen a message, and with it all before it. */
export function useReadReceipts(): Note {
  const client = useApolloClient();
  return useMemo(() => {
    const { read } = receiptsOf(client);
    return (threadId, seq) => read.note(threadId, seq);
  }, [client]);
}

/** Where the viewer had read to as they opened a thread. */
export function useBeginReading(): Note {
  const client = useApolloClient();
  return useMemo(() => {
    const { read } = receiptsOf(client);
    return (threadId, seq) => read.begin(threadId, seq);
  }, [client]);
}

/** Notes that a message has reached this device. */
export function useDeliveryReceipts(): Note {
  const client = useApolloClient();
  return useMemo(() => {
    const { delivered } = receiptsOf(client);
    return (threadId, seq) => delivered.note(threadId, seq);
  }, [client]);
}

export function receiptsOf(client: ApolloClient): Receipts {
  let receipts = byClient.get(client);
  if (receipts === undefined) {
    const ask =
      (mutation: typeof MarkReadDocument | typeof MarkDeliveredDocument) => (threadId: string, seq: number) =>
        client.mutate({ mutation, variables: { input: { threadId, seq } } }).then(() => true, isAnswer);
    receipts = {
      read: new ReceiptGatherer(ask(MarkReadDocument), readDelayMs),
      delivered: new ReceiptGatherer(ask(MarkDeliveredDocument), deliveredDelayMs),
    };
    byClient.set(client, receipts);
  }
  return receipts;
}

/** A refusal is an answer: asking again would not change it. "Not now", or no answer, is none. */
const isAnswer = (error: unknown): boolean => afterError(error).kind !== 'later';
