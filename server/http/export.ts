import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GraphQLError } from 'graphql';
import { exportedFilesOf, exportOf } from '../../schema/account/export.ts';
import type { Viewer } from '../../schema/context.ts';
import { folderOf } from '../files/finish.ts';
import type { Instance } from '../instance.ts';
import { zip, type ZippedFile } from './zip.ts';

export const exportPath = '/account/export';

/**
 * Sends a person everything about them as one ZIP, written while it is read: nothing of it is ever held as a whole.
 * @param asking whether they would get it, which is counted as nothing
 */
export async function answerExport(
  response: ServerResponse,
  instance: Instance,
  viewer: Viewer | null,
  asking: boolean,
): Promise<void> {
  if (!viewer) return refuse(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  try {
    await instance.throttles[asking ? 'check' : 'spend']('export', viewer.userId);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    response.setHeader('retry-after', String(error.extensions['retryAfter']));
    return refuse(response, 429, 'RATE_LIMITED', error.message);
  }
  const day = new Date().toISOString().slice(0, 10);
  response.writeHead(200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="parley-${day}.zip"`,
    'cache-control': 'no-store',
  });
  if (asking) return void response.end();
  try {
    await pipeline(Readable.from(zip(everythingOf(instance, viewer.userId))), response);
  } catch (error) {
    // Its reader went away.
    if (response.closed) return;
    throw error;
  }
}

/** The lists, and then the files that one of them names. */
async function* everythingOf({ prisma, files }: Instance, userId: string): AsyncGenerator<ZippedFile> {
  for (const { name, items } of exportOf(prisma, userId)) yield { name, content: asJson(items), pack: true };
  for await (const { bytesId, name, isStill } of exportedFilesOf(prisma, userId)) {
    const bytes = await files.get(folderOf.original(bytesId)).catch(async (error: unknown) => {
      // Its message was deleted meanwhile, and the file with it.
      if (await isStill()) throw error;
      return null;
    });
    if (bytes) yield { name, content: bytes as AsyncIterable<Uint8Array>, pack: false };
  }
}

/** A list as JSON, one object a line. */
async function* asJson(items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
