import { useId } from 'react';

type Props = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void };

/** A labelled switch: what it does is done at once. */
export function SwitchField({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex min-h-11 items-start gap-4">
      <div className="min-w-0 flex-1">
        <span id={id} className="block font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="block text-meta text-muted">
            {hint}
          </span>
        )}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onClick={() => onChange(!checked)}
        className="group -me-2 inline-flex h-11 w-14 shrink-0 items-center justify-center rounded-control"
      >
        <span className="flex h-6 w-10 items-center rounded-full bg-line-control p-0.5 transition-colors group-aria-checked:bg-accent-fill">
          <span className="size-5 rounded-full bg-surface-raised transition-transform group-aria-checked:translate-x-4 rtl:group-aria-checked:-translate-x-4" />
        </span>
      </button>
    </div>
  );
}
