import { useStore } from '../ui/store.ts';
import { cx } from '../ui/cx.ts';
import { folders, openFolder } from './folder.ts';
import { useWaiting } from './use-waiting.ts';

/** The parts of the list, on a wide screen. */
export function FolderRail() {
  const open = useStore(openFolder);
  const waitingIn = useWaiting();
  return (
    <nav aria-label="Folders" className="flex min-h-0 flex-col gap-1 overflow-y-auto px-1">
      {folders.map(({ folder, label, icon: Icon }) => {
        const waiting = waitingIn(folder);
        return (
          <button
            key={folder}
            type="button"
            aria-current={folder === open ? 'true' : undefined}
            onClick={() => openFolder.set(folder)}
            className={cx(
              'relative flex w-16 flex-col items-center gap-0.5 rounded-control px-0.5 py-2 text-[0.6875rem] leading-4 transition-colors',
              folder === open
                ? 'bg-accent-quiet text-accent-text'
                : 'text-muted hover:bg-surface-hover hover:text-text',
            )}
          >
            <Icon aria-hidden size={20} strokeWidth={1.75} />
            <span className="max-w-full truncate">{folder === 'INBOX' ? 'All' : label}</span>
            {waiting > 0 && (
              <span className="absolute end-1.5 top-1 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent-fill px-1 text-[0.625rem] font-semibold text-on-accent tabular-nums">
                <span aria-hidden>{waiting > 99 ? '99+' : waiting}</span>
                <span className="sr-only">{waiting} unread</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
