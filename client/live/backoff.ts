const LONGEST_WAIT_MS = 20_000;

/** 0.3 to 0.6 s at first, doubling; the spread keeps a thousand clients from coming back in one instant. */
export function backoff(tries: number, random = Math.random): number {
  return Math.min(LONGEST_WAIT_MS, 300 * 2 ** tries) * (1 + random());
}

/** Waits, but no longer than until the network is back or somebody looks. */
export function wakeable(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeIfSeen);
      resolve();
    };
    const wakeIfSeen = () => {
      if (document.visibilityState === 'visible') wake();
    };
    const timer = setTimeout(wake, ms);
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeIfSeen);
  });
}
