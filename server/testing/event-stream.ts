import { begin } from './http.ts';
import { Inbox } from './inbox.ts';
import type { Result } from './person.ts';

/** A subscription as server-sent events. */
export interface EventStream {
  status: number;
  results: Inbox<Result>;
  /** How it ended: `complete` said so, or not. */
  ended: Promise<{ complete: boolean }>;
  cut(): void;
  /** Reads nothing until told otherwise. */
  pause(): void;
  resume(): void;
}

export async function openEventStream(
  url: string,
  headers: Record<string, string>,
  body: object,
  socketPath?: string,
): Promise<EventStream> {
  const response = await begin(url, {
    socketPath,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });
  const results = new Inbox<Result>();
  let complete = false;
  let unread = '';
  response.setEncoding('utf8');
  response.on('data', (text: string) => {
    const blocks = (unread + text).split('\n\n');
    unread = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = new Map(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      if (lines.get('event') === 'next') results.push(JSON.parse(lines.get('data') ?? '') as Result);
      if (lines.get('event') === 'complete') complete = true;
    }
  });
  response.on('error', () => {});
  const ended = new Promise<{ complete: boolean }>((resolve) =>
    response.once('close', () => resolve({ complete })),
  );
  return {
    status: response.statusCode ?? 0,
    results,
    ended,
    cut: () => void response.destroy(),
    pause: () => void response.pause(),
    resume: () => void response.resume(),
  };
}
