import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { isSignedBy } from './signature-v4.ts';

/** So few that lists are cut short, which S3 does at a thousand. */
const keysInAList = 2;
const bucket = 'files';
const keyId = 'key-id';
const secret = 'the key';

/** As much of S3 as Parley uses, in memory. */
export interface FakeS3 {
  settings: Record<string, string>;
  /** What lies in the bucket. */
  objects: Map<string, Buffer>;
  stop(): Promise<void>;
}

export async function startS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(url, 'http://s3');
    const [, named, ...parts] = decodeURIComponent(pathname).split('/');
    const key = parts.join('/');
    if (!isSignedBy({ method, url, headers, body }, keyId, secret))
      return refuse(response, 403, 'SignatureDoesNotMatch');
    if (named !== bucket) return refuse(response, 404, 'NoSuchBucket');
    if (method === 'PUT') {
      if (body.length !== Number(headers['content-length'])) return refuse(response, 400, 'IncompleteBody');
      objects.set(key, body);
      response.setHeader('etag', '"x"');
      return void response.writeHead(200).end();
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (key === '') return list(response, searchParams);
    const whole = objects.get(key);
    if (!whole) return refuse(response, 404, 'NoSuchKey');
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const bytes = start && end ? whole.subarray(Number(start), Number(end) + 1) : whole;
    response.writeHead(start ? 206 : 200, { 'content-length': bytes.length });
    response.end(bytes);
  };

  function list(response: ServerResponse, asked: URLSearchParams): void {
    const after = asked.get('continuation-token') ?? '';
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(asked.get('prefix') ?? '') && key > after)
      .toSorted();
    const shown = keys.slice(0, keysInAList);
    const isTruncated = keys.length > shown.length;
    answerXml(
      response,
      200,
      `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>` +
        (isTruncated ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : '') +
        shown.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('') +
        '</ListBucketResult>',
    );
  }

  const server = createServer((request, response) => {
    // Of what is cut off nothing is kept, and nobody waits for an answer.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: keyId,
      S3_SECRET_ACCESS_KEY: secret,
    },
    objects,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}

const refuse = (response: ServerResponse, status: number, code: string): void =>
  answerXml(response, status, `<Error><Code>${code}</Code></Error>`);
