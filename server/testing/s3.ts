import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

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
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(pathname).replace(/^\/files\/?/, '');
    const isSigned = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key-id/');
    if (!isSigned) return void response.writeHead(403).end();
    if (request.method === 'PUT') {
      const bytes = await buffer(request);
      if (bytes.length !== Number(request.headers['content-length']))
        return void response.writeHead(400).end();
      objects.set(key, bytes);
      response.setHeader('etag', '"x"');
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (key === '') {
      const keys = [...objects.keys()].filter((name) => name.startsWith(searchParams.get('prefix') ?? ''));
      const contents = keys.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
      response.writeHead(200, { 'content-type': 'application/xml' });
      return void response.end(
        `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`,
      );
    }
    const whole = objects.get(key);
    if (!whole) {
      response.writeHead(404, { 'content-type': 'application/xml' });
      return void response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>');
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const bytes = start && end ? whole.subarray(Number(start), Number(end) + 1) : whole;
    response.writeHead(start ? 206 : 200, { 'content-length': bytes.length });
    response.end(bytes);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      S3_BUCKET: 'files',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'key-id',
      S3_SECRET_ACCESS_KEY: 'the key',
    },
    objects,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
