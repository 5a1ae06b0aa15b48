import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { FileLimits } from '../schema/attachment/rules.ts';

/** A setting that cannot be used. The message is one plain sentence that names the variable and says what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** At most `points` in any `seconds`. */
export type RateLimit = { readonly points: number; readonly seconds: number };

/**
 * Per account and address unless the rule says otherwise. A reader of the web app makes a few queries a second at worst;
 * ten wrong passwords a minute are a person, fifty are a program, and so are
 * invite links that do not work.
 */
const defaultRateLimits = {
  signIn: { points: 10, seconds: 60 },
  signUp: { points: 5, seconds: 3600 },
  invite: { points: 10, seconds: 60 },
  export: { points: 3, seconds: 3600 },
  mutation: { points: 300, seconds: 60 },
  query: { points: 900, seconds: 60 },
  socket: { points: 60, seconds: 60 },
  file: { points: 1800, seconds: 60 },
} satisfies Record<string, RateLimit>;

export type RateLimitRule = keyof typeof defaultRateLimits;
/** A rule is a limit or null, where it is switched off. */
export type RateLimits = Readonly<Record<RateLimitRule, RateLimit | null>>;

type S3Config = {
  readonly bucket: string;
  readonly region: string;
  /** Undefined: Amazon's own. */
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type Config = {
  readonly nodeEnv: 'development' | 'production' | 'test';
  /** 0 means any free port. */
  readonly port: number;
  readonly host: string;
  /** The origin that people type, without a slash at the end; undefined on one's own machine. */
  readonly publicUrl: string | undefined;
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseReplicaUrls: readonly string[];
  /** At most so many to the database, by this instance. */
  readonly databaseConnections: number;
  /** Undefined: one instance, the bus stays in the process. */
  readonly redisUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** The first seals, all of them open. Empty: see {@link keepSessionSecret}. */
  readonly sessionSecrets: readonly string[];
  /** Exact origins that may call the API from a browser. */
  readonly allowedOrigins: readonly string[];
  /** Undefined: /metrics is not there. */
  readonly metricsToken: string | undefined;
  readonly rateLimits: RateLimits;
  /** Of one file and of all files of an account, in bytes. */
  readonly fileLimits: FileLimits;
  /** Undefined: files lie in `dataDir`. */
  readonly s3: S3Config | undefined;
  /** How long the log of changes is kept, and so for how long a client may be away and still resume. */
  readonly logRetentionDays: number;
  readonly logLevel: LogLevel;
  /** How many proxies of ours stand in front and add to X-Forwarded-For; 0: none, the header is ignored. */
  readonly trustProxy: number;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const minSecretLength = 32;

// Each message is the predicate of a sentence that begins with the variable's name. Secrets are never quoted.

const whole = (min: number, max: number, what: string) =>
  z.string().transform((text, context) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    return refuse(context, `must be ${what} from ${min} to ${max}, but is "${text}"`);
  });

const serverUrl = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(parseUrl(text)?.protocol ?? ''), {
    error: `must be an address such as ${example}`,
  });

const postgresUrl = serverUrl(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/parley');

const origin = z.string().transform((text, context) => {
  const url = parseUrl(text);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    return refuse(
      context,
      `must hold an address such as https://chat.example.org, without a path, but holds "${text}"`,
    );
  return url.origin;
});

const publicUrl = origin.refine((text) => text.startsWith('https:') || isLocal(text), {
  error:
    'must begin with https:// unless it names localhost, since browsers keep the session cookie to encrypted pages',
});

const secret = z
  .string()
  .refine((text) => text.length >= minSecretLength, {
    error: `must hold secrets of ${minSecretLength} or more characters; make one with "openssl rand -base64 48"`,
  })
  .refine((text) => new Set(text).size >= 10, {
    error: 'holds a secret that can be guessed; make one with "openssl rand -base64 48"',
  });

const rateLimits = z.string().transform((text, context): RateLimits => {
  const limits: Record<RateLimitRule, RateLimit | null> = { ...defaultRateLimits };
  const rules = Object.keys(limits) as RateLimitRule[];
  if (text === 'off') {
    for (const rule of rules) limits[rule] = null;
    return limits;
  }
  for (const part of listed(text)) {
    const [name, limit = ''] = part.split('=').map((piece) => piece.trim());
    const rule = rules.find((known) => known === name);
    if (rule === undefined) return refuse(context, `knows the rules ${rules.join(', ')}, but not "${name}"`);
    const [, points, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(limit) ?? [];
    if (limit === 'off') limits[rule] = null;
    else if (points && seconds) limits[rule] = { points: Number(points), seconds: Number(seconds) };
    else
      return refuse(
        context,
        `must be "off" or rules such as "signIn=10/60" (ten in 60 seconds), but holds "${part}"`,
      );
  }
  return limits;
});

const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z.string().transform(listed).pipe(z.array(item)).default([]);

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, {
    error: (issue) => `must be one of ${values.join(', ')}, but is "${String(issue.input)}"`,
  });

/** Every variable, in the order of `.env.example`. Blank ones count as not given. */
export const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  PORT: whole(0, 65_535, 'a port number').default(4000),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, { error: 'must be a name or an address to listen on, such as 0.0.0.0' })
    .default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  ALLOWED_ORIGINS: list(origin),
  TRUST_PROXY: z
    .union([z.literal('off').transform(() => 0), whole(0, 10, '"off" or a number of proxies')], {
      error: 'must be "off" or the number of proxies in front of Parley, from 1 to 10',
    })
    .default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: list(postgresUrl),
  DATABASE_CONNECTIONS: whole(5, 500, 'a number of connections').default(20),
  REDIS_URL: serverUrl(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  SESSION_SECRET: list(secret),
  METRICS_TOKEN: secret.optional(),
  RATE_LIMITS: rateLimits.default(defaultRateLimits),
  FILE_LIMIT_MB: whole(1, 2047, 'a number of megabytes').default(25),
  FILE_QUOTA_MB: whole(1, 100_000_000, 'a number of megabytes').default(2048),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: serverUrl(['http:', 'https:'], 'https://s3.example.org').optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_RETENTION_DAYS: whole(1, 3650, 'a number of days').default(30),
  LOG_LEVEL: oneOf(logLevels).default('info'),
});

/** The variables that may come from a file instead, named by `<VARIABLE>_FILE`. */
export const fileVariables = [
  'DATABASE_URL',
  'DATABASE_REPLICA_URLS',
  'REDIS_URL',
  'SESSION_SECRET',
  'METRICS_TOKEN',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** @throws {ConfigError} for the first variable that cannot be used. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(given(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const values = parsed.data;
  if (
    values.NODE_ENV === 'production' &&
    values.DATABASE_URL !== undefined &&
    values.SESSION_SECRET.length === 0
  )
    throw new ConfigError(
      'SESSION_SECRET must be given when NODE_ENV is production and DATABASE_URL is set, so that all instances share it; make one with "openssl rand -base64 48".',
    );
  if (values.DATABASE_URL === undefined && values.DATABASE_REPLICA_URLS.length > 0)
    throw new ConfigError('DATABASE_REPLICA_URLS needs DATABASE_URL, the address of the primary.');
  return {
    fileLimits: { file: values.FILE_LIMIT_MB * megabyte, account: values.FILE_QUOTA_MB * megabyte },
    s3: s3Of(values),
    nodeEnv: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    databaseUrl: values.DATABASE_URL,
    databaseReplicaUrls: values.DATABASE_REPLICA_URLS,
    databaseConnections: values.DATABASE_CONNECTIONS,
    redisUrl: values.REDIS_URL,
    dataDir: resolve(values.DATA_DIR),
    sessionSecrets: values.SESSION_SECRET,
    allowedOrigins: [
      ...new Set([
        ...(values.PUBLIC_URL ? [values.PUBLIC_URL] : localOrigins(values.PORT)),
        ...values.ALLOWED_ORIGINS,
      ]),
    ],
    metricsToken: values.METRICS_TOKEN,
    rateLimits: values.RATE_LIMITS,
    logRetentionDays: values.LOG_RETENTION_DAYS,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
  };
}

const megabyte = 1024 * 1024;

/** @throws {ConfigError} for a bucket that nobody has the key to. */
function s3Of({
  S3_BUCKET: bucket,
  S3_REGION: region,
  S3_ENDPOINT: endpoint,
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
}: z.infer<typeof variables>): S3Config | undefined {
  if (bucket === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new ConfigError('S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, the key to it.');
  return { bucket, region, endpoint, accessKeyId, secretAccessKey };
}

/** The origins of a Parley on one's own machine; for a server on port 0, asked again once the port is known. */
export function localOrigins(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

/**
 * The secret of an installation that was given none: made at the first start, kept in `dataDir` for its owner alone.
 * @throws {ConfigError} when the folder cannot be written.
 */
export function keepSessionSecret(dataDir: string): string {
  const path = join(dataDir, 'session-secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    try {
      // wx: of two servers that start at once, one writes and both read the same.
      writeFileSync(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const kept = readFileSync(path, 'utf8').trim();
    if (kept.length < minSecretLength)
      throw new ConfigError(`The file ${path} holds no session secret; delete it, and a new one is made.`);
    return kept;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `DATA_DIR must be a folder that Parley can write, but ${path} could not be (${codeOf(error)}).`,
    );
  }
}

/** What is set, with `<VARIABLE>_FILE` read in. */
function given(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const value = env[name]?.trim();
    if (value) values[name] = value;
  }
  for (const name of fileVariables) {
    const path = env[`${name}_FILE`]?.trim();
    if (!path) continue;
    if (values[name] !== undefined)
      throw new ConfigError(`${name} and ${name}_FILE are both set; keep one of them.`);
    let text: string;
    try {
      text = readFileSync(path, 'utf8').trim();
    } catch (error) {
      throw new ConfigError(
        `${name}_FILE must name a file that Parley can read, but "${path}" is none (${codeOf(error)}).`,
      );
    }
    if (!text) throw new ConfigError(`${name}_FILE names the file "${path}", which is empty.`);
    values[name] = text;
  }
  return values;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function isCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
