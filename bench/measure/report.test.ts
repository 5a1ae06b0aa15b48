import { expect, it } from 'vitest';
import { judge } from './goals.ts';
import { report } from './report.ts';
import type { Round } from './rounds.ts';

it('tells figures, ratios and verdicts of the rounds that count', () => {
  const round = (ours: number, theirs: number): Round =>
    new Map<string, Record<string, number>>([
      ['Parley', { cpu: ours, perSecond: 900 }],
      ['raw ws', { cpu: theirs }],
    ]);
  const rounds = [round(0.5, 0.5), round(0.6, 0.5), round(9, 5)];
  const goals = [
    { figure: 'cpu', ours: 'Parley', theirs: 'raw ws', bound: 'at most', ratio: 1.1 },
    { figure: 'perSecond', ours: 'Parley', theirs: 'mosquitto', bound: 'at least', ratio: 2 },
  ] as const;
  const text = report('1. Fan-out', [
    {
      title: '200 sockets',
      columns: [
        { figure: 'cpu', label: 'CPU', digits: 2 },
        { figure: 'perSecond', label: 'per second', digits: 0 },
      ],
      rounds,
      kept: [true, true, false],
      verdicts: goals.map((goal) => judge(goal, rounds.slice(0, 2))),
      notes: ['mosquitto is not there'],
      profiles: [],
    },
  ]);
  expect(text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')).toBe(`## 1. Fan-out

### 200 sockets

| | CPU | per second |
|---|---|---|
| Parley | 0.55 [0.50–0.60] | 900 |
| raw ws | 0.50 | – |

| goal | ratio | |
|---|---|---|
| CPU: Parley ≤ 1.1 × raw ws | 1.10 [1.00–1.20] | met |
| per second: Parley ≥ 2 × mosquitto | not measured | not decided |

- 2 of 3 rounds count; median [min–max]. 1 thrown away: the canary strayed by more than 20 %.
- mosquitto is not there`);
});

it('tells where the CPU went where that was asked', () => {
  const comparison = { columns: [], rounds: [], kept: [], verdicts: [], notes: [] };
  const places = (writing: number) => [
    { name: 'graphql', share: 1 - writing },
    { name: 'pg', share: writing - 0.01 },
    { name: 'ws', share: 0.01 },
  ];
  const profiles = [
    { name: 'Parley over the socket', places: places(0.2) },
    { name: 'Parley over HTTP', places: places(0.3) },
  ];
  const text = report('4. Sending', [{ ...comparison, title: '64 senders', profiles }]);
  expect(text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')).toBe(`## 4. Sending

### 64 senders

| of the CPU | Parley over the socket | Parley over HTTP |
|---|---|---|
| graphql | 80 % | 70 % |
| pg | 19 % | 29 % |
| the rest | 1 % | 1 % |`);
});

it('tells first where the most went for any of them', () => {
  const comparison = { title: 'Two', columns: [], rounds: [], kept: [], verdicts: [], notes: [] };
  const places = (pg: number) => [
    { name: 'graphql', share: 1 - pg },
    { name: 'pg', share: pg },
  ];
  const profiles = [0.4, 0.9].map((pg) => ({ name: `Parley ${pg}`, places: places(pg) }));
  const rows = report('1. Any', [{ ...comparison, profiles }]).matchAll(/^\| (graphql|pg) /gmu);
  expect(Array.from(rows, ([, name]) => name)).toEqual(['pg', 'graphql']);
});
