import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { listen } from './listen.ts';
import { pageInSql, pageSql, threadsSql } from './read-sql.ts';
import { searchSql, type Sought } from './search-sql.ts';
import { sendCte } from './send-cte.ts';

// Hand-written REST: node:http, JSON, pg, and no more than one prepared statement a request. No sessions: who asks is
// believed.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

type Asked = Record<string, string>;

/** JSON already. */
class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const routes: Record<string, (asked: never) => Promise<unknown>> = {
  '/messages': async ({ threadId, userId, body }: Asked) => {
    const id = `msg_${v7()}`;
    const { rows } = await pool.query({ name: 'send', text: sendCte, values: [threadId, userId, id, body] });
    if (!rows[0]) throw new Error('No such thread.');
    return { id, threadId, authorId: userId, body, ...rows[0] };
  },
  '/page': async ({ threadId, userId, before }: Asked) => {
    const values = [threadId, userId, before ?? 2 ** 31 - 1];
    const { rows } = await pool.query({ name: 'page', text: pageSql, values });
    return rows;
  },
  '/page-in-sql': async ({ threadId, userId, before }: Asked) => {
    const values = [threadId, userId, before ?? 2 ** 31 - 1];
    const { rows } = await pool.query<{ page: string }>({ name: 'page in SQL', text: pageInSql, values });
    return new Written(rows[0]?.page ?? '[]');
  },
  '/threads': async ({ userId }: Asked) => {
    const { rows } = await pool.query({ name: 'threads', text: threadsSql, values: [userId] });
    return rows;
  },
  '/search': async (sought: Sought) => {
    // Without a name, so that it is planned for what is sought: for anything at all there is no good plan.
    const { rows } = await pool.query(searchSql(sought));
    return rows;
  },
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const route = routes[request.url ?? ''];
  try {
    if (!route) throw new Error('No such route.');
    const found = await route(JSON.parse(String(Buffer.concat(chunks))) as never);
    const body = found instanceof Written ? found.text : JSON.stringify(found);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

listen(createServer((request, response) => void answer(request, response)));
