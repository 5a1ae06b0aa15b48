import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { connection } from '../../live/connection.ts';
import { OtherFiles } from './other-files.tsx';

const film: Attachments_fileFragment = {
  __typename: 'Attachment',
  id: 'att_1',
  name: 'pier.mov',
  contentType: 'video/quicktime',
  kind: 'VIDEO',
  size: 1_000,
  width: null,
  height: null,
  url: '/files/att_1',
  thumbnailUrl: null,
};

beforeEach(() => connection.set('online'));

const show = () => render(<OtherFiles files={[film]} reachable />).container;

it('[AT30] a film that the browser cannot decode is there to be had', () => {
  const container = show();
  fireEvent.error(container.querySelector('video')!);
  expect(container.querySelector('video')).toBeNull();
  expect(screen.getByRole('link', { name: /^Download pier.mov MOV/ })).toBeDefined();
});

it('[AT30] one of which it knows no picture is heard', () => {
  const container = show();
  fireEvent.loadedMetadata(container.querySelector('video')!);
  expect(container.querySelector('video')).toBeNull();
  expect(container.querySelector('audio')?.getAttribute('src')).toBe('/files/att_1');
});

it('one that the network cuts short waits', () => {
  const container = show();
  const player = container.querySelector('video')!;
  Object.defineProperty(player, 'error', { value: { code: 2 } });
  fireEvent.error(player);
  expect(container.querySelector('video')).toBe(player);
});

it.each(['offline', 'connecting'] as const)(
  'while %s it waits, and is tried again behind that',
  (without) => {
    connection.set(without);
    const container = show();
    const player = container.querySelector('video')!;
    const load = vi.spyOn(player, 'load').mockReturnValue();
    Object.defineProperty(player, 'error', { value: { code: 4 } });
    fireEvent.error(player);
    expect(container.querySelector('video')).toBe(player);
    expect(load).not.toHaveBeenCalled();
    act(() => connection.set('online'));
    expect(load).toHaveBeenCalledOnce();
    fireEvent.error(player);
    expect(container.querySelector('video')).toBeNull();
  },
);
