import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { sealData } from 'iron-session';
import { type SessionGate, sessionLife } from '../schema/account/session.ts';
import type { Viewer } from '../schema/context.ts';
import { unseal } from './unseal.ts';

/** How many seals are remembered with the secrets that they hold: mostly those of programs that ask by HTTP. */
const remembered = 1000;

/** The browser's side of a session: one cookie that holds nothing but the session's secret, sealed by iron-session. */
export class SessionCookies {
  readonly #name: string;
  readonly #secure: boolean;
  readonly #sealWith: Record<string, string>;
  readonly #openWith: Record<string, string>;
  /** A seal has no end of its own, so what it holds is always the same. The oldest first. */
  readonly #opened = new Map<string, string>();

  /**
   * @param secrets the first seals, all of them open, so that a change of secrets signs nobody out
   * @param secure false only where people come by plain http, on one's own machine
   */
  constructor(secrets: readonly string[], secure: boolean) {
    this.#name = secure ? '__Host-parley' : 'parley';
    this.#secure = secure;
    const [first = ''] = secrets;
    this.#sealWith = { [nameOf(first)]: first };
    this.#openWith = Object.fromEntries(secrets.map((secret) => [nameOf(secret), secret]));
  }

  async make(secret: string): Promise<string> {
    const value = await sealData({ secret }, { password: this.#sealWith, ttl: 0 });
    return this.#cookie(value, sessionLife.absolute / 1000);
  }

  /** What takes the cookie back. */
  clear(): string {
    return this.#cookie('', 0);
  }

  /** Whom a request's Cookie header stands for: asked of the session's row every time. */
  async viewerOf(
    sessions: SessionGate,
    header: string | null | undefined,
    address: string,
  ): Promise<Viewer | null> {
    const sealed = header ? parseCookie(header)[this.#name] : undefined;
    if (!sealed) return null;
    const secret = this.#opened.get(sealed) ?? (await this.#open(sealed));
    return secret === null ? null : sessions.find(secret, address);
  }

  /** Whatever somebody has made up or kept from before opens to nothing. */
  async #open(sealed: string): Promise<string | null> {
    try {
      const { secret } = (await unseal(sealed, this.#openWith)) as { secret?: unknown };
      if (typeof secret !== 'string') return null;
      this.#remember(sealed, secret);
      return secret;
    } catch {
      return null;
    }
  }

  #remember(sealed: string, secret: string): void {
    this.#opened.set(sealed, secret);
    if (this.#opened.size <= remembered) return;
    const [oldest] = this.#opened.keys();
    if (oldest !== undefined) this.#opened.delete(oldest);
  }

  #cookie(value: string, maxAge: number): string {
    return stringifySetCookie({
      name: this.#name,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.#secure,
      maxAge,
    });
  }
}

/** iron-session finds a seal's secret by number; one made from the secret itself stays when others come and go. */
export const nameOf = (secret: string): string =>
  String(createHash('sha256').update(secret).digest().readUInt32BE(0));
