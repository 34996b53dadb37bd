import { TZDate } from '@date-fns/tz';
import { sampleZone } from '../days';

/** Days and instants of the site, told from the day on which it opens; all of them are days in London. */
export interface SiteDays {
  /** So many days before the opening, or after it where negative, as `2026-11-20`. */
  readonly day: (before: number) => string;
  /** The first day of the month so many months before that of the opening. */
  readonly month: (before: number) => string;
  /** A day of such a month, at most that of the opening. */
  readonly inMonth: (before: number, day: number) => string;
  /** That time of a day, in epoch milliseconds. */
  readonly at: (day: string, time: string) => number;
}

export function siteDaysOf(opening: number): SiteDays {
  const today = new TZDate(opening, sampleZone);
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const last = textOf(today);
  const dayOf = (months: number, days: number): string =>
    textOf(new TZDate(year, month + months, days, sampleZone));
  return {
    day: (before) => dayOf(0, date - before),
    month: (before) => dayOf(-before, 1),
    inMonth: (before, day) => [dayOf(-before, day), last].sort()[0] ?? last,
    at(day, time) {
      const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return new TZDate(y, m - 1, d, hour, minute, sampleZone).getTime();
    },
  };
}

function textOf(date: TZDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
