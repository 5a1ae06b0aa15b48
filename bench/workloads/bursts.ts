import { mosquittoAudience, startMosquitto } from '../audiences/mosquitto.ts';
import { fanOut, textFor } from '../measure/fan-out.ts';
import type { Workload } from '../measure/bench.ts';
import type { Goal } from '../measure/goals.ts';
import { openContenders } from './audiences.ts';

const columns = [
  { figure: 'cpu', label: 'CPU-s / 100k deliveries', digits: 2 },
  { figure: 'perSecond', label: 'deliveries/s', digits: 0 },
  { figure: 'frame', label: 'bytes', digits: 0 },
];

const goals: Goal[] = [
  { figure: 'cpu', ours: 'Parley', theirs: 'raw ws', bound: 'at most', ratio: 0.5 },
  { figure: 'perSecond', ours: 'Parley', theirs: 'Yoga', bound: 'at least', ratio: 15 },
  { figure: 'perSecond', ours: 'Parley', theirs: 'mosquitto', bound: 'at least', ratio: 2 },
];

const listeners = 1000;
const patience: Record<string, number> = { Yoga: 0.25 };

export const bursts: Workload = {
  number: 2,
  title: 'Bursts: four events at once, the next four when everybody has them',
  run: async (bench) => {
    const [contenders = []] = await openContenders(
      bench,
      [listeners],
      ['Parley', 'raw ws', 'socket.io', 'Yoga'],
    );
    const notes: string[] = [];
    const mosquitto = await startMosquitto(bench);
    if (mosquitto) contenders.push({ audience: await mosquittoAudience(bench, mosquitto, listeners) });
    else notes.push('mosquitto is NOT INSTALLED: what is compared with it was not decided');
    const deliveries = bench.settings.quick ? 60_000 : 300_000;
    const contestants = await Promise.all(
      contenders.map(async ({ audience }) => {
        const events = Math.max(8, Math.round((deliveries * (patience[audience.name] ?? 1)) / listeners));
        const text = await textFor(audience);
        return { name: audience.name, measure: () => fanOut(audience, { events, atOnce: 4, text }) };
      }),
    );
    const title = `${listeners} sockets, four events at once`;
    const canary = { contestant: 'raw ws', figure: 'cpu' };
    return [await bench.compare({ title, columns, contestants, canary, goals, notes })];
  },
};
