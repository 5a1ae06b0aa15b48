import { Skeleton } from '../ui/skeleton.tsx';

const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-1/3'];

/** Messages before they are there: at the bottom, where the newest will stand. */
export function ConversationSkeleton() {
  return (
    <div aria-busy className="flex flex-1 flex-col justify-end gap-5 overflow-hidden p-6">
      <span className="sr-only">Loading messages</span>
      {widths.map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3 w-28" />
            <Skeleton className={`h-3 max-w-xl ${width}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
