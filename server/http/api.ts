import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Arrival } from '../graphql/arrival.ts';
import { httpOf } from '../graphql/outward.ts';
import type { Asked, Pipeline } from '../graphql/pipeline.ts';
import { createHttp } from '../graphql/yoga.ts';
import { jsonFor } from './accept.ts';
import { maxBodyBytes } from './door.ts';

/**
 * Requests to the API. What nearly all of them are, a query or mutation that is posted as JSON and answered as JSON, is
 * answered here; whatever else HTTP allows, and what is wrong, is Yoga's, whose ways cost several times as much.
 */
export function createApi(pipeline: Pipeline) {
  const yoga = createHttp(pipeline);

  return async (request: IncomingMessage, response: ServerResponse, arrival: Arrival): Promise<void> => {
    const { method, headers } = request;
    const type = method === 'POST' ? jsonFor(headers.accept) : null;
    if (type !== null && Number(headers['content-length'] ?? 0) <= maxBodyBytes) {
      const body = await bodyOf(request);
      if (!body) return;
      const result = await answer(pipeline, arrival, body);
      if (result) return send(response, type, result);
      // For Yoga to read again.
      Object.assign(request, { body: Readable.from([body]) });
    }
    await yoga.handle(request, response, { arrival });
  };
}

/** A request's body; of one that is too long, as much as shows that it is. Null where its sender went away. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = () => resolve(Buffer.concat(chunks));
    request.on('data', (chunk: Buffer) => {
      if (length > maxBodyBytes) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBodyBytes) done();
    });
    request.once('end', done);
    request.once('error', () => resolve(null));
  });
}

/** @returns null where Yoga has more to say of it */
async function answer(pipeline: Pipeline, arrival: Arrival, body: Buffer): Promise<ExecutionResult | null> {
  const asked = body.length > maxBodyBytes ? null : plain(body.toString());
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
function send(response: ServerResponse, type: string, result: ExecutionResult): void {
  const { status, headers } = httpOf(result.data == null ? (result.errors ?? []) : []);
  const text = JSON.stringify(result);
  response.writeHead(type === 'application/json' ? 200 : status, {
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
