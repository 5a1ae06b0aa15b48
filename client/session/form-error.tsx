/**
 * What is wrong with the whole form. The place is there beforehand, so that what comes is read out; empty, it takes no room,
 * nor a gap of its own.
 */
export function FormError({ children }: { children: string | null }) {
  return (
    <div role="alert" className="empty:absolute">
      {children && <p className="rounded-control bg-danger-quiet px-3 py-2 text-danger-text">{children}</p>}
    </div>
  );
}
