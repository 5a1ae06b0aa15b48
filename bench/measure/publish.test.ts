import { expect, it } from 'vitest';
import { withReport } from './publish.ts';

it('takes the place of the last report and leaves what stands around it', () => {
  const page = 'Before.\n\n<!-- npm run bench -- --publish -->\n\nold\n\n<!-- end -->\n\nAfter.\n';
  expect(withReport(page, 'new')).toBe(page.replace('old', 'new'));
  expect(() => withReport('A page without a place.', 'new')).toThrow('has lost its place');
});
