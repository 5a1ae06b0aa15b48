/**
 * Ctrl+C under `npm start` arrives twice, once from the terminal and once from npm, which passes it on. To the server a second
 * signal means "now, at once", so a repetition within a second is swallowed here; one that comes later is a person's and counts.
 */
export function deliverSignalsOnce() {
  const emit = process.emit.bind(process);
  const last = { SIGINT: -Infinity, SIGTERM: -Infinity };
  process.emit = (name, ...args) => {
    if (name in last) {
      const since = performance.now() - last[name];
      last[name] = performance.now();
      if (since < 1000) return true;
    }
    return emit(name, ...args);
  };
}
