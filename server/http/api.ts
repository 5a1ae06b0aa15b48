import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Arrival } from '../graphql/arrival.ts';
import { httpOf } from '../graphql/outward.ts';
import type { Asked, Pipeline } from '../graphql/pipeline.ts';
import { createHttp } from '../graphql/yoga.ts';
import { tooMuchUnread } from '../unread.ts';
import { jsonFor } from './accept.ts';
import { maxBodyBytes, strangersBodyBytes, turnAway } from './door.ts';

/**
 * Requests to the API. What nearly all of them are, a query or mutation that is posted as JSON and answered as JSON, is
 * answered here; whatever else HTTP allows, and what is wrong, is Yoga's, whose ways cost several times as much.
 */
export function createApi(pipeline: Pipeline) {
  const yoga = createHttp(pipeline);

  return async (request: IncomingMessage, response: ServerResponse, arrival: Arrival): Promise<void> => {
    if (!pipeline.mayAsk(arrival)) return void turnAway(response, 429, tooMuchUnread, 'RATE_LIMITED');
    const { method, headers } = request;
    if (method === 'POST') {
      const most = arrival.caller.viewer ? maxBodyBytes : strangersBodyBytes;
      const isLong = Number(headers['content-length'] ?? 0) > most;
      const body = isLong ? 'too long' : await bodyOf(request, most);
      if (!body) return;
      if (body === 'too long') return void turnAway(response, 413, `Send at most ${most} bytes.`);
      const type = jsonFor(headers.accept);
      const result = type === null ? null : await answer(pipeline, arrival, body);
      if (type !== null && result)
        return send(response, type, result, (bytes) => pipeline.mayAnswer(arrival, bytes));
      // For Yoga to read again.
      Object.assign(request, { body: Readable.from([body]) });
    }
    await yoga.handle(request, response, { arrival });
  };
}

/** A request's body. Null where its sender went away. */
function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | 'too long' | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else resolve('too long');
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve(null));
  });
}

/** @returns null where Yoga has more to say of it */
async function answer(pipeline: Pipeline, arrival: Arrival, body: Buffer): Promise<ExecutionResult | null> {
  const asked = plain(body.toString());
  if (!asked) return null;
  const read = await pipeline.read(arrival, asked);
  if (!('document' in read)) return { errors: read };
  const operation = getOperationAST(read.document, read.operationName);
  return operation?.operation === 'subscription' ? null : pipeline.operations.answer(read);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a body asks for; null where it is anything but a query, its name and its variables. */
function plain(text: string): Asked | null {
  try {
    const body: unknown = JSON.parse(text);
    if (!isObject(body)) return null;
    const { query, operationName, variables, ...others } = body;
    if (typeof query !== 'string' || Object.keys(others).length > 0) return null;
    if (operationName != null && typeof operationName !== 'string') return null;
    if (variables != null && !isObject(variables)) return null;
    return { query, operationName, variables };
  } catch {
    return null;
  }
}

/** An answer of nothing but errors says so in its status, to those who understand application/graphql-response+json. */
function send(
  response: ServerResponse,
  type: string,
  result: ExecutionResult,
  mayWait: (bytes: number) => boolean,
): void {
  const { status, headers } = httpOf(result.data == null ? (result.errors ?? []) : []);
  const text = JSON.stringify(result);
  const bytes = Buffer.byteLength(text);
  if (!mayWait(bytes)) return void turnAway(response, 429, tooMuchUnread, 'RATE_LIMITED');
  response.writeHead(type === 'application/json' ? 200 : status, {
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': bytes,
  });
  response.end(text);
}
