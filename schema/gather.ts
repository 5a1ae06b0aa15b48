import DataLoader from 'dataloader';

const atMost = 500;

/**
 * Answers what is asked at once together: everything that comes within one turn of the event loop. Nothing is remembered
 * from one turn to the next.
 * @param load gives the answers in the order of the keys
 */
export function gather<Key, Answer>(
  load: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  const gatherer = new DataLoader(load, {
    cache: false,
    maxBatchSize: atMost,
    // Each connection that has something to say is a tick of its own.
    batchScheduleFn: (answer) => void setImmediate(answer),
  });
  return (key) => gatherer.load(key);
}
