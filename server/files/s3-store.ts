import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import type { ByteRange, FileStore } from './store.ts';

/** Objects in a bucket of S3, or of anything that speaks like it. Any instance reads what another has written. */
export class S3Store implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ bucket, region, endpoint, accessKeyId, secretAccessKey }: NonNullable<Config['s3']>) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Others than Amazon have no name for each bucket, and do not know its newer checksums.
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(name: string, bytes: Readable | Uint8Array, size: number): Promise<void> {
    const Body = bytes;
    const cut = new AbortController();
    const sent = this.#client.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: name, Body, ContentLength: size }),
      { abortSignal: cut.signal },
    );
    if (!(bytes instanceof Readable)) return void (await sent);
    // The client pipes it and does not listen: that it broke off would end the process, and the request would wait for the rest.
    const broken = new Promise<never>((_resolve, reject) => bytes.once('error', reject));
    try {
      await Promise.race([sent, broken]);
    } finally {
      cut.abort();
      bytes.destroy();
    }
  }

  async get(name: string, range?: ByteRange): Promise<Readable> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({
        Bucket: this.#bucket,
        Key: name,
        ...(range && { Range: `bytes=${range.start}-${range.end}` }),
      }),
    );
    if (!(Body instanceof Readable)) throw new Error('The file store gave no stream.');
    return Body;
  }

  async remove(name: string): Promise<void> {
    for (const Prefix of [name, `${name}/`]) {
      for (;;) {
        const { Contents = [], IsTruncated } = await this.#client.send(
          new ListObjectsV2Command({ Bucket: this.#bucket, Prefix }),
        );
        // Not what merely begins with the same letters.
        const own = Contents.filter(({ Key }) => Key === name || Key?.startsWith(`${name}/`));
        for (const { Key } of own)
          await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
        if (!IsTruncated || own.length === 0) break;
      }
    }
  }
}
