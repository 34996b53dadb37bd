import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';

/** The log's times are read as wall time here, and the site opens by this clock. */
export const sampleZone = 'Europe/London';

/**
 * The last day on which one of the first 300 incidents was opened, a busy Wednesday: by half past ten all of them are there,
 * some hours old, some days.
 */
const BUSY_DAY = '2016-03-02';

export interface SampleDays {
  /** Whole days, a multiple of seven, from the log's dates to the site's. */
  readonly shift: number;
  /** When the site opens: half past ten of its today, in epoch milliseconds. */
  readonly opening: number;
}

/** The site's today is the latest Wednesday in London up to `now`, so that working days stay working days. */
export function sampleDays(now: Date | number): SampleDays {
  const days = differenceInCalendarDays(new TZDate(Number(now), sampleZone), wall(BUSY_DAY, '00:00'));
  if (Number.isNaN(days)) throw new RangeError(`${String(now)} is not a date.`);
  const shift = Math.floor(days / 7) * 7;
  return { shift, opening: wall(BUSY_DAY, '10:30', shift).getTime() };
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
