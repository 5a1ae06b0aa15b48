import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { CrashBoundary } from './crash-screen.tsx';

function Broken(): never {
  throw new Error('It broke.');
}

it('shows a way out where a screen broke, and the next screen somewhere else', () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
  const at = (path: string) => (
    <CrashBoundary at={path}>{path === '/broken' ? <Broken /> : <p>Whole</p>}</CrashBoundary>
  );
  const { rerender } = render(at('/broken'));
  expect(screen.getByRole('button', { name: 'Load Parley again' })).toBeDefined();
  rerender(at('/elsewhere'));
  expect(screen.getByText('Whole')).toBeDefined();
  expect(reported).toHaveBeenCalled();
});
