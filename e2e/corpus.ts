import type { Page } from 'playwright-core';
import { seededRandom } from '../examples/pace.ts';

const words =
  'rope tide oar knot mast sail pier lock buoy keel the a of to and is it that no yes maybe why café naïve вода лодка 船 שלום /dev/ttyS0 apt-get 14:30 100% https://example.org/harbour/map :) 🙂'.split(
    ' ',
  );

export interface Line {
  /** One of so many people, counted from 0. */
  by: number;
  text: string;
  /** The number of an earlier line. */
  answers: number | null;
}

/**
 * What is said on a day of a busy channel, the same in every run: mostly short, seldom as long as a page, in several scripts. Each
 * line begins with its number, and one holds a word that no other does.
 */
export function madeUpLog(lines: number, people: number, rare: string): Line[] {
  const random = seededRandom(51);
  const below = (count: number) => Math.floor(random() * count);
  return Array.from({ length: lines }, (_, index) => {
    const length = 1 + (random() < 0.01 ? below(400) : Math.floor(24 * random() ** 2));
    const said = Array.from({ length }, () => words[below(words.length)]);
    if (index === Math.floor(lines / 3)) said.push(rare);
    return {
      by: below(people),
      text: `n${index} ${said.join(' ')}`,
      answers: index > 0 && random() < 0.2 ? below(index) : null,
    };
  });
}

export interface Walk {
  /** What stood at each place that was in sight; of a system line an empty text. */
  rows: [seq: number, text: string][];
  /** Whatever a reader would have stumbled over. */
  wrong: string[];
}

/** Scrolls a conversation by two turns of a wheel at a time, until it goes no further, and writes down what is in sight. */
export const walk = (page: Page, direction: 'up' | 'down'): Promise<Walk> =>
  page.getByRole('feed').evaluate(async (feed, way): Promise<Walk> => {
    const scroller = feed.parentElement!;
    const sign = way === 'up' ? -1 : 1;
    const rows = new Map<number, string>();
    const wrong: string[] = [];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const busy = () => feed.getAttribute('aria-busy') === 'true';
    const inSight = () => {
      const { top, bottom } = scroller.getBoundingClientRect();
      return [...feed.querySelectorAll<HTMLElement>('[data-message]')].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top + 1 && place.top < bottom - 1;
      });
    };

    function note(seen: HTMLElement[]): void {
      let last: number | undefined;
      for (const row of seen) {
        const seq = Number(row.getAttribute('aria-posinset'));
        const text = row.querySelector<HTMLElement>('[id$="-body"]')?.innerText ?? '';
        if (last !== undefined && seq !== last + 1) wrong.push(`${seq} stands behind ${last}`);
        if ((rows.get(seq) ?? text) !== text) wrong.push(`${seq} became another: ${text}`);
        rows.set(seq, text);
        last = seq;
      }
    }

    // Where it goes no further, more may be about to come.
    for (let still = 0; still < 10;) {
      const seen = inSight();
      note(seen);
      const kept = way === 'up' ? seen[0] : seen.at(-1);
      if (!kept) throw new Error('Nothing is in sight.');
      const before = kept.getBoundingClientRect().top;
      const place = scroller.scrollTop;
      scroller.scrollTop += sign * 200;
      // As of a hand that scrolls: whoever listens knows of it before anything else is drawn.
      scroller.dispatchEvent(new Event('scroll'));
      const moved = scroller.scrollTop - place;
      // Rows take their heights as they come into view, and what is fetched is put in.
      do {
        await frame();
        await frame();
      } while (busy());
      const after = kept.isConnected ? kept.getBoundingClientRect().top : NaN;
      // What was last in sight has moved as far as the reader has, and no further.
      if (!(Math.abs(before - moved - after) <= 2))
        wrong.push(`${kept.getAttribute('aria-posinset')} jumped from ${before - moved} to ${after}`);
      still = Math.abs(moved) < 1 ? still + 1 : 0;
    }
    note(inSight());
    return { rows: [...rows].toSorted(([a], [b]) => a - b), wrong };
  }, direction);
