import type { Searched } from './searches.ts';

/** What one file's replay came to. */
export interface Figures {
  file: string;
  /** Lines sent. */
  lines: number;
  people: number;
  replies: number;
  /** Messages that cannot be sent: nothing is left of them without blank space. */
  blank: number;
  /** Answers that got lost, so that the message was sent again. */
  repeated: number;
  cuts: number;
  resumed: number;
  /** When the first and the last send and delivery happened, in milliseconds. */
  sending: [from: number, to: number];
  delivering: [from: number, to: number];
  /** What was searched for, afterwards. */
  searched: Searched[];
  /** Every difference between the log and what was read, in words. */
  wrong: string[];
  /** Why it was not replayed to its end, so that nothing could be compared; null where it was. */
  broken: string | null;
}

const shownDifferences = 10;

export function nothingDone(file: string, error: unknown): Figures {
  const none = { lines: 0, people: 0, replies: 0, blank: 0, repeated: 0, cuts: 0, resumed: 0 };
  const broken = error instanceof Error ? error.message : String(error);
  return { file, ...none, sending: [0, 0], delivering: [0, 0], searched: [], wrong: [], broken };
}

export function tellFile(figures: Figures): string {
  const { file, searched, wrong, broken } = figures;
  if (broken !== null) return `BROKE ${file}: not replayed to its end: ${broken}`;
  const further = wrong.length - shownDifferences;
  const came = figures.lines > 0 ? `: ${counts(figures)}, ${rates(figures)}` : '';
  return [
    `${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${file}${came}`,
    ...(searched.length > 0 ? [`      searched: ${searched.map(tellSearch).join(', ')}`] : []),
    ...wrong.slice(0, shownDifferences).map((difference) => `      ${difference}`),
    ...(further > 0 ? [`      and ${further} more`] : []),
  ].join('\n');
}

export function isProven({ wrong, broken }: Figures): boolean {
  return wrong.length === 0 && broken === null;
}

export function tellTotal(all: Figures[], people: number, milliseconds: number): string {
  const sum = (value: (figures: Figures) => number) =>
    all.reduce((total, figures) => total + value(figures), 0);
  const total: Figures = {
    file: counted(all.length, 'file'),
    people,
    lines: sum(({ lines }) => lines),
    replies: sum(({ replies }) => replies),
    blank: sum(({ blank }) => blank),
    repeated: sum(({ repeated }) => repeated),
    cuts: sum(({ cuts }) => cuts),
    resumed: sum(({ resumed }) => resumed),
    sending: span(all.map(({ sending }) => sending)),
    delivering: span(all.map(({ delivering }) => delivering)),
    searched: all.flatMap(({ searched }) => searched),
    wrong: all.flatMap(({ wrong }) => wrong),
    broken: null,
  };
  const broken = all.filter((each) => each.broken !== null).length;
  const seconds = (milliseconds / 1000).toFixed(1);
  const faults = [
    ...(total.wrong.length > 0 ? [counted(total.wrong.length, 'difference')] : []),
    ...(broken > 0 ? [`${counted(broken, 'file')} not replayed to the end`] : []),
  ];
  const verdict =
    faults.length === 0
      ? `Every line came once, in order, letter for letter: live, and in pages from both ends; ${counted(total.searched.length, 'search', 'searches')} found what the log holds.`
      : `${faults.join(', ')}: see above.`;
  return `\n${total.file}: ${counts(total)}\n${rates(total)}, ${seconds} s in all\n${verdict}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, what: string, several = `${what}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? what : several}`;
}

const tellSearch = ({ query, found }: Searched) => `${query} ${found.toLocaleString('en')}`;

function counts({ lines, people, replies, blank, repeated, cuts, resumed }: Figures): string {
  const parts: [number, string][] = [
    [lines, 'lines'],
    [people, 'people'],
    [replies, 'replies'],
    [blank, 'blank and not sent'],
    [repeated, 'sent twice on purpose'],
    [cuts, 'cuts'],
    [resumed, 'resumed'],
  ];
  return parts.map(([count, what]) => `${count.toLocaleString('en')} ${what}`).join(', ');
}

function rates({ lines, sending, delivering }: Figures): string {
  return `${rate(lines, sending)} sent/s, ${rate(lines, delivering)} delivered/s`;
}

function rate(count: number, [from, to]: [from: number, to: number]): string {
  return Math.round((count * 1000) / Math.max(1, to - from)).toLocaleString('en');
}

function span(spans: [from: number, to: number][]): [from: number, to: number] {
  const real = spans.filter(([, to]) => to > 0);
  return [Math.min(...real.map(([from]) => from)), Math.max(...real.map(([, to]) => to))];
}
