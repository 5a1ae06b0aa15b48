import { fanOut, textFor } from '../measure/fan-out.ts';
import type { Bench, Comparison, Workload } from '../measure/bench.ts';
import type { Goal } from '../measure/goals.ts';
import { type Contender, openContenders } from './audiences.ts';

const columns = [
  { figure: 'cpu', label: 'CPU-s / 100k deliveries', digits: 2 },
  { figure: 'withoutSend', label: 'without the send', digits: 2 },
  { figure: 'perSecond', label: 'deliveries/s', digits: 0 },
  { figure: 'frame', label: 'bytes', digits: 0 },
];

const goals: Goal[] = [
  { figure: 'cpu', ours: 'Parley', theirs: 'raw ws', bound: 'at most', ratio: 1.1 },
  { figure: 'cpu', ours: 'Parley', theirs: 'socket.io', bound: 'at most', ratio: 0.85 },
  { figure: 'cpu', ours: 'Parley', theirs: 'Yoga', bound: 'at most', ratio: 1 / 7 },
  { figure: 'cpu', ours: 'Parley', theirs: 'Yoga + Prisma', bound: 'at most', ratio: 1 / 30 },
];

/** Deliveries of one round; those of whom each takes fifty times as long are counted by less. */
const patience: Record<string, number> = { Yoga: 0.25, 'Yoga + Prisma': 0.08 };

export const fanOutOne: Workload = {
  number: 1,
  title: 'One message to many sockets',
  run: async (bench) => {
    const sizes = [200, 1000];
    const bySize = await openContenders(bench, sizes, [
      'Parley',
      'raw ws',
      'socket.io',
      'Yoga',
      'Yoga + Prisma',
    ]);
    const comparisons: Comparison[] = [];
    for (const [index, size] of sizes.entries()) {
      comparisons.push(await measureAt(bench, size, bySize[index] ?? []));
    }
    return comparisons;
  },
};

async function measureAt(bench: Bench, size: number, contenders: readonly Contender[]): Promise<Comparison> {
  const deliveries = bench.settings.quick ? 40_000 : 200_000;
  const contestants = await Promise.all(
    contenders.map(async ({ audience, sendAlone }) => {
      const events = Math.max(3, Math.round((deliveries * (patience[audience.name] ?? 1)) / size));
      const text = await textFor(audience);
      const measure = async () => {
        const figures = await fanOut(audience, { events, atOnce: 1, text });
        return sendAlone
          ? { ...figures, withoutSend: figures.cpu - ((await sendAlone()) / size) * 100_000 }
          : figures;
      };
      return { name: audience.name, measure };
    }),
  );
  return bench.compare({
    title: `${size} sockets, one event at a time`,
    columns,
    contestants,
    canary: { contestant: 'raw ws', figure: 'cpu' },
    goals,
    notes: [
      'of Parley all counts that its process does for a message: the send, the commit, the log, the fan-out; ' +
        '"without the send" takes off what the same send costs where nobody listens',
    ],
  });
}
