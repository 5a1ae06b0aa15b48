// `npm start`: whatever a fresh clone lacks, then the server, in this very process: signals and exit code are its own.
import { bootstrap, loadEnv } from './bootstrap.mjs';
import { deliverSignalsOnce } from './signals.mjs';

await bootstrap({ server: true, client: true });
loadEnv();
process.setSourceMapsEnabled(true);
deliverSignalsOnce();
await import('../server/dist/main.js');
