import { MigrationError } from '../prisma/migrate.ts';
import { ConfigError } from './config.ts';
import { DatabaseError } from './embedded/failure.ts';

/** Why the server did not start: a plain sentence for what somebody can mend, the whole error for what is our fault. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseError || error instanceof MigrationError) {
    return error.message;
  }
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what listens there, or choose another with PORT.`;
  if (code === 'EACCES' && port)
    return `Port ${port} may not be opened by this user: choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL') return `HOST names ${address}, which is no address of this machine.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
