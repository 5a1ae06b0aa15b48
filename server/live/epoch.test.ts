import { pino } from 'pino';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../prisma/testing.ts';
import { parseConfig } from '../config.ts';
import { openInstance } from '../instance.ts';

it('[LV14] stops an instance whose log has begun a new epoch elsewhere', async () => {
  const database = await freshDatabase();
  const config = parseConfig({ RATE_LIMITS: 'off', DATABASE_URL: database.url });
  let ended = () => {};
  const end = new Promise<void>((resolve) => (ended = resolve));
  const instance = await openInstance(config, database.url, pino({ level: 'silent' }), ended);
  await instance.prisma.logEpoch.create({
    data: { id: 'another', fingerprint: 'elsewhere' },
  });
  await end;
  expect(instance.tail.trouble).toContain('new epoch');
  await instance.stop();
  await database.drop();
});
