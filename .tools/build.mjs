// `npm run build`: the server in server/dist, the web app in client/dist and the generated database client, as `npm start` would make them.
import { bootstrap } from './bootstrap.mjs';

await bootstrap({ server: true, client: true });
