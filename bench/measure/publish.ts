import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const begins = {
  figures: '<!-- npm run bench -- --publish -->',
  profiles: '<!-- npm run bench -- --profile --publish -->',
};
const end = '<!-- end -->';

/** Puts a report in the place of the last one of its kind in docs/performance.md. */
export function publish(report: string, kind: keyof typeof begins): void {
  writeFileSync(page, withReport(readFileSync(page, 'utf8'), report, kind));
}

export function withReport(text: string, report: string, kind: keyof typeof begins): string {
  const begin = begins[kind];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1)
    throw new Error(`docs/performance.md has lost its place for the report: ${begin}`);
  return `${text.slice(0, from + begin.length)}\n\n${report}\n\n${text.slice(to)}`;
}
