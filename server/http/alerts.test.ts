import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../testing/http.ts';
import { type Parley, startParley } from '../testing/parley.ts';

const token = 'q8Jw3vR5tYx2Lm9NbZk4Hs7Dc1Fg6PaE';
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const alerts = read('deploy/alerts.yaml')
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((text) => ({
    name: text.split('\n')[0] ?? '',
    text,
    expr: /^ {8}expr: (.+)$/m.exec(text)?.[1] ?? '',
  }));

let parley: Parley;
let page: string;
beforeAll(async () => {
  parley = await startParley({ settings: { METRICS_TOKEN: token } });
  const person = await parley.person();
  await person.ask('{ threads { edges { cursor } } }');
  const headers = { authorization: `Bearer ${token}` };
  page = (await send(`${parley.url}/metrics`, { headers })).text;
});
afterAll(() => parley.stop());

/** Every metric that the page explains, and what Prometheus makes of a histogram. */
function metricsOn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type = '']): [string, string][] =>
      type === 'histogram'
        ? ['_bucket', '_sum', '_count'].map((part) => [name + part, 'counter'])
        : [[name, type]],
    ),
  );
}
const named = (text: string) => text.match(/\b(?:parley|process|nodejs)_\w+/g) ?? [];

describe('the alert rules', () => {
  it('are many, each with its own name, a sentence and a severity', () => {
    expect(alerts.length).toBeGreaterThan(10);
    expect(new Set(alerts.map(({ name }) => name)).size).toBe(alerts.length);
    for (const { name, text, expr } of alerts) {
      expect(name).toMatch(/^Parley[A-Z]\w+$/);
      expect(text).toMatch(/^ {8}labels: \{ severity: (page|ticket) \}$/m);
      expect(text).toMatch(/^ {10}summary: '[^']+[.]'$/m);
      expect(expr.split('(').length).toBe(expr.split(')').length);
    }
  });

  it.each(alerts)('[WI28] $name looks at what is on the page', ({ expr }) => {
    const metrics = metricsOn(page);
    const wanted = named(expr).filter((name) => name !== 'parley_');
    if (!expr.startsWith('up{')) expect(wanted.length).toBeGreaterThan(0);
    for (const name of wanted) {
      expect([...metrics.keys()]).toContain(name);
      // Of what only grows, the growth tells something; of what goes up and down, the value.
      const grows = expr.includes(`rate(${name}`) || expr.includes(`increase(${name}`);
      expect([name, metrics.get(name) === 'counter']).toEqual([name, grows]);
    }
    for (const [, name = '', label = ''] of expr.matchAll(/\b(parley_\w+)\{(\w+)/g))
      expect(page).toMatch(new RegExp(`^${name}\\{[^}]*\\b${label}="`, 'm'));
  });
});

describe('the page', () => {
  it('[WI28] names everything as Prometheus does: seconds, sizes, and totals of what only grows', () => {
    const own = [...page.matchAll(/^# TYPE (parley_\w+) (\w+)$/gm)];
    expect(own.length).toBeGreaterThan(20);
    for (const [, name = '', type] of own) {
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      if (type === 'histogram') expect(name).toMatch(/_(seconds|size)$/);
    }
    expect(page).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it('[WI28] is explained in docs/operations.md, metric by metric', () => {
    const own = [...page.matchAll(/^# TYPE (parley_\w+) /gm)].map(([, name = '']) => name);
    const explained: string[] = named(read('docs/operations.md'));
    expect(own.filter((name) => !explained.includes(name))).toEqual([]);
    expect(explained.filter((name) => name.startsWith('parley_') && !own.includes(name))).toEqual([]);
  });
});
