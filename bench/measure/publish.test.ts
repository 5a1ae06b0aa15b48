import { expect, it } from 'vitest';
import { withReport } from './publish.ts';

it('takes the place of the last report of its kind and leaves what stands around it', () => {
  const page =
    'Before.\n\n<!-- npm run bench -- --profile --publish -->\n\nold profiles\n\n<!-- end -->\n\n' +
    'Between.\n\n<!-- npm run bench -- --publish -->\n\nold figures\n\n<!-- end -->\n\nAfter.\n';
  expect(withReport(page, 'new', 'figures')).toBe(page.replace('old figures', 'new'));
  expect(withReport(page, 'new', 'profiles')).toBe(page.replace('old profiles', 'new'));
  expect(() => withReport('A page without a place.', 'new', 'figures')).toThrow('has lost its place');
});
