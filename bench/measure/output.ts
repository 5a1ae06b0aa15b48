import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where reports and profiles go. */
export const outputFolder = fileURLToPath(new URL('../output/', import.meta.url));
mkdirSync(outputFolder, { recursive: true });
