import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Says where, as Parley does. */
export function listen(server: Server): void {
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  process.once('SIGTERM', () => process.exit());
}
