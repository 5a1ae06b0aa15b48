// `npm start`: whatever a fresh clone lacks, then the server, in this very process: signals and exit code are its own.
import { bootstrap, loadEnv } from './bootstrap.mjs';

await bootstrap({ build: true });
loadEnv();
await import('tsx');
await import('./serve.mjs');
