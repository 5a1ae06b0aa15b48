import type { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import { DiskStore } from './disk-store.ts';

/** From and to which byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where bytes lie, under names of our own making: `att_…/original`. */
export interface FileStore {
  /** When it resolves, they outlive a power cut. Of what fails nothing is to be seen. */
  put(name: string, bytes: Readable | Uint8Array, size: number): Promise<void>;
  get(name: string, range?: ByteRange): Promise<Readable>;
  /** A file, or everything in a folder. What is not there is removed. */
  remove(name: string): Promise<void>;
}

/** S3 where there is a bucket, else the disk. */
export async function openStore(config: Pick<Config, 'dataDir' | 's3'>): Promise<FileStore> {
  if (!config.s3) return new DiskStore(config.dataDir);
  // Its client is large, and most installations have none.
  const { S3Store } = await import('./s3-store.ts');
  return new S3Store(config.s3);
}
