import { createServer } from 'node:net';

/** Below what systems give to whoever asks for any port, or connects: nobody else comes by one of these by chance. */
const range = { from: 10_000, to: 30_000 };
const given = new Set<number>();

/**
 * A port of the loopback that nobody listens on, and that was not given before. It stays free while what listens there is
 * down.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = range.from + Math.floor(Math.random() * (range.to - range.from));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
