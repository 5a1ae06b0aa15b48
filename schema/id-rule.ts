import { z } from 'zod';
import { badInput } from './errors.ts';
import { idPattern, type IdPrefix } from './id.ts';

const names: Record<IdPrefix, string> = {
  usr: 'a user',
  ses: 'a session',
  thr: 'a thread',
  par: 'a participant',
  msg: 'a message',
  inv: 'an invite link',
  att: 'an attachment',
  ban: 'a ban',
};

/** An id of one kind: malformed ones and those of another kind are refused before anything is looked up. */
export const idRule = (prefix: IdPrefix) =>
  z.string().regex(idPattern(prefix), `This is not the id of ${names[prefix]}.`);

/** @throws BAD_INPUT (top-level) for an argument that is not an id of this kind */
export function idArgument(prefix: IdPrefix, path: string, id: string): string {
  if (idPattern(prefix).test(id)) return id;
  throw badInput(path, `This is not the id of ${names[prefix]}.`);
}
