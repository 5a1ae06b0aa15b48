import { chatter } from './seed-chatter.ts';
import type { Handle } from './seed-people.ts';

/** Something that was said, and when: so many minutes after what was said before it. */
export interface Line {
  by: Handle;
  text: string;
  after: number;
  /** It answers the line this many places up. */
  answers?: number;
  edited?: boolean;
  deleted?: boolean;
  /** By emoji, in the order of first use: who has set it. */
  reactions?: Readonly<Record<string, readonly Handle[]>>;
}

/** A conversation of the demo. */
export interface Talk {
  /** Null: a direct one, between the two people. */
  name: string | null;
  /** Whoever is first started it. */
  people: readonly Handle[];
  admins?: readonly Handle[];
  /** How many minutes ago the last line was said. */
  ended: number;
  lines: readonly Line[];
  /** How many lines somebody has not read; whoever is not named has read all of them. */
  unread: Partial<Record<Handle, number>>;
  /** How many lines have not even reached a device of theirs. */
  undelivered?: Partial<Record<Handle, number>>;
}

const boathouseEnd: Line[] = [
  {
    by: 'hugo',
    text: 'The varnish is dry. Fourth coat, and you can read a newspaper in it.',
    after: 190,
    reactions: { '👏': ['chen', 'lev'] },
  },
  { by: 'ines', text: 'Which newspaper?', after: 1, answers: 1 },
  { by: 'hugo', text: 'A damp one.', after: 1, reactions: { '😂': ['ines', 'bo', 'grace'] } },
  {
    by: 'ada',
    text: 'Launch list, as I have it:\n\n1. **Slip booked**: Saturday 9:30\n2. Trailer: Jonas\n3. Lines and fenders: Kavya\n4. Cake: still nobody',
    after: 6,
    edited: true,
    reactions: { '👍': ['hugo', 'jonas', 'kavya'] },
  },
  {
    by: 'jonas',
    text: 'Trailer is at my place, tyres pumped, lights work. One of them even works twice.',
    after: 3,
    reactions: { '💡': ['ada'] },
  },
  { by: 'kavya', text: 'Six fenders, two of them are footballs in socks', after: 2 },
  {
    by: 'grace',
    text: 'I will bake. Nothing with walnuts, I remember.',
    after: 2,
    answers: 3,
    reactions: { '🎉': ['hugo', 'ada', 'ines'], '❤️': ['kavya'] },
  },
  { by: 'jonas', text: 'wrong group', after: 4, deleted: true },
  {
    by: 'dalia',
    text: 'سأحضر القهوة والأكواب. من يحضر الحليب؟',
    after: 5,
    reactions: { '☕': ['grace', 'lev'] },
  },
  { by: 'bo', text: 'Milk is mine', after: 1, answers: 1 },
  { by: 'chen', text: 'And the mooring lines, both of them', after: 2 },
  {
    by: 'lev',
    text: 'For the tide I asked the table:\n\n```\nhigh  08:52  3.9 m\nlow   15:07  0.8 m\n```\n\nSo half past nine gives us an hour before it runs out.',
    after: 7,
    reactions: { '🙏': ['hugo', 'bo'] },
  },
  { by: 'fumiko', text: 'Then we should meet at nine, not at half past.', after: 1, answers: 1 },
  {
    by: 'hugo',
    text: 'Nine it is. Who has the key to the gate?',
    after: 2,
    reactions: { '👍': ['grace', 'fumiko'] },
  },
  { by: 'ines', text: 'Me. Also the spare, also the key nobody knows the door for.', after: 1 },
  { by: 'grace', text: 'Bring that one. Today may be its day.', after: 1 },
];

export const talks: readonly Talk[] = [
  {
    name: 'Boathouse',
    people: [
      'ada',
      'hugo',
      'bo',
      'chen',
      'dalia',
      'emil',
      'fumiko',
      'grace',
      'ines',
      'jonas',
      'kavya',
      'lev',
    ],
    admins: ['hugo', 'fumiko'],
    ended: 4,
    // Making it and naming two admins leaves three system lines: 2,000 messages in all.
    lines: [...chatter(2_000 - 3 - boathouseEnd.length), ...boathouseEnd],
    unread: { ada: 9, emil: 140, kavya: 2 },
    undelivered: { emil: 52 },
  },
  {
    name: null,
    people: ['bo', 'ada'],
    ended: 11,
    unread: { ada: 2 },
    lines: [
      { by: 'bo', text: 'Did you get home dry?', after: 0 },
      { by: 'ada', text: 'Define dry.', after: 7 },
      { by: 'bo', text: 'That bad?', after: 1 },
      {
        by: 'ada',
        text: 'My left shoe is a boat now. Named and everything.',
        after: 3,
        reactions: { '😂': ['bo'] },
      },
      { by: 'bo', text: 'I have your umbrella, by the way. It was in the van the whole time.', after: 600 },
      { by: 'ada', text: 'It always is.', after: 4, answers: 1 },
      { by: 'bo', text: 'Could you look over the insurance letter before I send it?', after: 1300 },
      { by: 'bo', text: 'Two pages, and the second one is only our names.', after: 1 },
    ],
  },
  {
    name: 'Saturday hike',
    people: ['fumiko', 'ada', 'grace', 'jonas', 'dalia'],
    admins: ['ada'],
    ended: 52,
    unread: { ada: 1, jonas: 4 },
    lines: [
      { by: 'fumiko', text: 'The ridge path is open again, so: ridge, hut, soup, train home?', after: 0 },
      {
        by: 'grace',
        text: 'Soup, ridge, soup',
        after: 12,
        answers: 1,
        reactions: { '🍲': ['fumiko', 'dalia'] },
      },
      { by: 'jonas', text: 'How long is it?', after: 9 },
      {
        by: 'fumiko',
        text: '14 km, 620 m up. Five hours if nobody photographs every mushroom.',
        after: 3,
        answers: 1,
      },
      { by: 'ada', text: 'I promise nothing.', after: 2, reactions: { '🍄': ['fumiko', 'grace'] } },
      { by: 'grace', text: 'Map: https://example.org/ridge-path', after: 240 },
      {
        by: 'dalia',
        text: 'Train at 7:41, platform 3. I have a group ticket for five.',
        after: 1500,
        reactions: { '🙏': ['grace', 'ada'] },
      },
      { by: 'fumiko', text: 'See you on the platform. Bring the warm socks.', after: 35 },
    ],
  },
  {
    name: null,
    people: ['ada', 'dalia'],
    ended: 1_630,
    unread: {},
    lines: [
      { by: 'ada', text: 'Is the recipe for the orange cake a secret?', after: 0 },
      { by: 'dalia', text: 'Only from people who do not wash up.', after: 15 },
      { by: 'ada', text: 'I washed up twice!', after: 2, answers: 1 },
      {
        by: 'dalia',
        text: 'Then: two oranges boiled whole for *two hours*, six eggs, 250 g almonds, 250 g sugar, a spoon of baking powder. Blend everything, 170 °C, fifty minutes.',
        after: 20,
        reactions: { '🍊': ['ada'] },
      },
      { by: 'ada', text: 'Whole, with the skin?', after: 5 },
      { by: 'dalia', text: 'With the skin. شكراً for asking before and not after.', after: 2, answers: 1 },
    ],
  },
  {
    name: 'Reading circle',
    people: ['ines', 'ada', 'chen', 'kavya', 'lev'],
    ended: 3_100,
    unread: { kavya: 3 },
    undelivered: { kavya: 3 },
    lines: [
      {
        by: 'ines',
        text: 'Chapter seven to eleven for Thursday. It gets better once the aunt arrives.',
        after: 0,
      },
      {
        by: 'lev',
        text: 'The aunt is the best thing that ever happened to a lighthouse.',
        after: 90,
        reactions: { '💯': ['ines', 'chen'] },
      },
      { by: 'chen', text: 'I am three chapters ahead and will be unbearable.', after: 45 },
      {
        by: 'ada',
        text: '> three chapters ahead\n\nNo word about the letter, please.',
        after: 6,
        answers: 1,
      },
      { by: 'chen', text: 'What letter? I know of no letter.', after: 1 },
      {
        by: 'kavya',
        text: 'Thursday works. My place, eight o’clock, there will be dal.',
        after: 95,
        reactions: { '😋': ['lev', 'chen'] },
      },
      { by: 'lev', text: 'For dal I read anything.', after: 8 },
      { by: 'ines', text: 'Then we have a plan.', after: 14, reactions: { '👍': ['lev', 'ada'] } },
      { by: 'ada', text: 'Eight o’clock, chapters seven to eleven.', after: 3 },
    ],
  },
  {
    name: null,
    people: ['ada', 'fumiko'],
    ended: 5_900,
    unread: { fumiko: 1 },
    lines: [
      { by: 'fumiko', text: 'Thank you for the plant. It has already grown towards the kettle.', after: 0 },
      { by: 'ada', text: 'It does that. Mine leans towards the radio.', after: 30 },
    ],
  },
];
