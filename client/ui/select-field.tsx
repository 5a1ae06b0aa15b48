import type { ComponentProps } from 'react';
import { useId } from 'react';

type Props = Omit<ComponentProps<'select'>, 'id' | 'children' | 'onChange'> & {
  label: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
};

/** A labelled choice of one of a few: the system's own, so that every phone shows it as it shows all of them. */
export function SelectField({ label, onChange, choices, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-meta font-medium">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-10 w-full rounded-control border border-line-control bg-surface-raised px-2.5 py-2 pointer-coarse:min-h-11"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
