import { ChevronDown } from 'lucide-react';

import type { ThreadFolder } from '../generated/graphql.ts';
import { useStore } from '../ui/store.ts';
import { faceOf, folders, openFolder } from './folder.ts';
import { useWaiting } from './use-waiting.ts';

/** The parts of the list, where there is no room for a rail: the list's name is the choice. */
export function FolderSelect() {
  const open = useStore(openFolder);
  const waitingIn = useWaiting();
  return (
    <span className="relative flex min-w-0 flex-1 items-center gap-1 rounded-control focus-within:outline-2 focus-within:outline-accent desktop:hidden">
      <span aria-hidden className="truncate text-title font-semibold">
        {faceOf(open).label}
      </span>
      <ChevronDown aria-hidden size={18} className="shrink-0 text-muted" />
      <select
        aria-label="Folder"
        value={open}
        onChange={(event) => openFolder.set(event.target.value as ThreadFolder)}
        className="absolute inset-0 cursor-pointer opacity-0"
      >
        {folders.map(({ folder, label }) => {
          const waiting = waitingIn(folder);
          return (
            <option key={folder} value={folder} className="bg-surface-raised text-text">
              {waiting > 0 ? `${label} (${waiting})` : label}
            </option>
          );
        })}
      </select>
    </span>
  );
}
