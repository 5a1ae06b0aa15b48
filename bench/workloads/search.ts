import type { Workload } from '../measure/bench.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import { type Case, cases } from './search-cases.ts';
import { assertSame, byHand, type Contestant, parley, rest, socket } from './search-contestants.ts';
import { fill, type Reader, readers, threadsOf } from './search-world.ts';

const labels: Record<Reader, string> = {
  inOne: 'in one thread',
  inTen: 'in ten',
  inTenth: 'in a tenth of all',
  inAll: 'in all',
};
const each = Object.keys(readers) as Reader[];

const columns = each.map((reader) => ({ figure: reader, label: `${labels[reader]}, p50 ms`, digits: 1 }));

const goals: Goal[] = [
  ...each.map((figure): Goal => ({ figure, ours: socket, theirs: rest, bound: 'at most', ratio: 2 })),
  { figure: 'inAll', ours: socket, theirs: socket, theirFigure: 'inTenth', bound: 'at most', ratio: 1.3 },
];

export const search: Workload = {
  number: 11,
  title: 'Search, one reader',
  run: async (bench) => {
    const { quick } = bench.settings;
    const count = quick ? 100_000 : 1_000_000;
    const url = await bench.databases.create('search');
    await onDatabase(url, (db) => fill(db, count));
    const contestants = [await parley(bench, url), await byHand(bench, url)];
    await assertSame(contestants, cases);
    // A server is slow until the code that it runs again and again has been compiled.
    for (const sought of cases)
      for (const contestant of contestants) await asking(contestant, sought, quick ? 0.1 : 0.5).measure();
    const size = `${count.toLocaleString('en')} messages in ${threadsOf(count).toLocaleString('en')} threads`;
    const comparisons = [];
    for (const sought of cases) {
      comparisons.push(
        await bench.compare({
          title: sought.title,
          columns,
          contestants: contestants.map((contestant) => asking(contestant, sought, quick ? 0.5 : 1)),
          canary: { contestant: rest, figure: 'inAll' },
          goals,
          notes: [`\`${sought.query}\`, of ${size}`],
        }),
      );
    }
    return comparisons;
  },
};

const asking = ({ name, find }: Contestant, sought: Case, seconds: number) => ({
  name,
  measure: async () => {
    const figures: Partial<Record<Reader, number>> = {};
    for (const reader of each) {
      figures[reader] = (await closedLoop([() => find(readers[reader], sought)], seconds)).p50;
    }
    return figures;
  },
});
