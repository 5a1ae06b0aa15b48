import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assertPlantable, plantNames, replaced, sendSql } from './plants.ts';

it.each(plantNames)('can plant %s in the product as it is', async (name) => {
  await expect(assertPlantable(name)).resolves.toBeUndefined();
});

it('plants in a function of the database as it was last defined', () => {
  const defining = readdirSync('prisma/migrations')
    .toSorted()
    .map((name) => `prisma/migrations/${name}/migration.sql`)
    .filter((file) => existsSync(file) && /FUNCTION "send_messages"/.test(readFileSync(file, 'utf8')));
  expect(defining.at(-1)).toBe(sendSql);
});

it('says so when the text is not there, or there twice', () => {
  const replacement = { file: 'a.ts', from: 'x', to: 'y' };
  expect(replaced('1 x 2', replacement)).toBe('1 y 2');
  expect(() => replaced('1 2', replacement)).toThrow('"x" should stand in a.ts once');
  expect(() => replaced('x x', replacement)).toThrow('"x" should stand in a.ts once');
});
