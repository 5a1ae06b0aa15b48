/** Where a reader was in a thread, when not at its end: the topmost row and how much of it was scrolled past. */
export interface Place {
  readonly id: string;
  readonly offset: number;
}

/** For as long as the page lives: each thread keeps its scroll place. */
const places = new Map<string, Place>();

export function placeOf(threadId: string): Place | undefined {
  return places.get(threadId);
}

export function keepPlace(threadId: string, place: Place | undefined): void {
  if (place === undefined) places.delete(threadId);
  else places.set(threadId, place);
}
