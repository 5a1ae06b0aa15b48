const time = { hour: 'numeric', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'short' } as const;
const today = new Intl.DateTimeFormat(undefined, time);
const thisWeek = new Intl.DateTimeFormat(undefined, { weekday: 'short', ...time });
const thisYear = new Intl.DateTimeFormat(undefined, { ...day, ...time });
const before = new Intl.DateTimeFormat(undefined, { year: 'numeric', ...day, ...time });

/** Somebody's last mark, of a message in front of it: by 10:12, by Fri 10:12, by 3 Mar, 10:12. */
export function formatBy(at: string, now = new Date()): string {
  const moment = new Date(at);
  return `by ${formatFor(moment, now).format(moment)}`;
}

function formatFor(moment: Date, now: Date): Intl.DateTimeFormat {
  if (moment.toDateString() === now.toDateString()) return today;
  if (now.getTime() - moment.getTime() < 6 * 86_400_000) return thisWeek;
  return moment.getFullYear() === now.getFullYear() ? thisYear : before;
}
