import { vi } from 'vitest';

/** As long as `expect.poll` waits, see .tools/vitest.config.ts. Vitest's own second is none on a busy machine. */
const timeout = 30_000;

type Options = number | { timeout?: number; interval?: number } | undefined;
const patient = (options: Options) => (typeof options === 'number' ? options : { timeout, ...options });

const { waitFor, waitUntil } = vi;
vi.waitFor = (callback, options) => waitFor(callback, patient(options));
vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));
