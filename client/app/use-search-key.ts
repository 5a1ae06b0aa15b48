import { useEffect, useEffectEvent } from 'react';

import { leavingTrace, searchPlace, useNavigate } from './places.ts';

/** Ctrl+K, or Cmd+K, leads to the search from everywhere; there, back into its field. */
export function useSearchKey() {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() !== 'k') return;
    // What is being asked in a dialog comes first.
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (field) field.select();
    else navigate(searchPlace(), leavingTrace);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
