/** Parley's mark: two speech shapes that overlap. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="currentColor"
      className="text-accent"
    >
      <path d="M9.5 3h7a7.5 7.5 0 0 1 0 15h-6.6l-4.6 3.5a.8.8 0 0 1-1.3-.6v-5.6A7.5 7.5 0 0 1 9.5 3Z" />
      <path
        fillOpacity="0.55"
        d="M15.5 11h7a7.5 7.5 0 0 1 5.5 12.6v5.3a.8.8 0 0 1-1.3.6L22.1 26h-6.6a7.5 7.5 0 0 1 0-15Z"
      />
    </svg>
  );
}
