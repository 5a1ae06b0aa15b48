import { X } from 'lucide-react';

import { IconButton } from './icon-button.tsx';
import { announce } from './live-region.tsx';
import { createStore, useStore } from './store.ts';

type Toast = { id: number; text: string };

/** Long enough to read twice; it stays while the pointer or the focus is on it. */
const SHOWN_MS = 6_000;

const toasts = createStore<readonly Toast[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let nextId = 1;

/** Says in passing what went wrong or was done, where no field or row can say it. */
export function toast(text: string) {
  const id = nextId++;
  toasts.set([...toasts.get().slice(-2), { id, text }]);
  announce(text, 'assertive');
  resume(id);
}

function dismiss(id: number) {
  pause(id);
  toasts.set(toasts.get().filter((shown) => shown.id !== id));
}

function pause(id: number) {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

function resume(id: number) {
  pause(id);
  timers.set(
    id,
    setTimeout(() => dismiss(id), SHOWN_MS),
  );
}

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-20 z-20 flex flex-col items-center gap-2 p-4">
      {shown.map(({ id, text }) => (
        <div
          key={id}
          onPointerEnter={() => pause(id)}
          onPointerLeave={() => resume(id)}
          onFocus={() => pause(id)}
          onBlur={() => resume(id)}
          className="pointer-events-auto flex max-w-md items-center gap-2 rounded-card bg-surface-raised py-1.5 ps-4 pe-1.5 shadow-float"
        >
          <span>{text}</span>
          <IconButton icon={X} label="Dismiss" onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
