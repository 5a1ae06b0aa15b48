import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { ownUpload, readableAttachment } from '../../schema/attachment/load.ts';
import type { FileLimits } from '../../schema/attachment/rules.ts';
import type { Viewer } from '../../schema/context.ts';
import { idPattern } from '../../schema/id.ts';
import { AtOnce } from '../at-once.ts';
import { httpOf } from '../graphql/outward.ts';
import { onClose } from '../on-close.ts';
import { pathOf } from '../request.ts';
import type { Throttles } from '../throttle.ts';
import { mayReach } from './entrance.ts';
import { noSuchFile, refuseFile, tooMany } from './refusal.ts';
import { serve, serveThumbnail } from './serve.ts';
import type { FileStore } from './store.ts';
import { setOffset, take, tellOffset } from './take.ts';

export const filesPath = '/files/';
/** Of one account, on one instance: a slow line holds a connection for long. */
const uploadsAtOnce = 6;

interface Files {
  prisma: PrismaClient;
  store: FileStore;
  limits: FileLimits;
  throttles: Throttles;
  downloads: AtOnce;
  origins: ReadonlySet<string>;
  /** Who asks; ends the request when their session ends. Null for strangers. */
  enter(request: IncomingMessage, response: ServerResponse): Promise<Viewer | null>;
}

/** Requests to files: bytes come in and go out here, past GraphQL. */
export function createFiles({ prisma, store, limits, throttles, downloads, origins, enter }: Files) {
  const uploads = new AtOnce(uploadsAtOnce);
  const busy = new Set<Promise<void>>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!mayReach(request, response, origins)) return;
    const viewer = await enter(request, response);
    if (!viewer) return refuseFile(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    await throttles.spend('file', viewer.userId);
    const [id = '', part, ...more] = pathOf(request).slice(filesPath.length).split('/');
    const known =
      idPattern('att').test(id) && more.length === 0 && (part === undefined || part === 'thumbnail');
    if (!known) return noSuchFile(response);
    if (request.method === 'PUT')
      return part === undefined ? bring(viewer, id, request, response) : noSuchFile(response);
    const leave = downloads.enter(viewer.userId);
    if (!leave) return tooMany(response, downloads.most);
    onClose(response, leave);
    const attachment = await readableAttachment(prisma, viewer, id);
    if (attachment && part === undefined && attachment.position === null) setOffset(response, attachment);
    if (attachment)
      return part === undefined
        ? serve(store, attachment, request, response)
        : serveThumbnail(store, attachment, request, response);
    const upload = request.method === 'HEAD' && part === undefined && (await ownUpload(prisma, viewer, id));
    return upload ? tellOffset(response, upload) : noSuchFile(response);
  }

  async function bring(
    { userId }: Viewer,
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const upload = await ownUpload(prisma, { userId }, id);
    if (!upload) return noSuchFile(response);
    const leave = uploads.enter(userId);
    if (!leave) return tooMany(response, uploads.most);
    const work = take(prisma, store, limits, upload, request, response);
    busy.add(work);
    try {
      await work;
    } finally {
      busy.delete(work);
      // Not when it closes: of who goes away, a picture goes on being encoded.
      leave();
    }
  }

  return {
    answer: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      try {
        await answer(request, response);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const { status, headers } = httpOf([error]);
        response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify({ errors: [{ message: error.message, extensions: error.extensions }] }));
      }
    },
    /** When no bytes are being written any more. */
    settled: async (): Promise<void> => void (await Promise.allSettled(busy)),
  };
}
