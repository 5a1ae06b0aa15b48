/** The people of the demo, in the order in which they joined. All of them have {@link password}. */
export const people = [
  { handle: 'ada', displayName: 'Ada Okafor' },
  { handle: 'bo', displayName: 'Bo Lindqvist' },
  { handle: 'chen', displayName: 'Chen Jing' },
  { handle: 'dalia', displayName: 'داليا حسن' },
  { handle: 'emil', displayName: 'Emil Novák' },
  { handle: 'fumiko', displayName: 'Fumiko Tanaka' },
  { handle: 'grace', displayName: 'Grace Mbeki' },
  { handle: 'hugo', displayName: 'Hugo Ferreira' },
  { handle: 'ines', displayName: 'Inês Duarte' },
  { handle: 'jonas', displayName: 'Jonas Weber' },
  { handle: 'kavya', displayName: 'Kavya Rao' },
  { handle: 'lev', displayName: 'Лев Орлов' },
] as const satisfies { handle: string; displayName: string }[];

export type Handle = (typeof people)[number]['handle'];

/** Whose screen is worth looking at first: it has unread messages and is in every conversation. */
export const viewer: Handle = 'ada';

/** Everybody can read it here: the demo is for a machine of one's own. */
export const password = 'marigold-at-anchor';
