interface Running {
  /** At once, without waiting. */
  quit(): void;
  /** In peace, with everything tidied up. */
  end(): Promise<void>;
}

/** What must not outlive this process, however it ends. */
const running = new Set<Running>();

/** @returns what takes it back, once it has been ended */
export function mustEnd(thing: Running): () => void {
  running.add(thing);
  return () => running.delete(thing);
}

const patienceMs = 10_000;
let told = false;

/** What was started is ended, whatever went wrong. */
export async function endAll(): Promise<void> {
  await Promise.allSettled([...running].map((thing) => thing.end()));
}

/** Of a run that is told to stop, what then fails is no failure. */
export const toldToStop = (): boolean => told;

export function stopWhenTold(): void {
  process.on('exit', () => {
    for (const thing of running) thing.quit();
  });
  const stop = () => {
    told = true;
    setTimeout(() => process.exit(130), patienceMs);
    void endAll().then(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}
