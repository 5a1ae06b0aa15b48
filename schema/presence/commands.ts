import type { Connection, SignedIn } from '../context.ts';
import { refuse } from '../errors.ts';
import { write } from '../log/write.ts';
import type { SetPresence } from './rules.ts';

/** Presence is told and forgotten: with a key it is told once, and only the key is stored. @throws ConflictError */
export async function setPresence(ctx: SignedIn, input: SetPresence): Promise<{ ok: true }> {
  const socket = socketOf(ctx);
  const told = { ok: true } as const;
  if (input.clientMutationId == null) {
    ctx.presence.set(socket, input.away);
    return told;
  }
  let first = false;
  const again = async () => {};
  await write(ctx, { mutation: 'setPresence', input, threads: [], again }, async () => {
    first = true;
    return told;
  });
  if (first) ctx.presence.set(socket, input.away);
  return told;
}

/** @throws BAD_REQUEST */
function socketOf({ connection }: SignedIn): Connection {
  if (connection) return connection;
  throw refuse('BAD_REQUEST', 'Say it over a socket: without one, nobody is present.');
}
