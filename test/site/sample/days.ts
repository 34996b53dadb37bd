import { TZDate } from '@date-fns/tz';
import { addDays, differenceInCalendarDays } from 'date-fns';

/** The log's times are read as wall time here, and the site opens by this clock. */
export const sampleZone = 'Europe/London';

/** Busy working days of the log, by day of the week (Sunday is 0). */
const busyDays: Readonly<Record<number, string>> = {
  3: '2016-03-02',
  4: '2016-03-03',
  5: '2016-03-04',
  1: '2016-03-07',
  2: '2016-03-08',
};

export interface SampleDays {
  /** Whole days, a multiple of seven, from the log's dates to the site's. */
  readonly shift: number;
  /** When the site opens: half past ten on its today, in epoch milliseconds. */
  readonly opening: number;
}

/** The site's today is the London date of `now`, or the Friday before when that is a weekend. */
export function sampleDays(now: Date | number): SampleDays {
  const date = new TZDate(Number(now), sampleZone);
  const today = date.getDay() === 6 ? addDays(date, -1) : date.getDay() === 0 ? addDays(date, -2) : date;
  const logDay = busyDays[today.getDay()];
  if (logDay === undefined) throw new RangeError(`${String(now)} is not a date.`);
  const shift = differenceInCalendarDays(today, wall(logDay, '00:00'));
  const opening = wall(logDay, '10:30', shift).getTime();
  return { shift, opening };
}

/** The instant of a wall time of the log (`yyyy-mm-ddThh:mm`), so many days later at the same wall time. */
export function shiftedInstant(wallTime: string, shift: number): number {
  const [date = '', time = ''] = wallTime.split('T');
  return wall(date, time, shift).getTime();
}

function wall(date: string, time: string, shift = 0): TZDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, day + shift, hour, minute, sampleZone);
}
