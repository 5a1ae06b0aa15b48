const usual = [300, 900, 3600, 86_400];

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** “15 minutes”: in the largest unit that says it exactly. */
export function durationIn(seconds: number): string {
  const [unit, size] = units.find((each) => seconds % each[1] === 0) ?? units[3];
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
}

/** What a group can be set to here, and what it is set to already, by a program perhaps. */
export function windowChoices(now: number | null) {
  const lengths = now === null || usual.includes(now) ? usual : [...usual, now].toSorted((a, b) => a - b);
  return [
    { value: '0', label: 'At any time' },
    ...lengths.map((seconds) => ({ value: String(seconds), label: `For ${durationIn(seconds)}` })),
  ];
}
