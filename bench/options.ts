import { parseArgs } from 'node:util';

export interface Options {
  /** By number; all where none was named. */
  workloads: number[];
  quick: boolean;
  rounds: number;
  /** Writes the report into docs/performance.md. */
  publish: boolean;
  /** Tells where Parley's CPU goes; the profiles lie in bench/output. */
  profile: boolean;
  /** Measures only those whose name holds this. */
  only: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
}

export class UsageError extends Error {}

const localRedis = 'redis://127.0.0.1:6379';

/** @throws {UsageError} with a sentence that says what would be right */
export function parseOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
  known: readonly number[],
): Options {
  const { values, positionals } = parse(args);
  const workloads = positionals.map(Number);
  const wrong = positionals.find((_, index) => !known.includes(workloads[index] ?? NaN));
  if (wrong !== undefined)
    throw new UsageError(`There is no workload ${wrong}: the numbers are ${known.join(', ')}.`);
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new UsageError('--rounds takes a number from 1 on.');
  return {
    workloads: workloads.length > 0 ? [...new Set(workloads)] : [...known],
    quick: values.quick,
    rounds,
    publish: values.publish,
    profile: values.profile,
    only: values.only,
    databaseUrl: env['DATABASE_URL'] || undefined,
    redisUrl: values.redis ? env['REDIS_URL'] || localRedis : undefined,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        redis: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        publish: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
