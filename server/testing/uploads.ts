import { createHash } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { csrfHeader } from '../http/origin.ts';
import { type Answer, send } from './http.ts';
import type { Person } from './person.ts';

export interface File {
  name: string;
  contentType: string;
  bytes: Buffer;
}

export const file = (bytes: Buffer | string, name = 'notes.txt', contentType = 'text/plain'): File => ({
  name,
  contentType,
  bytes: Buffer.from(bytes),
});

/** Asks for a place for a file. @returns its id */
export async function place(person: Person, { name, contentType, bytes }: File): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const outcome = await person.does('createUpload', { name, contentType, size: bytes.length, sha256 });
  if (outcome.__typename !== 'CreateUploadPayload') throw new Error(outcome.reason);
  return outcome.attachmentId;
}

const urlOf = (person: Person, id: string) => `${person.origin}/files/${id}`;

export function put(
  person: Person,
  id: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const given = { [csrfHeader]: '1', ...person.headers, ...headers };
  return send(urlOf(person, id), { method: 'PUT', headers: given, body });
}

/** Begins to send a file, and says no more: whoever goes first ends it. @param sent when the beginning is on its way */
export function putOpen(
  person: Person,
  id: string,
  beginning: Buffer,
  size: number,
  sent: () => void = () => {},
): ClientRequest {
  const headers = { [csrfHeader]: '1', ...person.headers, 'content-length': size };
  const asked = request(urlOf(person, id), { method: 'PUT', headers, agent: false });
  asked.on('error', () => {});
  asked.write(beginning, sent);
  return asked;
}

/** Sends a beginning of a file and is cut off, once the server has some of it. @returns how much the server has kept */
export async function putCut(person: Person, id: string, beginning: Buffer, size: number): Promise<number> {
  await new Promise<void>((resolve) => {
    const asked = putOpen(person, id, beginning, size, () => asked.destroy());
    asked.on('close', () => resolve());
  });
  for (;;) {
    const offset = Number((await head(person, id)).headers['upload-offset']);
    if (offset === beginning.length) return offset;
  }
}

export const head = (person: Person, id: string): Promise<Answer> =>
  send(urlOf(person, id), { method: 'HEAD', headers: person.headers });

export const get = (person: Person, id: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(urlOf(person, id), { headers: { ...person.headers, ...headers } });

/** A file that can be attached. @returns its id */
export async function upload(person: Person, what: File): Promise<string> {
  const id = await place(person, what);
  const { status, text } = await put(person, id, what.bytes);
  if (status !== 200) throw new Error(`The upload was answered with ${status}: ${text}`);
  return id;
}
