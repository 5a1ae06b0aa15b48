import { useEffect, useState } from 'react';

/** As long as a pause in typing. */
const PAUSE_MS = 180;

/** What was typed, once typing pauses. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
