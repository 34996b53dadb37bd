import { earlierOf, HORIZON, type Instant } from '../time/instant';
import { dayNumberOf, type DayNumber, type LocalDate } from '../time/local-date';
import { DAY, wallTimeOfDay, type WallTime } from '../time/wall-clock';
import { firstInstantAt } from '../time/offset-periods';
import { wallReading } from '../time/zone';
import { isWorkingDate } from './openings';
import type { ServiceHours } from './service-hours';

/**
 * `count` business days after `from`: the same time on the wall of that day, or its closing if that is earlier (engine
 * rule 6, g13). The day of `from` itself does not count, be it a business day or not.
 *
 * @param count from 1 up.
 * @returns undefined where the calendar has no so many business days to come.
 */
export function businessDaysAfter(hours: ServiceHours, from: Instant, count: number): Instant | undefined {
  const wall = wallReading(hours.calendar.timeZone, from);
  const today = Math.floor(wall / DAY);
  const day = businessDay(hours, today + 1, count);
  if (day === undefined) return undefined;
  const atSameTime = firstInstantAt(hours.calendar.timeZone, day * DAY + (wall - today * DAY));
  return earlierOf(atSameTime, closingOf(hours, day));
}

/**
 * The time `at` on the wall of the `count`-th business day after the day of `from`; of that day itself for 0, or of the next
 * business day when it is none (engine rule 7).
 *
 * @returns undefined where the calendar has no so many business days to come.
 */
export function wallTimeOnBusinessDay(
  hours: ServiceHours,
  from: Instant,
  count: number,
  at: WallTime,
): Instant | undefined {
  const today = Math.floor(wallReading(hours.calendar.timeZone, from) / DAY);
  const day = count === 0 ? businessDay(hours, today, 1) : businessDay(hours, today + 1, count);
  if (day === undefined) return undefined;
  return firstInstantAt(hours.calendar.timeZone, day * DAY + (wallTimeOfDay(at) ?? 0));
}

/** The midnight that ends a date on the wall of the calendar; undefined where there is no such date. */
export function endOfDate(hours: ServiceHours, date: LocalDate): Instant | undefined {
  const day = dayNumberOf(date);
  return day === undefined ? undefined : firstInstantAt(hours.calendar.timeZone, (day + 1) * DAY);
}

/** Calendars know no wall clock beyond; the days before it are for shifts and zones that reach over. */
const LAST_DAY = HORIZON / DAY - 7;

/** The `count`-th business day from `first` on. */
function businessDay(hours: ServiceHours, first: DayNumber, count: number): DayNumber | undefined {
  let left = count;
  for (let day = first; day <= LAST_DAY; day += 1) {
    if (isWorkingDate(hours, day) && --left === 0) return day;
  }
  return undefined;
}

/** When the last of the hours that begin on a business day ends. */
function closingOf(hours: ServiceHours, day: DayNumber): Instant {
  const ends = hours.on(day).map(([from, to]) => {
    const [start, end] = [wallTimeOfDay(from) ?? 0, wallTimeOfDay(to) ?? 0];
    return end > start ? end : end + DAY;
  });
  return firstInstantAt(hours.calendar.timeZone, day * DAY + Math.max(...ends));
}
