import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** A part of the settings, under a heading of its own. */
export function SettingsSection({ title, note, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div>
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {note && <p className="mt-1 text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
}
