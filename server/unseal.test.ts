import { sealData, unsealData } from 'iron-session';
import { expect, it } from 'vitest';
import { unseal } from './unseal.ts';

const secrets = { '7': 'Zm9yLXRlc3RzLW9ubHktYS1zZWNyZXQtMDEyMzQ1Njc4OQ', '12': 'x'.repeat(32) };
const seal = (data: unknown, ttl = 0) => sealData(data, { password: secrets, ttl });

it.each([{ secret: 'AAAAAAAAAAAAAAAAAAAAAA' }, { secret: 'ü 🎈\0' }, {}, { a: 'x'.repeat(3000) }])(
  '[WI12] opens what iron-session has sealed: %o',
  async (data) => {
    const sealed = await seal(data);
    expect(await unseal(sealed, secrets)).toEqual(data);
    expect(await unsealData(sealed, { password: secrets, ttl: 0 })).toEqual(data);
  },
);

it('[WI11] opens nothing in which a single letter was changed', async () => {
  const sealed = await seal({ secret: 'AAAAAAAAAAAAAAAAAAAAAA' });
  const { length } = sealed.split('~')[0] ?? '';
  for (let at = 0; at < length; at += 1) {
    const other = sealed[at] === 'a' ? 'b' : 'a';
    await expect(unseal(sealed.slice(0, at) + other + sealed.slice(at + 1), secrets)).rejects.toThrow(Error);
  }
});

it('[WI11] opens nothing that was sealed with another secret, or that has ended', async () => {
  const sealed = await seal({});
  await expect(unseal(sealed, { '7': secrets['7'] })).rejects.toThrow('Cannot find password');
  await expect(unseal(sealed, { '12': 'y'.repeat(32) })).rejects.toThrow('Bad hmac value');
  await expect(unseal(await seal({}, -3600), secrets)).rejects.toThrow('Expired seal');
});
