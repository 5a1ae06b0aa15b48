import { sealData, unsealData } from 'iron-session';
import type { Seal } from '../schema/context.ts';
import { nameOf } from './session.ts';

/** Seals with the first of the session secrets, and opens with all of them; see `Seal`. */
export class Sealer implements Seal {
  readonly #sealWith: Record<string, string>;
  readonly #openWith: Record<string, string>;

  constructor(secrets: readonly string[]) {
    const [first = ''] = secrets;
    this.#sealWith = { [nameOf(first)]: first };
    this.#openWith = Object.fromEntries(secrets.map((secret) => [nameOf(secret), secret]));
  }

  seal(text: string): Promise<string> {
    return sealData({ text }, { password: this.#sealWith, ttl: 0 });
  }

  async open(sealed: string): Promise<string | null> {
    try {
      const { text } = await unsealData<{ text?: unknown }>(sealed, { password: this.#openWith, ttl: 0 });
      return typeof text === 'string' ? text : null;
    } catch {
      return null;
    }
  }
}
