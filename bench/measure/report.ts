import type { Column, Comparison } from './bench.ts';
import type { Goal, Verdict } from './goals.ts';
import { type Spread, spread } from './statistics.ts';

/** A workload's comparisons as Markdown, which reads well in a terminal too. */
export function report(heading: string, comparisons: readonly Comparison[]): string {
  const told = comparisons.flatMap((each) =>
    each.profiles.length > 0 ? whereCpuWent(each) : describe(each),
  );
  return [`## ${heading}`, ...told].join('\n\n');
}

/** What takes less is told together. */
const worthARow = 0.02;

function whereCpuWent({ title, profiles }: Comparison): string[] {
  const shares = profiles.map(({ places }) => new Map(places.map(({ name, share }) => [name, share])));
  const greatest = (name: string) => Math.max(...shares.map((each) => each.get(name) ?? 0));
  const names = [...new Set(profiles.flatMap(({ places }) => places.map(({ name }) => name)))]
    .filter((name) => greatest(name) >= worthARow)
    .toSorted((a, b) => greatest(b) - greatest(a));
  const rows = names.map((name) => [name, ...shares.map((each) => percent(each.get(name) ?? 0))]);
  const rest = shares.map((each) => 1 - names.reduce((sum, name) => sum + (each.get(name) ?? 0), 0));
  return [
    `### ${title}`,
    table(['of the CPU', ...profiles.map(({ name }) => name)], [...rows, ['the rest', ...rest.map(percent)]]),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

function describe(comparison: Comparison): string[] {
  const { title, columns, rounds, kept, verdicts, notes } = comparison;
  const calm = rounds.filter((_round, index) => kept[index]);
  const names = [...new Set(rounds.flatMap((round) => [...round.keys()]))];
  const figures = names.map((name) => [
    name,
    ...columns.map((column) => {
      const values = calm
        .map((round) => round.get(name)?.[column.figure])
        .filter((value) => value !== undefined);
      return values.length === 0 ? '–' : written(spread(values), column.digits);
    }),
  ]);
  const thrown = kept.filter((calmly) => !calmly).length;
  const told = `${calm.length} of ${kept.length} rounds count; median [min–max].`;
  const noise = thrown > 0 ? ` ${thrown} thrown away: the canary strayed by more than 20 %.` : '';
  return [
    `### ${title}`,
    table(['', ...columns.map(({ label }) => label)], figures),
    ...(verdicts.length === 0
      ? []
      : [
          table(
            ['goal', 'ratio', ''],
            verdicts.map((verdict) => judged(verdict, columns)),
          ),
        ]),
    [`${told}${noise}`, ...notes].map((line) => `- ${line}`).join('\n'),
  ];
}

function judged({ goal, ratios, met }: Verdict, columns: readonly Column[]): string[] {
  const said = ratios ? written(ratios, goal.ratio < 0.1 ? 3 : 2) : 'not measured';
  return [sentence(goal, columns), said, met === null ? 'not decided' : met ? 'met' : '**not met**'];
}

function sentence(
  { figure, ours, theirs, theirFigure, bound, ratio }: Goal,
  columns: readonly Column[],
): string {
  const labelOf = (name: string) => columns.find((column) => column.figure === name)?.label ?? name;
  const what = theirFigure === undefined ? theirs : `${theirs}, ${labelOf(theirFigure)}`;
  const sign = bound === 'at most' ? '≤' : '≥';
  return `${labelOf(figure)}: ${ours} ${sign} ${Number(ratio.toFixed(3))} × ${what}`;
}

const written = ({ min, median, max }: Spread, digits: number): string =>
  min === max
    ? median.toFixed(digits)
    : `${median.toFixed(digits)} [${min.toFixed(digits)}–${max.toFixed(digits)}]`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) =>
    Math.max(3, cell.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
