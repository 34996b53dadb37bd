import { earlierOf, instant, laterOf, type Instant } from './instant';
import { dayNumberOf, type LocalDate } from './local-date';
import { periodsOfYear, type OffsetPeriod } from './periods-of-year';
import { DAY } from './wall-clock';
import type { Zone } from './zone';

/**
 * The first instant at which the wall clock of `zone` shows `wall` (ms since 1970-01-01T00:00 on that wall) or later:
 * the one rule for a time that a spring change skips, and for one that an autumn change repeats (engine rule 2).
 */
export function firstInstantAt(zone: Zone, wall: number): Instant {
  const from = instant(wall - 2 * DAY);
  const to = instant(wall + 2 * DAY);
  for (const period of offsetPeriods(zone, from, to)) {
    const candidate = laterOf(instant(wall - period.offset), period.start);
    if (candidate < period.end) return candidate;
  }
  return to;
}

/** The first instant of a day, in `zone`. @param day one that exists. */
export const startOfDay = (zone: Zone, day: LocalDate): Instant =>
  firstInstantAt(zone, (dayNumberOf(day) ?? 0) * DAY);

/** The periods of one offset each that make up `from` to `to`, in order and without a hole. */
export function* offsetPeriods(zone: Zone, from: Instant, to: Instant): Generator<OffsetPeriod> {
  let pending: OffsetPeriod | undefined;
  for (let year = yearOf(from); year <= yearOf(to - 1); year++) {
    for (const period of periodsOfYear(zone, year)) {
      const start = laterOf(period.start, from);
      const end = earlierOf(period.end, to);
      if (start >= end) continue;
      if (pending?.offset === period.offset) {
        pending = { ...pending, end };
      } else {
        if (pending) yield pending;
        pending = { start, end, offset: period.offset };
      }
    }
  }
  if (pending) yield pending;
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();
