interface Turn {
  /** When all who came before have had theirs; null where there were none. */
  comes: Promise<void> | null;
  /** Lets whoever comes next have theirs. */
  pass(): void;
}

/** Who came first goes first, whoever is ready first. */
export class Turns {
  #over: Promise<void> | null = null;

  take(): Turn {
    const comes = this.#over;
    let pass = (): void => {};
    const passed = new Promise<void>((resolve) => (pass = resolve));
    // Who gives theirs up before it comes lets nobody go in front of those who still wait.
    this.#over = comes ? comes.then(() => passed) : passed;
    return { comes, pass };
  }
}
