const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dayMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const wholeDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined);
const relativeDay = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Calendar days between two moments where the reader is; summer time makes days of 23 and 25 hours, so it rounds. */
function daysBetween(earlier: Date, later: Date): number {
  const midnight = (moment: Date) =>
    new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

/** The time of day: 14:05. */
export function formatClock(at: string): string {
  return clock.format(new Date(at));
}

/** Everything there is to say about a moment, for a title on hover. */
export function formatWhole(at: string): string {
  return whole.format(new Date(at));
}

/** A day for a separator: Today, Yesterday, Monday 3 March 2025. */
export function formatDay(at: string, now = new Date()): string {
  const moment = new Date(at);
  const days = daysBetween(moment, now);
  if (days !== 0 && days !== 1) return wholeDay.format(moment);
  const word = relativeDay.format(-days, 'day');
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** A moment in the width of a list row: now, 5 min, 14:05, Tue, 3 Mar, 3 Mar 2024. */
export function formatShort(at: string, now = new Date()): string {
  const moment = new Date(at);
  const age = now.getTime() - moment.getTime();
  if (age < MINUTE) return 'now';
  if (age < 60 * MINUTE) return `${Math.floor(age / MINUTE)} min`;
  const days = daysBetween(moment, now);
  if (days <= 0) return clock.format(moment);
  if (days < 7) return weekday.format(moment);
  return moment.getFullYear() === now.getFullYear() ? dayMonth.format(moment) : dayMonthYear.format(moment);
}

/** When somebody was last seen, within a sentence: just now, 5 minutes ago, today at 14:05, yesterday at 14:05, on 3 Mar. */
export function formatSeen(at: string, now = new Date()): string {
  const moment = new Date(at);
  const age = now.getTime() - moment.getTime();
  if (age < 2 * MINUTE) return 'just now';
  if (age < 60 * MINUTE) return relative.format(-Math.floor(age / MINUTE), 'minute');
  const days = daysBetween(moment, now);
  if (days <= 1) return `${relativeDay.format(-days, 'day')} at ${clock.format(moment)}`;
  const sameYear = moment.getFullYear() === now.getFullYear();
  return `on ${(sameYear ? dayMonth : dayMonthYear).format(moment)}`;
}
