/** How a request about a file's bytes ended. */
export type Answer =
  /** All of it is there. */
  | { readonly kind: 'complete' }
  /** So many bytes are there. */
  | { readonly kind: 'more'; readonly offset: number }
  /** The place is no more. */
  | { readonly kind: 'gone' }
  /** These bytes will never be taken; `final`: nor will the file if it is sent anew. */
  | { readonly kind: 'refused'; readonly reason: string; readonly final?: boolean }
  /** No answer, or "not now". */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** Signed out. */
  | { readonly kind: 'stop' };

export interface Wire {
  /** How much the server has. */
  ask(url: string): Promise<Answer>;
  /** Sends what lies behind `offset`; a cut is a `later`. */
  put(url: string, sending: Sending): Promise<Answer>;
}

export interface Sending {
  readonly bytes: Blob;
  readonly offset: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** A line on which nothing moves for this long is cut, and the upload goes on on another. */
const silenceMs = 30_000;
/** Once it has all bytes the server looks at them, which takes a while for a large picture. */
const finishMs = 120_000;

export const wire: Wire = {
  async ask(url) {
    try {
      const { status, headers } = await fetch(url, { method: 'HEAD', cache: 'no-store' });
      if (status !== 200) return answerTo(status, headers.get('retry-after'), '');
      const complete = headers.get('upload-complete');
      const offset = Number(headers.get('upload-offset'));
      // What is in a message already is told like any file, without a word about its upload.
      return complete === '?0' ? { kind: 'more', offset } : { kind: 'complete' };
    } catch {
      return { kind: 'later' };
    }
  },

  put: (url, { bytes, offset, headers, onSent, signal }) =>
    new Promise((resolve) => {
      // fetch does not say how far it is.
      const request = new XMLHttpRequest();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), ms);
      };
      const abort = () => request.abort();
      const end = (answer: Answer) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        resolve(answer);
      };
      request.upload.addEventListener('progress', ({ loaded }) => {
        patience(silenceMs);
        onSent(loaded);
      });
      request.upload.addEventListener('load', () => patience(finishMs));
      request.addEventListener('load', () =>
        end(answerTo(request.status, request.getResponseHeader('retry-after'), request.responseText)),
      );
      request.addEventListener('error', () => end({ kind: 'later' }));
      request.addEventListener('abort', () => end({ kind: 'later' }));
      signal.addEventListener('abort', abort);
      request.open('PUT', url);
      for (const { name, value } of headers) request.setRequestHeader(name, value);
      // Without it the upload begins anew.
      if (offset > 0) request.setRequestHeader('upload-offset', String(offset));
      patience(silenceMs);
      if (signal.aborted) end({ kind: 'later' });
      else request.send(bytes);
    }),
};

/** What a status means, of which 200 says that all is there. */
export function answerTo(status: number, retryAfter: string | null, text: string): Answer {
  switch (status) {
    case 200:
      return { kind: 'complete' };
    case 202:
      return { kind: 'later', afterMs: 0 };
    case 401:
      return { kind: 'stop' };
    case 404:
      return { kind: 'gone' };
    // Another request has gone on with it, or will in a moment: what is there by then is asked for.
    case 409:
      return { kind: 'later', afterMs: 500 };
    case 429:
      return { kind: 'later', afterMs: Math.max(1, Number(retryAfter) || 1) * 1_000 };
    case 400:
    case 403:
    case 413:
    case 422:
      return { kind: 'refused', ...refusalIn(text) };
    default:
      return { kind: 'later' };
  }
}

function refusalIn(text: string): { reason: string; final: boolean } {
  try {
    const { errors } = JSON.parse(text) as {
      errors?: { message?: unknown; extensions?: { final?: unknown } }[];
    };
    const { message, extensions } = errors?.[0] ?? {};
    if (typeof message === 'string') return { reason: message, final: extensions?.final === true };
  } catch {
    // Not from Parley: something between it and here has answered.
  }
  return { reason: 'The server did not take this file.', final: false };
}
