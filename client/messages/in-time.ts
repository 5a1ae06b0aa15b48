import { useEffect, useState } from 'react';

/** The longest that a browser's timer waits. */
const longest = 2 ** 31 - 1;

/** Milliseconds for which a message can still be changed. By this device's clock: the server's decides. */
export const timeLeft = (createdAt: string, seconds: number | null): number =>
  seconds === null ? Infinity : Date.parse(createdAt) + seconds * 1000 - Date.now();

/** Whether a message can still be changed, until it no longer can. */
export function useInTime(createdAt: string, seconds: number | null): boolean {
  const [, setNow] = useState(0);
  const left = timeLeft(createdAt, seconds);
  const waits = left > 0 && left < longest;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setNow(Date.now()), timeLeft(createdAt, seconds));
    return () => clearTimeout(timer);
  }, [waits, createdAt, seconds]);
  return left > 0;
}
