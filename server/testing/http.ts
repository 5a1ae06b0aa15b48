import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  bytes: Buffer;
}

export interface Asking {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** The file of a socket, instead of the host and port. */
  socketPath?: string | undefined;
}

/** One request, with exactly the headers that are given: `fetch` adds and forbids some. */
export async function send(
  url: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Answer> {
  const response = await begin(url, { method, headers, body });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: bytes.toString(),
    bytes,
  };
}

/** A request whose sender goes away before it is answered. @returns what has them go */
export function sendAndLeave(url: string, { method = 'GET', headers = {}, body }: Asking): () => void {
  const asked = request(url, { method, headers, agent: false });
  asked.on('error', () => {});
  asked.end(body);
  return () => void asked.destroy();
}

/** The answer as it begins. */
export function begin(
  url: string,
  { method = 'GET', headers = {}, body, socketPath }: Asking,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false, socketPath }, resolve);
    asked.on('error', reject);
    // Node leaves it out for the methods that should have no body.
    if (body !== undefined && !asked.hasHeader('transfer-encoding'))
      asked.setHeader('content-length', Buffer.byteLength(body));
    asked.end(body);
  });
}
