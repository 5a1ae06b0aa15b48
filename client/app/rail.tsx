import { SavedLink } from '../keep/saved-link.tsx';
import { FolderRail } from '../threads/folder-rail.tsx';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { ProfileMenu } from './profile-menu.tsx';

/** The narrow column at the start of a wide screen. */
export function Rail({ className }: { className?: string }) {
  return (
    <header
      className={cx('w-18 shrink-0 flex-col items-center justify-between bg-surface-sunken py-4', className)}
    >
      <div className="flex min-h-0 flex-col items-center gap-4">
        <Mark size={34} />
        <FolderRail />
        <SavedLink />
      </div>
      <ProfileMenu side="right" />
    </header>
  );
}
