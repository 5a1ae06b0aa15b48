import { expect, it } from 'vitest';
import { parseLog } from './irc-log.ts';
import type { Person } from './people.ts';
import { planSends } from './plan.ts';
import { Session } from './session.ts';

const session = new Session({ url: new URL('http://localhost') });
const ada: Person = { id: 'usr_1', handle: 'ada', displayName: 'Ada', session };
const plan = (log: string, annotations = '') =>
  planSends(parseLog(log, annotations), new Map([['ada', ada]]));

it('plans what comes back: without blank space at both ends, and nothing that cannot be sent', () => {
  const planned = plan(
    `[09:14] <ada>  hi \n[09:14] <ada>   \n[09:14] <ada> \ufeffb\n[09:14] <ada> n\0\n[09:15] <ada> ${'x'.repeat(10_001)}`,
  );
  expect(planned.map(({ line, body }) => [line, body])).toEqual([
    [0, 'hi'],
    [2, 'b'],
  ]);
});

it('names a reply by an id that exists before anything is sent, if its message is sent', () => {
  const [one, three] = plan(
    '[09:14] <ada> one\n[09:14] <ada> \n[09:14] <ada> three\n[09:14] <ada> four',
    '0 2 -\n1 3 -\n',
  );
  expect(one?.id).toMatch(/^msg_[0-9a-f-]{36}$/);
  expect(one?.replyTo).toBeNull();
  expect(three?.replyTo).toEqual({ id: one?.id });
  expect(plan('[09:14] <ada> \n[09:14] <ada> b', '0 1 -\n')[0]?.replyTo).toBeNull();
});
