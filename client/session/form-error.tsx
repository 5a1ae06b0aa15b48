/** What is wrong with the whole form. The place stands empty beforehand, so that what comes is read out. */
export function FormError({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children && <p className="rounded-control bg-danger-quiet px-3 py-2 text-danger-text">{children}</p>}
    </div>
  );
}
