import DataLoader from 'dataloader';

const atMost = 500;
/** Milliseconds that a batch waits for the one in front of it: a connection that leads nowhere stops only those that it was asked for. */
const patienceMs = 50;

/**
 * Answers what is asked at once together: everything that comes within one turn of the event loop, and in a crowd everything
 * that comes while others are being answered. Nothing is remembered from one batch to the next.
 * @param load gives the answers in the order of the keys
 */
export function gather<Key, Answer>(
  load: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  let answering = 0;
  const waiting = new Map<() => void, NodeJS.Timeout>();
  const begin = (batch: () => void) => {
    clearTimeout(waiting.get(batch));
    waiting.delete(batch);
    batch();
  };
  const take = (batch: () => void) => {
    if (answering === 0) batch();
    else waiting.set(batch, setTimeout(begin, patienceMs, batch));
  };
  const answer = async (keys: readonly Key[]): Promise<readonly Answer[]> => {
    answering += 1;
    try {
      return await load(keys);
    } finally {
      answering -= 1;
      const [next] = waiting.keys();
      if (next) begin(next);
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
