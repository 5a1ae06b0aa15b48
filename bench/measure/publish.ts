import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const marks = { begin: '<!-- npm run bench -- --publish -->', end: '<!-- end -->' };

/** Puts a report in the place of the last one in docs/performance.md. */
export function publish(report: string): void {
  writeFileSync(page, withReport(readFileSync(page, 'utf8'), report));
}

export function withReport(text: string, report: string): string {
  const from = text.indexOf(marks.begin);
  const to = text.indexOf(marks.end, from);
  if (from === -1 || to === -1)
    throw new Error(`docs/performance.md has lost its place for the report: ${marks.begin}`);
  return `${text.slice(0, from + marks.begin.length)}\n\n${report}\n\n${text.slice(to)}`;
}
