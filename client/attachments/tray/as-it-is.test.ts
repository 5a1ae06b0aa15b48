import { expect, it } from 'vitest';

import { isSentAsItIs } from './as-it-is.ts';

it.each([
  ['pier.heic', 'image/heic', true],
  ['pier.HEIC', 'application/octet-stream', true],
  ['scan.tif', 'application/octet-stream', true],
  ['scan', 'image/tiff', true],
  ['old.bmp', 'image/bmp', true],
  ['pier.CR3', 'application/octet-stream', true],
  ['pier.nef', '', true],
  ['pier.mov', 'video/quicktime', true],
  ['pier', 'video/mp4', true],
  ['pier.m4v', 'video/x-m4v', true],
  ['screen.webm', 'video/webm', false],
  ['pier.jpg', 'image/jpeg', false],
  ['drawing.svg', 'image/svg+xml', false],
  ['notes.txt', 'text/plain', false],
])(
  '[AT7] of %s (%s) it knows whether what it says of its place is sent along: %s',
  (name, contentType, is) => {
    expect(isSentAsItIs({ name, contentType })).toBe(is);
  },
);
