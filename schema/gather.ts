import DataLoader from 'dataloader';

const atMost = 500;

/**
 * Answers what is asked at once together: everything that comes within one turn of the event loop, and in a crowd everything
 * that comes while others are being answered. Nothing is remembered from one batch to the next.
 * @param load gives the answers in the order of the keys
 */
export function gather<Key, Answer>(
  load: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  let answering = false;
  const waiting: (() => void)[] = [];
  const take = (batch: () => void) => {
    if (answering) waiting.push(batch);
    else batch();
  };
  const answer = async (keys: readonly Key[]): Promise<readonly Answer[]> => {
    answering = true;
    try {
      return await load(keys);
    } finally {
      answering = false;
      waiting.shift()?.();
    }
  };
  const gatherer = new DataLoader(answer, {
    cache: false,
    maxBatchSize: atMost,
    // Each connection that has something to say is a tick of its own.
    batchScheduleFn: (batch) => void setImmediate(take, batch),
  });
  return (key) => gatherer.load(key);
}
