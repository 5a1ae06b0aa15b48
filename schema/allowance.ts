import { refuse } from './errors.ts';

/** A page of 100 messages at their longest is a quarter of this. */
const charactersAtMost = 4_000_000;

/** How much text one answer may still hold: fields can be asked for again and again under other names. */
export class Allowance {
  #left = charactersAtMost;

  /**
   * Counts a text before it is put into the answer.
   * @throws COST_LIMIT
   */
  take(text: string): string {
    this.#left -= text.length;
    if (this.#left >= 0) return text;
    throw refuse('COST_LIMIT', 'The answer would hold too much text: ask for smaller pages.');
  }
}
