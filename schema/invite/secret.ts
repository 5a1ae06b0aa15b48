import { createHash, randomBytes } from 'node:crypto';

/** 160 bits in 27 characters. The hint that is kept shows 24 of them, so 136 are anybody's guess. */
const secretBytes = 20;
const hintLength = 4;

export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const hintOf = (secret: string): string => secret.slice(0, hintLength);
