/** How the files above the composer stand: in as many columns as there is room for. */
export const trayLook =
  'grid max-h-44 grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-2 overflow-y-auto border-b border-line p-2';

export const chipLook =
  'flex min-h-12 min-w-0 items-center gap-2.5 rounded-control p-1 ps-1.5 pointer-coarse:min-h-13';
