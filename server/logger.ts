import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

/** JSON for machines, lines for a person at a terminal. Bodies, passwords and cookies are never logged. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: DestinationStream = standardOutput(),
): Logger {
  return pino({ level: logLevel, serializers: { err: describeError } }, to);
}

function standardOutput(): DestinationStream {
  // Written at once, so that nothing is lost when the process ends.
  return process.stdout.isTTY
    ? pretty({ ignore: 'pid,hostname', sync: true, singleLine: true })
    : pino.destination({ sync: true });
}

/** What an error says of itself, and no more: libraries hang rows, arguments and requests on theirs. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  return { type: name, code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
