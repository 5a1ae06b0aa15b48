import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { useCallback, useState } from 'react';

import { cx } from './cx.ts';

export type MenuProps = {
  trigger: ReactElement<ComponentProps<'button'>>;
  children: ReactNode;
  side?: 'bottom' | 'top' | 'right';
  align?: 'start' | 'end';
  onOpenChange?: (open: boolean) => void;
};

export function MenuPopup({ trigger, children, side = 'bottom', align = 'end', onOpenChange }: MenuProps) {
  // Inside the landmark of its button, so that whoever walks from landmark to landmark finds it.
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  const place = useCallback((button: HTMLElement | null) => {
    if (button) setLandmark(button.closest<HTMLElement>('header, main') ?? document.body);
  }, []);
  return (
    <Base.Root defaultOpen onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger ref={place} render={trigger} />
      <Base.Portal container={landmark}>
        <Base.Positioner side={side} align={align} sideOffset={6} positionMethod="fixed" className="z-10">
          <Base.Popup className="min-w-44 origin-(--transform-origin) rounded-card bg-surface-raised p-1.5 shadow-float transition data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { children: ReactNode; icon?: LucideIcon; danger?: boolean; onSelect: () => void };

export function MenuItem({ children, icon: Icon, danger = false, onSelect }: ItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      className={cx(
        'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 outline-none data-highlighted:bg-surface-hover pointer-coarse:min-h-11',
        danger && 'text-danger-text',
      )}
    >
      {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
      {children}
    </Base.Item>
  );
}

type RadioProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
};

/** One of a few, inside a menu. */
export function MenuChoice({ label, value, onChange, choices }: RadioProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pb-1 pt-2 text-meta text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {choices.map((choice) => (
          <Base.RadioItem
            key={choice.value}
            value={choice.value}
            className="flex min-h-9 cursor-pointer items-center justify-between gap-2.5 rounded-control px-2.5 outline-none data-highlighted:bg-surface-hover pointer-coarse:min-h-11"
          >
            {choice.label}
            <Base.RadioItemIndicator className="size-2 rounded-full bg-accent" />
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
