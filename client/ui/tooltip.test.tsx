import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { TooltipLayer } from './tooltip.tsx';

const pill = (words: string) => (
  <>
    <TooltipLayer />
    <button type="button" data-tooltip={words}>
      👍
    </button>
  </>
);

it('says what the element says by now, while the pointer rests on it', async () => {
  const { rerender } = render(pill('2 people'));
  const pointer = userEvent.setup();
  await pointer.hover(screen.getByRole('button'));
  await screen.findByText('2 people');
  rerender(pill('Bo and Ada'));
  await screen.findByText('Bo and Ada');
  await pointer.unhover(screen.getByRole('button'));
  await waitFor(() => expect(screen.queryByText('Bo and Ada')).toBeNull());
});
