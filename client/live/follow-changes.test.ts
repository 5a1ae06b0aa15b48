import { parse } from 'graphql';
import type { Client, ExecutionResult, Sink, SubscribePayload } from 'graphql-ws';
import { describe, expect, it, vi } from 'vitest';

import type { Change } from '../apollo/change.ts';
import type { ChangesSubscription } from '../generated/graphql.ts';
import { followChanges } from './follow-changes.ts';

const document = parse('subscription Changes($after: Cursor) { changes(after: $after) { cursor } }');
const caughtUp = (cursor: string): Change => ({ __typename: 'CaughtUp', cursor, at: '' });

/** Stands where graphql-ws stands: it sends the payload as JSON now, and once more after each cut. */
function fakeSocket() {
  const sent: unknown[] = [];
  const left = vi.fn();
  let sink: Sink<ExecutionResult<ChangesSubscription>> | undefined;
  let payload: SubscribePayload | undefined;
  const send = () => sent.push(JSON.parse(JSON.stringify(payload)).variables);
  const subscribe = ((asked: SubscribePayload, into: Sink<ExecutionResult<ChangesSubscription>>) => {
    [payload, sink] = [asked, into];
    send();
    return left;
  }) as Client['subscribe'];
  return {
    socket: { subscribe },
    sent,
    left,
    reconnect: send,
    next: (result: ExecutionResult<ChangesSubscription>) => sink?.next(result),
    error: (error: unknown) => sink?.error(error),
    complete: () => sink?.complete(),
  };
}

function follow() {
  const wire = fakeSocket();
  const seen = { onChange: vi.fn(), onResync: vi.fn(), onEnd: vi.fn() };
  const stop = followChanges({ socket: wire.socket, document, after: 'c0', ...seen });
  return { ...wire, ...seen, stop };
}

describe('followChanges', () => {
  it('begins at the cursor of the snapshot', () => {
    expect(follow().sent).toEqual([{ after: 'c0' }]);
  });

  it('goes on after a cut from the last change that it has handed over', () => {
    const { sent, next, reconnect, onChange } = follow();
    next({ data: { changes: caughtUp('c1') } });
    next({ data: { changes: caughtUp('c2') } });
    reconnect();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(sent.at(-1)).toEqual({ after: 'c2' });
  });

  it('does not pass by a change that could not be applied', () => {
    const { sent, next, reconnect, onChange } = follow();
    onChange.mockImplementationOnce(() => {
      throw new Error('broken');
    });
    expect(() => next({ data: { changes: caughtUp('c1') } })).toThrow('broken');
    reconnect();
    expect(sent.at(-1)).toEqual({ after: 'c0' });
  });

  it.each([
    ['ends the subscription', (wire: ReturnType<typeof follow>, errors: never) => wire.error(errors)],
    ['answers it', (wire: ReturnType<typeof follow>, errors: never) => wire.next({ errors })],
  ])('asks for a snapshot when RESYNC_REQUIRED %s', (_, tell) => {
    const wire = follow();
    tell(wire, [{ message: 'Too old.', extensions: { code: 'RESYNC_REQUIRED' } }] as never);
    expect(wire.onResync).toHaveBeenCalledOnce();
    expect(wire.onEnd).not.toHaveBeenCalled();
  });

  it('says once that the stream has ended for another reason', () => {
    const { error, complete, onEnd } = follow();
    error({ code: 4401, reason: 'Unauthorized' });
    complete();
    expect(onEnd).toHaveBeenCalledExactlyOnceWith({ code: 4401, reason: 'Unauthorized' });
  });

  it('is silent once stopped', () => {
    const { stop, next, complete, left, onChange, onEnd } = follow();
    stop();
    next({ data: { changes: caughtUp('c1') } });
    complete();
    expect(left).toHaveBeenCalledOnce();
    expect(onChange).not.toHaveBeenCalled();
    expect(onEnd).not.toHaveBeenCalled();
  });
});
