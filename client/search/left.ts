/** Where one was in what was found when one opened a hit: for as long as the page lives, so that the way back leads there. */
interface Left {
  readonly search: string;
  readonly hitId: string;
  readonly scrollTop: number;
}

let left: Left | undefined;

export const searchName = (query: string, best: boolean): string => JSON.stringify([query, best]);

export function leaveSearch(place: Left): void {
  left = place;
}

export function leftIn(search: string): Left | undefined {
  return left?.search === search ? left : undefined;
}
