import { refuse } from './errors.ts';

/** A page of 100 messages at their longest, of nothing but control characters, is three quarters of this. */
const bytesAtMost = 8_000_000;

/** How much text one answer may still hold, as JSON has it: fields can be asked for again and again under other names. */
export class Allowance {
  #left = bytesAtMost;

  /**
   * Counts a text before it is put into the answer.
   * @throws COST_LIMIT
   */
  take(text: string): string {
    this.#left -= Buffer.byteLength(JSON.stringify(text));
    if (this.#left >= 0) return text;
    throw refuse('COST_LIMIT', 'The answer would hold too much text: ask for smaller pages.');
  }
}
