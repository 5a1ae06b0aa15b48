import type { Handle } from './seed-people.ts';
import { Random } from './seed-random.ts';
import type { Line } from './seed-talk.ts';

const voices: readonly Handle[] = [
  'ada',
  'hugo',
  'hugo',
  'bo',
  'chen',
  'dalia',
  'fumiko',
  'fumiko',
  'grace',
  'ines',
  'ines',
  'jonas',
  'kavya',
  'lev',
];

const emoji = ['👍', '👍', '👍', '❤️', '😂', '😂', '🎉', '👏', '🙏'];

/** What stands for {part}, {tool} … in a sentence. */
const words: Record<string, readonly string[]> = {
  part: [
    'the rudder',
    'the third plank',
    'the mast',
    'the keel bolt',
    'the port gunwale',
    'the tiller',
    'the foredeck',
    'the centreboard',
    'the bow locker',
    'the boom',
    'the transom',
    'the floorboards',
  ],
  tool: [
    'the heat gun',
    'the steam box',
    'the long clamps',
    'the block plane',
    'the caulking iron',
    'the good scraper',
    'the belt sander',
    'the torque wrench',
    'the extension lead',
    'the moisture meter',
    'the small saw',
  ],
  stuff: [
    'primer',
    'epoxy',
    'copper rivets',
    'oakum',
    'varnish',
    'sandpaper',
    'linseed oil',
    'bronze screws',
    'masking tape',
    'rope',
    'sail thread',
    'red lead',
  ],
  when: [
    'on Tuesday',
    'tomorrow after six',
    'on Sunday morning',
    'in an hour',
    'this evening',
    'after the rain',
    'on Friday',
    'as soon as the ferry is in',
    'before lunch',
  ],
  place: [
    'the shed',
    'the slip',
    'the old pier',
    'the workshop',
    'the jetty',
    'the chandlery',
    'the harbour office',
  ],
  food: [
    'soup',
    'samosas',
    'plum cake',
    'sandwiches',
    'rice balls',
    'coffee',
    'lentil stew',
    'cinnamon buns',
  ],
  count: ['two', 'three', 'four', 'five', 'six', 'eleven', 'a dozen'],
};

const openings = [
  'Does anyone know where {tool} went?',
  'I can be at {place} {when}. Who else?',
  'First coat of {stuff} on {part}. It looks thirsty.',
  '{part} is softer than it should be. I pressed a thumb in and regretted it.',
  'We are out of {stuff}. How much do we need?',
  'Small victory: {part} fits, and nobody swore.',
  'There is {food} at {place} for whoever comes {when}.',
  'The delivery of {stuff} is late again, {count} days now.',
  'I measured {part} {count} times and got {count} different numbers.',
  'Whoever sharpened {tool}: thank you, whoever you are.',
  'Weather says wind from the west {when}. Shall we tie the cover down?',
  'Found {count} coins and a teaspoon behind {part}.',
  'Can somebody hold the other end of {part} {when}?',
  'The harbour master asked about {place}. Politely, so far.',
  'Photos of {part} are on the shelf, the printed ones. Take one.',
  'Reminder: {place} closes at five {when}.',
  'I tried {tool} on a scrap piece first. Good that I did.',
  'Does {stuff} keep over the winter, or is that a story people tell?',
  'How did they bend {part} a hundred years ago without {tool}?',
  'Question for those who sail: which way round does {part} go?',
];

const answers = [
  'I have it, sorry. It comes back {when}.',
  'I’m in',
  'Count me in, and I bring {food}.',
  'Not me, I have the ferry {when}.',
  'Look behind {part}. It is always behind {part}.',
  '{count} tins, and one for the floor.',
  'That is what the book says too.',
  'Wait until it is dry. **Really** dry.',
  'Ha!',
  '👍',
  'Yes please',
  'I would ask Hugo before touching {part}.',
  'We said that last week as well.',
  'Could be worse, could be {part}.',
  'I can do that {when}.',
  'There is a spare one at {place}.',
  'My neighbour has {tool}, I’ll ask.',
  'Left. No, the other left.',
  'Then let us do {part} first and argue afterwards.',
  'Only with gloves.',
  'Put it on the list, and I’ll get it with the {stuff}.',
  'Mine are all in {place}.',
  'It’s the tide, not the wind.',
  'Somebody write that down.',
  'Agreed.',
  'Why does {part} always win?',
  'You deserve {food}.',
  '好的',
  'تمام، أراكم هناك',
  'Договорились',
  'I did {part} yesterday, so it should hold until {when}.',
  'Use less {stuff} than you think, and then take half.',
  'Thanks for doing this.',
  'What would we do without you? Sink, probably.',
  'Ask at {place}, they know everything there.',
];

/** As many lines as asked for, always the same: sessions of talk with hours between them, some of it in answer to a line above. */
export function chatter(count: number): Line[] {
  const likes = new Random(11);
  return said(count).map((line) => ({ ...line, ...reactionsTo(line, likes) }));
}

/** One line in twelve, by one to three of those who did not write it. */
function reactionsTo({ by, deleted }: Line, random: Random): Pick<Line, 'reactions'> {
  if (random.next() > 1 / 12 || deleted) return {};
  const drawn = Array.from({ length: random.between(1, 3) }, () => random.pick(voices));
  const others = [...new Set(drawn)].filter((handle) => handle !== by);
  return others.length === 0 ? {} : { reactions: { [random.pick(emoji)]: others } };
}

function said(count: number): Line[] {
  const random = new Random(7);
  const lines: Line[] = [];
  let left = 0;
  let last: Handle = 'ada';
  while (lines.length < count) {
    const opens = left === 0;
    if (opens) left = random.between(1, 6);
    else left -= 1;
    const by: Handle = random.next() < 0.15 ? last : random.pick(voices);
    const text = filled(random.pick(opens ? openings : answers), random);
    const pause =
      opens && random.next() < 0.12 ? random.between(150, 620) : random.between(0, opens ? 40 : 6);
    const distance = random.between(1, Math.min(8, Math.max(1, lines.length)));
    const replies = !opens && lines.length > 0 && random.next() < 0.3;
    lines.push({
      by,
      text,
      after: pause,
      ...(replies ? { answers: distance } : {}),
      ...(random.next() < 0.02 ? { edited: true } : {}),
      ...(random.next() < 0.006 ? { deleted: true } : {}),
    });
    last = by;
  }
  return lines;
}

function filled(sentence: string, random: Random): string {
  const text = sentence.replaceAll(/\{(\w+)\}/g, (_whole, slot: string) =>
    random.pick(words[slot] ?? ['it']),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}
