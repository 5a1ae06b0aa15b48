import type { ServerResponse } from 'node:http';
import type { Instance } from '../instance.ts';

/** Answers /health/live (the process runs) and /health/ready (it can serve: 200, or 503 and what is wrong). */
export async function answerHealth(
  path: string,
  response: ServerResponse,
  instance: Instance,
  draining: boolean,
): Promise<boolean> {
  if (path === '/health/live') {
    json(response, 200, { status: 'live' });
    return true;
  }
  if (path !== '/health/ready') return false;
  const wrong: string[] = [];
  if (draining) wrong.push('The server is going down.');
  try {
    await instance.prisma.$queryRaw`select 1`;
  } catch {
    wrong.push('The database does not answer.');
  }
  if (instance.tail.trouble) wrong.push(instance.tail.trouble);
  // Without Redis everything still arrives, a little later, and without its replicas the primary serves: degraded, and ready.
  const { bus, throttles, replicas } = instance;
  const degraded = [bus.trouble(), throttles.trouble(), ...replicas.troubles()].filter(
    (each) => each !== null,
  );
  json(response, wrong.length > 0 ? 503 : 200, {
    status: wrong.length > 0 ? 'unready' : degraded.length > 0 ? 'degraded' : 'ready',
    problems: [...wrong, ...degraded],
  });
  return true;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
