import { createStore, useStore } from './store.ts';

type Said = { text: string; turn: number };

const polite = createStore<Said>({ text: '', turn: 0 });
const assertive = createStore<Said>({ text: '', turn: 0 });

/** Says something to a screen reader. Only failures that need an answer are assertive. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite') {
  const store = urgency === 'assertive' ? assertive : polite;
  store.set({ text, turn: store.get().turn + 1 });
}

/** The app's one pair of hidden regions. Mounted once, before anything is said: a region that arrives with its text stays silent. */
export function LiveRegion() {
  const now = useStore(polite);
  const alert = useStore(assertive);
  return (
    <div className="sr-only">
      {/* The key changes with each turn, so that the same words twice are read twice. */}
      <div aria-live="polite">
        <span key={now.turn}>{now.text}</span>
      </div>
      <div aria-live="assertive">
        <span key={alert.turn}>{alert.text}</span>
      </div>
    </div>
  );
}
