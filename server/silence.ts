import type { Socket } from 'node:net';
import type pg from 'pg';

/**
 * PostgreSQL answers everything within its own time-outs, the longest of which is 10 s. Who hears nothing for longer speaks
 * to nobody: the machine is gone, or a firewall has forgotten the connection. TCP would take a quarter of an hour to say so.
 */
const silenceMs = 12_000;
const lookMs = 500;

interface Watched {
  socket: Socket;
  /** How much had been said when something was last heard, and at which look that was. */
  answered: number;
  heardAt: number;
  /** At which look something was first unanswered; null when nothing is. */
  askedAt: number | null;
}

/**
 * Ends connections on which a question stays without any answer, and with them those that were not heard from since: they
 * lead the same way. Whoever waits for one gets an error, and the pool opens others.
 * @returns what stops it
 */
export function endSilent(pool: pg.Pool, patienceMs = silenceMs): () => void {
  const watched = new Map<pg.PoolClient, Watched>();
  // Looks are counted, not time: a process that stood still has not listened either.
  let look = 0;
  pool.on('connect', (client) => {
    // pg's types do not show it, and nothing else tells that bytes have come.
    const { stream: socket } = (client as unknown as { connection: { stream: Socket } }).connection;
    const state: Watched = { socket, answered: socket.bytesWritten, heardAt: look, askedAt: null };
    watched.set(client, state);
    socket.on('data', () => {
      state.answered = socket.bytesWritten;
      state.heardAt = look;
      state.askedAt = null;
    });
  });
  pool.on('remove', (client) => watched.delete(client));

  const timer = setInterval(() => {
    look += 1;
    let silentSince = -1;
    for (const state of watched.values()) {
      if (state.socket.bytesWritten > state.answered) state.askedAt ??= look;
      const since = state.askedAt ?? look;
      if ((look - since) * lookMs >= patienceMs) silentSince = Math.max(silentSince, since);
    }
    for (const { socket, heardAt } of watched.values()) {
      if (heardAt < silentSince) socket.destroy(new Error('The database has not answered for too long.'));
    }
  }, lookMs).unref();
  return () => clearInterval(timer);
}
