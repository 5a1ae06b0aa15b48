import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const known = [1, 2, 4];
const parse = (...args: string[]) => parseOptions(args, {}, known);

describe('options', () => {
  it('runs everything where nothing is named, and each named workload once', () => {
    expect(parse()).toMatchObject({ workloads: [1, 2, 4], quick: false, rounds: 5, redisUrl: undefined });
    expect(parse('4', '1', '4', '--quick')).toMatchObject({ workloads: [4, 1], quick: true, rounds: 3 });
  });

  it('takes the database of the environment, and Redis only when it is asked for', () => {
    const env = { DATABASE_URL: 'postgresql://somewhere/there', REDIS_URL: 'redis://somewhere' };
    expect(parseOptions([], env, known)).toMatchObject({
      databaseUrl: env.DATABASE_URL,
      redisUrl: undefined,
    });
    expect(parseOptions(['--redis'], env, known).redisUrl).toBe(env.REDIS_URL);
    expect(parse('--redis').redisUrl).toBe('redis://127.0.0.1:6379');
  });

  it.each([['3'], ['fast'], ['--fast'], ['--rounds=0'], ['--rounds=many']])('refuses %s', (argument) => {
    expect(() => parse(argument)).toThrow(/workload|--fast|--rounds/);
  });
});
