// The server as it is being written, with signals as a person means them; whoever imports this has TypeScript registered.
import { deliverSignalsOnce } from './signals.mjs';

deliverSignalsOnce();
await import('../server/main.ts');
