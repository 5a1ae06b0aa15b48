import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  ConfigError,
  fileVariables,
  keepSessionSecret,
  localOrigins,
  parseConfig,
  variables,
} from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secretA = 'Zm9yLXRlc3RzLW9ubHktYS1zZWNyZXQtMDEyMzQ1Njc4OQ';
const secretB = 'YW5vdGhlci1zZWNyZXQtZm9yLXRlc3RzLTk4NzY1NDMyMTA';

function sentence(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  return '';
}

describe('parseConfig', () => {
  it('needs nothing', () => {
    expect(parseConfig({})).toEqual({
      nodeEnv: 'development',
      port: 4000,
      host: '127.0.0.1',
      publicUrl: undefined,
      databaseUrl: undefined,
      databaseReplicaUrls: [],
      databaseConnections: 20,
      redisUrl: undefined,
      dataDir: resolve('data'),
      sessionSecrets: [],
      allowedOrigins: ['http://localhost:4000', 'http://127.0.0.1:4000'],
      rateLimits: {
        signIn: { points: 10, seconds: 60 },
        signUp: { points: 5, seconds: 3600 },
        invite: { points: 10, seconds: 60 },
        export: { points: 3, seconds: 3600 },
        mutation: { points: 300, seconds: 60 },
        query: { points: 900, seconds: 60 },
        socket: { points: 60, seconds: 60 },
        file: { points: 1800, seconds: 60 },
      },
      fileLimits: { file: 25 * 1024 * 1024, account: 2048 * 1024 * 1024 },
      s3: undefined,
      metricsToken: undefined,
      logRetentionDays: 30,
      logLevel: 'info',
      trustProxy: 0,
    });
  });

  it('takes blank variables as not given', () => {
    expect(parseConfig({ PORT: '', SESSION_SECRET: '  ', DATABASE_URL: '', DATABASE_URL_FILE: '' })).toEqual(
      parseConfig({}),
    );
  });

  it('reads everything', () => {
    const config = parseConfig({
      NODE_ENV: 'production',
      PORT: '80',
      HOST: '::',
      PUBLIC_URL: 'https://chat.example.org/',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443,https://chat.example.org',
      TRUST_PROXY: '2',
      DATA_DIR: '/srv/parley',
      DATABASE_URL: 'postgresql://u:p@db/parley',
      DATABASE_REPLICA_URLS: 'postgres://r1/parley,postgres://r2/parley',
      REDIS_URL: 'rediss://cache:6380/1',
      SESSION_SECRET: `${secretA},${secretB}`,
      RATE_LIMITS: 'signIn=3/10, query=off',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      nodeEnv: 'production',
      port: 80,
      host: '::',
      publicUrl: 'https://chat.example.org',
      allowedOrigins: ['https://chat.example.org', 'https://a.example', 'https://b.example:8443'],
      trustProxy: 2,
      dataDir: resolve('/srv/parley'),
      databaseUrl: 'postgresql://u:p@db/parley',
      databaseReplicaUrls: ['postgres://r1/parley', 'postgres://r2/parley'],
      redisUrl: 'rediss://cache:6380/1',
      sessionSecrets: [secretA, secretB],
      logLevel: 'debug',
    });
    expect(config.rateLimits.signIn).toEqual({ points: 3, seconds: 10 });
    expect(config.rateLimits.query).toBeNull();
    expect(config.rateLimits.signUp).toEqual({ points: 5, seconds: 3600 });
  });

  it('keeps one machine to its own origins, whatever the port', () => {
    expect(parseConfig({ PORT: '4100' }).allowedOrigins).toEqual(localOrigins(4100));
    expect(parseConfig({ ALLOWED_ORIGINS: 'http://localhost:5173' }).allowedOrigins).toEqual([
      ...localOrigins(4000),
      'http://localhost:5173',
    ]);
  });

  it('switches every limit off at once', () => {
    expect(new Set(Object.values(parseConfig({ RATE_LIMITS: 'off' }).rateLimits))).toEqual(new Set([null]));
  });

  it('reads secrets from files', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, `${secretA}\n`);
    expect(parseConfig({ SESSION_SECRET_FILE: path }).sessionSecrets).toEqual([secretA]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a port that is none',
      { PORT: 'http' },
      /^PORT must be a port number from 0 to 65535, but is "http"\.$/,
    ],
    ['a port too high', { PORT: '70000' }, /^PORT .* "70000"\.$/],
    ['a host with a path', { HOST: 'a/b' }, /^HOST must be a name or an address/],
    ['a public URL with a path', { PUBLIC_URL: 'https://example.org/chat' }, /^PUBLIC_URL .* without a path/],
    [
      'a public URL without encryption',
      { PUBLIC_URL: 'http://chat.example.org' },
      /^PUBLIC_URL must begin with https:/,
    ],
    [
      'a wildcard origin',
      { ALLOWED_ORIGINS: '*' },
      /^ALLOWED_ORIGINS must hold an address .* but holds "\*"\.$/,
    ],
    [
      'another database',
      { DATABASE_URL: 'mysql://localhost/x' },
      /^DATABASE_URL must be an address such as postgresql:/,
    ],
    [
      'replicas without a primary',
      { DATABASE_REPLICA_URLS: 'postgres://r/x' },
      /^DATABASE_REPLICA_URLS needs DATABASE_URL/,
    ],
    ['no connections', { DATABASE_CONNECTIONS: '0' }, /^DATABASE_CONNECTIONS must be .* from 5 to 500/],
    [
      'a Redis address that is none',
      { REDIS_URL: 'localhost:6379' },
      /^REDIS_URL must be an address such as redis:/,
    ],
    [
      'a short secret',
      { SESSION_SECRET: `${secretA},short` },
      /^SESSION_SECRET must hold secrets of 32 or more/,
    ],
    [
      'a secret of one letter',
      { SESSION_SECRET: 'a'.repeat(40) },
      /^SESSION_SECRET holds a secret that can be guessed/,
    ],
    [
      'no secret in production',
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/x' },
      /^SESSION_SECRET must be given/,
    ],
    [
      'an unknown environment',
      { NODE_ENV: 'staging' },
      /^NODE_ENV must be one of development, production, test, but is "staging"\.$/,
    ],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [
      'an unknown rule',
      { RATE_LIMITS: 'login=1/1' },
      /^RATE_LIMITS knows the rules signIn, .* but not "login"\.$/,
    ],
    [
      'a limit that is none',
      { RATE_LIMITS: 'signIn=10' },
      /^RATE_LIMITS must be "off" or rules .* but holds "signIn=10"\.$/,
    ],
    ['a limit of nothing', { RATE_LIMITS: 'signIn=0/60' }, /^RATE_LIMITS must be/],
    ['proxies that are none', { TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be "off" or the number of proxies/],
    [
      'a secret given twice',
      { REDIS_URL: 'redis://a', REDIS_URL_FILE: '/b' },
      /^REDIS_URL and REDIS_URL_FILE are both set/,
    ],
    [
      'a file that is not there',
      { SESSION_SECRET_FILE: '/nowhere/at-all' },
      /^SESSION_SECRET_FILE must name a file .*ENOENT/,
    ],
  ])('refuses %s in one plain sentence', (_, env, expected) => {
    expect(sentence(env)).toMatch(expected);
  });

  it('never quotes a secret', () => {
    expect(sentence({ DATABASE_URL: 'mysql://me:hunter2@db' })).not.toContain('hunter2');
    expect(sentence({ SESSION_SECRET: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('keepSessionSecret', () => {
  it('makes one for its owner alone and keeps it', () => {
    const dataDir = join(folder, 'deep', 'data');
    const made = keepSessionSecret(dataDir);
    expect(parseConfig({ SESSION_SECRET: made }).sessionSecrets).toEqual([made]);
    expect(keepSessionSecret(dataDir)).toBe(made);
    if (process.platform !== 'win32')
      expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it('refuses an emptied file and a folder that is none', () => {
    writeFileSync(join(folder, 'session-secret'), '');
    expect(() => keepSessionSecret(folder)).toThrow(/holds no session secret; delete it/);
    expect(() => keepSessionSecret(join(folder, 'session-secret'))).toThrow(/^DATA_DIR must be a folder/);
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const written = [...example.matchAll(/^#([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);

  it('names every variable, in the order of the schema', () => {
    expect(written.map(([name]) => name)).toEqual(Object.keys(variables.shape));
    for (const name of fileVariables) expect(example).toContain(`${name}_FILE`);
  });

  it('shows what holds when nothing is given', () => {
    expect(parseConfig(Object.fromEntries(written))).toEqual(parseConfig({}));
  });
});
