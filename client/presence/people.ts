import { useSyncExternalStore } from 'react';

export type Presence = { state: 'ONLINE' | 'AWAY' | 'OFFLINE'; lastSeenAt: string | null };

/** Whose presence is on screen somewhere, and what is known of it. */
export class PresentPeople {
  readonly #shown = new Map<string, Set<() => void>>();
  #known = new Map<string, Presence>();
  #onShown: (() => void) | null = null;

  /** Those who are on screen, in the order in which they came there. */
  get shown(): string[] {
    return [...this.#shown.keys()];
  }

  /** @param listener told when somebody comes on screen who was not there. @returns what ends it */
  onShown(listener: () => void): () => void {
    this.#onShown = listener;
    return () => {
      this.#onShown = null;
    };
  }

  show(userId: string, listener: () => void): () => void {
    const listeners = this.#shown.get(userId) ?? new Set();
    this.#shown.set(userId, listeners.add(listener));
    if (listeners.size === 1) this.#onShown?.();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#shown.get(userId) === listeners) this.#shown.delete(userId);
    };
  }

  of(userId: string): Presence | null {
    return this.#known.get(userId) ?? null;
  }

  learn(userId: string, presence: Presence): void {
    this.#known.set(userId, presence);
    for (const listener of this.#shown.get(userId) ?? []) listener();
  }

  /** What was so when the connection went is not known to be so any more. */
  forget(): void {
    const known = this.#known;
    this.#known = new Map();
    for (const userId of known.keys()) for (const listener of this.#shown.get(userId) ?? []) listener();
  }
}

export const people = new PresentPeople();

const nobody = () => () => {};

/** Whether somebody is there, kept true while it is on screen; null while it is not known, and for nobody. */
export function usePresence(userId: string | null | undefined): Presence | null {
  return useSyncExternalStore(userId == null ? nobody : (listener) => people.show(userId, listener), () =>
    userId == null ? null : people.of(userId),
  );
}
