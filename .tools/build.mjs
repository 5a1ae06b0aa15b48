// `npm run build`: the web app in client/dist and the generated database client, as `npm start` would make them.
import { bootstrap } from './bootstrap.mjs';

await bootstrap({ build: true });
