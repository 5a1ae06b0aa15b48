import type { NotedFile } from '../../messages/composer/drafts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { cx } from '../../ui/cx.ts';
import { chipLook, trayLook } from './look.ts';

/** Files of an earlier visit, in their room, until it is known what has become of them. */
export function ComingBack({ files }: { readonly files: readonly NotedFile[] }) {
  return (
    <div role="status" aria-label="Getting this draft’s files back">
      <ul className={trayLook}>
        {files.map(({ key, name }) => (
          <li key={key} className={cx(chipLook, 'bg-surface-sunken')}>
            <Skeleton className="size-10 shrink-0" />
            <span className="min-w-0 flex-1 text-meta">
              <span title={name} className="block truncate font-medium">
                <bdi>{name}</bdi>
              </span>
              <span className="block text-muted">Getting it back…</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
