import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';

/** The log's times are read as wall time here, and the site opens by this clock. */
export const sampleZone = 'Europe/London';

/**
 * The Monday of the log's week in which the site's today lies: the last week with five ordinary working days after which the
 * log goes on for three weeks and more. Nine weeks have happened before it. In the log:
 *
 * |                     | Mon | Tue | Wed | Thu | Fri |
 * | ------------------- | --- | --- | --- | --- | --- |
 * | opened that day     | 236 | 166 | 196 | 204 | 172 |
 * | open at half past 10 | 639 | 636 | 608 | 635 | 640 |
 * | of these New        | 166 | 160 | 155 | 168 | 162 |
 */
export const BUSY_WEEK = '2016-05-02';

/** By half past ten of this Wednesday the first 300 incidents of the log are there, some hours old, some days. */
const FIRST_BUSY_DAY = '2016-03-02';

const DAY = 86_400_000;
const MINUTE = 60_000;
const FRIDAY = 4;

export interface SampleDays {
  /** Whole days, a multiple of seven, from the log's dates to the site's. */
  readonly shift: number;
  /** When the site opens: half past ten of its today, in epoch milliseconds. */
  readonly opening: number;
}

/**
 * The site's today is the day in London at `now`, on a Saturday or Sunday the Friday before. All days of a week have the same
 * shift, so that tomorrow's site goes on where today's would.
 * @throws RangeError when `now` is no date.
 */
export function sampleDays(now: Date | number): SampleDays {
  const { shift, past } = daysSince(BUSY_WEEK, now);
  return { shift, opening: at(BUSY_WEEK, '10:30', shift + Math.min(past, FRIDAY)) };
}

/** The same for a site with only the first incidents of the log: its today is the latest Wednesday up to `now`. */
export function firstDays(now: Date | number): SampleDays {
  const { shift } = daysSince(FIRST_BUSY_DAY, now);
  return { shift, opening: at(FIRST_BUSY_DAY, '10:30', shift) };
}

/** Whole weeks since a date of the log, in days, and the days that are left over. */
function daysSince(date: string, now: Date | number): { readonly shift: number; readonly past: number } {
  const days = differenceInCalendarDays(new TZDate(Number(now), sampleZone), wall(date, '00:00'));
  if (Number.isNaN(days)) throw new RangeError(`${String(now)} is not a date.`);
  const shift = Math.floor(days / 7) * 7;
  return { shift, past: days - shift };
}

const knownDays = new Map<string, { readonly start: number; readonly end: number }>();

/** The instant of a wall time of the log (`yyyy-mm-ddThh:mm`), so many days later at the same wall time. */
export function shiftedInstant(wallTime: string, shift: number): number {
  const [date = '', time = ''] = wallTime.split('T');
  const key = `${date} ${shift}`;
  const day = knownDays.get(key) ?? { start: at(date, '00:00', shift), end: at(date, '24:00', shift) };
  knownDays.set(key, day);
  if (day.end - day.start !== DAY) return at(date, time, shift);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.start + (hour * 60 + minute) * MINUTE;
}

function at(date: string, time: string, shift: number): number {
  return wall(date, time, shift).getTime();
}

function wall(date: string, time: string, shift = 0): TZDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, day + shift, hour, minute, sampleZone);
}
