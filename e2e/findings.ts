import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds, as lines that say what and where. */
export async function findings(page: Page): Promise<string[]> {
  // Evaluated by the browser's own tools, which the page's policy for scripts does not concern.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
