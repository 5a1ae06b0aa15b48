import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { Lightbox } from './lightbox.tsx';

afterEach(() => void vi.restoreAllMocks());

const picture = (id: string): Attachments_fileFragment => ({
  __typename: 'Attachment',
  id,
  name: `${id}.png`,
  contentType: 'image/png',
  kind: 'IMAGE',
  size: 1_000,
  width: 40,
  height: 30,
  url: `/files/${id}`,
  thumbnailUrl: null,
});

/** Somebody looks at the picture "pier". */
function Looking({ among }: { readonly among: readonly string[] }) {
  const [viewedId, setViewedId] = useState<string | null>('pier');
  return <Lightbox pictures={among.map(picture)} viewedId={viewedId} onView={setViewedId} />;
}

it('shuts when the picture goes, and does not open by itself when it comes again', async () => {
  const { rerender } = render(<Looking among={['pier', 'boat']} />);
  await screen.findByRole('dialog', { name: 'pier.png' });
  rerender(<Looking among={['boat']} />);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  rerender(<Looking among={['pier', 'boat']} />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('goes on by the keys once a picture in its full size has room for all of it', async () => {
  render(<Looking among={['pier', 'boat']} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Show pier.png in its full size' }));
  const picture = () => screen.getByRole('img', { name: 'pier.png' });
  fireEvent.keyDown(picture(), { key: 'ArrowRight' });
  expect(picture().style.width).toBe('40px');
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(300);
  fireEvent(window, new Event('resize'));
  fireEvent.keyDown(picture(), { key: 'ArrowRight' });
  await screen.findByRole('dialog', { name: 'boat.png' });
});
