import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { CloseCode, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Message, messageAdded } from './operations.ts';
import type { Session } from './session.ts';

interface Following {
  /** Follow what comes after this place in the log. */
  after: string;
  signal: AbortSignal;
  /** Called whenever a connection stands, first and after each cut. */
  onConnected?: (socket: WebSocket) => void;
}

interface Delivery {
  messageAdded: { cursor: string; message: Message };
}

const attemptsWithoutDelivery = 8;

/**
 * A thread's messages from a place in the log on: each once, in the thread's order, whatever happens to the connection.
 *
 * Every delivery carries the cursor that resumes after it. So a cut needs no catching up of its own: subscribe again
 * with the last cursor, and what was missed comes first.
 */
export async function* followMessages(
  session: Session,
  threadId: string,
  following: Following,
): AsyncGenerator<Message> {
  const { signal } = following;
  let cursor = following.after;

  for (let failures = 0; !signal.aborted; failures++) {
    const variables = { threadId, after: cursor };
    const deliveries = connect(session, following).iterate<Delivery>({ query: messageAdded.text, variables });
    const stop = () => void deliveries.return?.();
    signal.addEventListener('abort', stop);
    try {
      for await (const { data, errors } of deliveries) {
        if (!data) throw refused(errors);
        yield data.messageAdded.message;
        // Only now, when the message has been worked on: what breaks off before is delivered again, not lost.
        cursor = data.messageAdded.cursor;
        failures = 0;
      }
    } catch (error) {
      const ending = Array.isArray(error) ? refused(error) : asError(error);
      if (!isCut(ending) || failures === attemptsWithoutDelivery) throw ending;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    await sleep(Math.min(2 ** failures * 50, 5_000), undefined, { signal }).catch(() => {});
  }
}

function connect(session: Session, { onConnected }: Following) {
  return createClient({
    url: new URL('/graphql', session.server.url).href.replace(/^http/, 'ws'),
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: session.headers });
      }
    },
    // The client's own retries would subscribe with the first cursor again and deliver everything twice.
    retryAttempts: 0,
    // Notices a connection that died without a word.
    keepAlive: 10_000,
    on: { connected: (socket) => onConnected?.(socket as WebSocket) },
  });
}

/** How a stream ended, told so that one can read it: closed with a code, or refused with errors. */
class StreamEnd extends Error {
  override readonly name = 'StreamEnd';
  readonly final: boolean;

  constructor(reason: string, final: boolean) {
    super(`The live stream ended: ${reason}`);
    this.final = final;
  }
}

/** Codes that say "this will never work", unlike a line that broke, a server that restarts or a reader too slow. */
const finalCodes: number[] = [
  CloseCode.BadRequest,
  CloseCode.Unauthorized,
  CloseCode.Forbidden,
  CloseCode.SubprotocolNotAcceptable,
  CloseCode.SubscriberAlreadyExists,
  CloseCode.TooManyInitialisationRequests,
];

/**
 * Errors about the subscription itself, such as RESYNC_REQUIRED: the cursor is too old, so read the pages and start anew.
 * A server that failed says INTERNAL; from the last cursor that may go well.
 */
function refused(errors: readonly GraphQLFormattedError[] = []): StreamEnd {
  return new StreamEnd(
    JSON.stringify(errors),
    !errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL'),
  );
}

function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  // A close event, which says more than the error event before it.
  const { code, reason } = error as Partial<CloseEvent>;
  return new StreamEnd(
    `${code ?? 'no connection'} ${reason ?? ''}`,
    code !== undefined && finalCodes.includes(code),
  );
}

function isCut(error: Error): boolean {
  return !(error instanceof StreamEnd && error.final);
}
