import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';

import { searchPlace, threadPlace, useOpenThread, useSearchShown, useThreadShown } from './places.ts';

const thread = 'thr_0190000a-0000-7000-8000-000000000001';
const message = 'msg_0190000a-0000-7000-8000-000000000002';

function at<Result>(path: string, hook: () => Result): Result {
  const { hook: location, searchHook } = memoryLocation({ path });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Router hook={location} searchHook={searchHook}>
      {children}
    </Router>
  );
  return renderHook(hook, { wrapper }).result.current;
}

describe('an address of a thread', () => {
  it.each([
    {},
    { panel: 'people' as const },
    { m: message },
    { panel: 'people' as const, m: message },
    { replies: message, reply: message },
  ])('reads as it was made: %o', (shown) => {
    expect(at(threadPlace(thread, shown), useThreadShown)).toEqual(shown);
    expect(at(threadPlace(thread, shown), useOpenThread)).toBe(thread);
  });

  it('means nothing by what cannot be meant', () => {
    expect(at(`/t/${thread}?panel=else&m=<b>&replies=x`, useThreadShown)).toEqual({});
    expect(at('/settings', useOpenThread)).toBeUndefined();
  });
});

describe('an address of a search', () => {
  it.each([
    ['', false],
    ['in:"Böhm & Söhne" 50% +1', true],
    ['%41', false],
    ['123', false],
    ['true', false],
  ])('reads as it was made: %s', (q, best) => {
    expect(at(searchPlace(q, best), useSearchShown)).toEqual({ q, best });
  });
});
