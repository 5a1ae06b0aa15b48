import { text } from './text.ts';

/** The key that makes a retry safe; see `write`. */
export const retryKeyRule = text(200, 'A key has 1 to 200 characters.').nullish();
